package quorate.site.page;

import java.util.List;

/** Entries side by side. */
public record ComparisonPage(
        Frame frame, String question, String answer, List<Member> members, List<Row> rows, Backlinks backlinks,
                List<Source> sources)
        implements Page {
    public ComparisonPage {
        members = List.copyOf(members);
        rows = List.copyOf(rows);
        sources = List.copyOf(sources);
    }

    @Override
    public String template() {
        return "comparison";
    }

    /** What is compared: a column of the table. */
    public record Member(PageLink link, String summary) {}

    /** What is compared about the members. */
    public record Row(String anchor, String name, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What is stated about one member.
     *
     * @param texts none where nobody states it
     * @param source that is cited, or nothing where the entry itself says it
     */
    public record Cell(List<String> texts, PageLink source) {
        public Cell {
            texts = List.copyOf(texts);
        }
    }
}
