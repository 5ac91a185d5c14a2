package quorate.site.page;

import java.util.List;

/**
 * Which part of something long stands on a page, and where the others are.
 *
 * @param from the first that is shown, counted from one
 * @param pages all parts by what they hold, {@code 61 to 120}; the own one is no link
 * @param whole file that holds all of it, of a table
 */
public record Parts(int from, int to, int all, List<PageLink> pages, PageLink whole) {

    /** All of it is on the page. */
    public static final Parts NONE = new Parts(0, 0, 0, List.of(), PageLink.NONE);

    public Parts {
        pages = List.copyOf(pages);
    }
}
