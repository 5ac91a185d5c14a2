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

    /** The same in a page from which this path leads to the folder of the page for which it was made. */
    PageLink seenFrom(String path) {
        boolean relative = !href.isEmpty() && !href.matches("(?:[a-z][a-z0-9+.-]*:|/).*");
        return !relative ? this : new PageLink(text, path + (href.matches("[#?].*") ? "index.html" : "") + href);
    }
}
