package quorate.site.page;

import java.util.List;

/**
 * The index: its letters, and on the page of a letter what begins with it.
 *
 * @param letters the page of each letter, with how much is on it
 * @param lines titles and aliases that begin with the letter; none on the first page
 */
public record IndexPage(Frame frame, List<Letter> letters, List<Line> lines) implements Page {
    public IndexPage {
        letters = List.copyOf(letters);
        lines = List.copyOf(lines);
    }

    @Override
    public String template() {
        return "index";
    }

    /** A letter with its page. */
    public record Letter(PageLink link, int lines) {}

    /** One title. */
    public record Line(PageLink link, String kind) {}
}
