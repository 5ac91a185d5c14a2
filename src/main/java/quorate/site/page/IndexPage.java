package quorate.site.page;

import java.util.List;

/** Everything by letter: what is left of the search without scripts. */
public record IndexPage(Frame frame, List<Letter> letters) implements Page {
    public IndexPage {
        letters = List.copyOf(letters);
    }

    @Override
    public String template() {
        return "index";
    }

    /** Titles and aliases that begin with the same letter. */
    public record Letter(String anchor, String letter, List<Line> lines) {
        public Letter {
            lines = List.copyOf(lines);
        }
    }

    /** One title. */
    public record Line(PageLink link, String kind) {}
}
