package quorate.site.page;

/** A page with everything that its template shows. */
public interface Page {

    /** What all pages have in common. */
    Frame frame();

    /** Name of the template, without ending. */
    String template();
}
