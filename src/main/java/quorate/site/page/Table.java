package quorate.site.page;

import java.util.List;

/**
 * A table that can be sorted, filtered and copied where scripts run.
 *
 * @param id stable, for the address
 * @param caption what it shows, read by screen readers and printed
 * @param facets columns by which it can be narrowed
 * @param parts where the other rows are
 */
public record Table(String id, String caption, List<Column> columns, List<Row> rows, List<Integer> facets, Parts parts) {

    /** No table. */
    public static final Table NONE = new Table("", "", List.of(), List.of(), List.of());

    public Table(String id, String caption, List<Column> columns, List<Row> rows, List<Integer> facets) {
        this(id, caption, columns, rows, facets, Parts.NONE);
    }

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        facets = List.copyOf(facets);
    }

    /** Some of its rows, and where the others are. */
    public Table part(int from, int to, Parts others) {
        return new Table(id, caption, columns, rows.subList(from, to), facets, others);
    }

    /** The same in a page from which this path leads to the folder of the page for which it was made. */
    public Table seenFrom(String path) {
        return new Table(id, caption, columns, rows.stream().map(row -> row.seenFrom(path)).toList(), facets, parts);
    }

    /** A column; numbers stand at the right. */
    public record Column(String name, boolean number) {}

    /** A row with an anchor made from what it is about, never from its place. */
    public record Row(String anchor, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        Row seenFrom(String path) {
            return new Row(anchor, cells.stream().map(cell -> cell.seenFrom(path)).toList());
        }
    }

    /**
     * A cell: a mark, then links, then text, each of which may be missing.
     *
     * @param sort by what the column sorts; the text when empty
     * @param note small print below
     * @param because what it was derived from, folded
     */
    public record Cell(Mark mark, List<PageLink> links, String text, String sort, String note, List<EvidenceView> because) {
        public Cell {
            links = List.copyOf(links);
            because = List.copyOf(because);
        }

        public static Cell of(String text) {
            return new Cell(Mark.NONE, List.of(), text, "", "", List.of());
        }

        public static Cell of(PageLink link) {
            return new Cell(Mark.NONE, List.of(link), "", link.text(), "", List.of());
        }

        public static Cell of(List<PageLink> links) {
            return new Cell(Mark.NONE, links, "", "", "", List.of());
        }

        public static Cell of(Mark mark, String sort) {
            return new Cell(mark, List.of(), "", sort, "", List.of());
        }

        /** What it says, without small print. */
        public String words() {
            List<String> parts = List.of(mark.word(), String.join(", ", links.stream().map(PageLink::text).toList()), text);
            return String.join(" ", parts.stream().filter(part -> !part.isEmpty()).toList());
        }

        Cell seenFrom(String path) {
            return new Cell(mark, links.stream().map(link -> link.seenFrom(path)).toList(), text, sort, note,
                    because.stream().map(one -> one.seenFrom(path)).toList());
        }

        public Cell sorted(String by) {
            return new Cell(mark, links, text, by, note, because);
        }

        public Cell noted(String small) {
            return new Cell(mark, links, text, sort, small, because);
        }

        public Cell with(String more) {
            return new Cell(mark, links, more, sort, note, because);
        }

        public Cell why(List<EvidenceView> derivation) {
            return new Cell(mark, links, text, sort, note, EvidenceView.once(derivation));
        }
    }
}
