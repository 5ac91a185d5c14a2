package quorate.site.page;

/**
 * A picture that stands in the page.
 *
 * @param note what was left out, or empty
 */
public record Diagram(String id, String title, Html svg, String note) {
    public static final Diagram NONE = new Diagram("", "", Html.NONE, "");
}
