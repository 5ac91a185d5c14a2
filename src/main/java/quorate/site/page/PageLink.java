package quorate.site.page;

/**
 * A link, finished for the page on which it stands.
 *
 * @param href relative to that page; empty when the text is no link
 */
public record PageLink(String text, String href) {

    /** No link at all, for places that may be empty. */
    public static final PageLink NONE = new PageLink("", "");

    /** A text that leads nowhere. */
    public static PageLink plain(String text) {
        return new PageLink(text, "");
    }
}
