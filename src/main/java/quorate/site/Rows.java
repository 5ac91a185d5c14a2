package quorate.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quorate.site.page.PageLink;
import quorate.site.page.Parts;
import quorate.site.page.Table;

/** Collects the rows of a table; anchors stay unique within it. */
final class Rows {

    /** Rows about projects on a page that grows with them. */
    private static final int MOST = 100;

    private final String id;
    private final String caption;
    private final List<Table.Column> columns = new ArrayList<>();
    private final List<Table.Row> rows = new ArrayList<>();
    private final List<Integer> facets = new ArrayList<>();
    private final Set<String> anchors = new HashSet<>();

    private Rows(String id, String caption) {
        this.id = id;
        this.caption = caption;
    }

    /** A table with these columns; a name that ends with {@code #} is a column of numbers, with {@code *} a facet. */
    static Rows of(String id, String caption, String... names) {
        Rows table = new Rows(id, caption);
        for (String name : names) {
            if (name.endsWith("*")) {
                table.facets.add(table.columns.size());
            }
            table.columns.add(new Table.Column(name.replaceAll("[#*]$", ""), name.endsWith("#")));
        }
        return table;
    }

    static Table none() {
        return Table.NONE;
    }

    /** Adds a row; with an empty anchor it cannot be linked to. */
    Rows row(String anchor, Table.Cell... cells) {
        String free = anchor;
        for (int i = 2; !free.isEmpty() && !anchors.add(free); i++) {
            free = anchor + "-" + i;
        }
        rows.add(new Table.Row(free, List.of(cells)));
        return this;
    }

    /** Those rows that fit on a page beyond the projects; of more, where the others are. */
    Table bounded(Here here) {
        Table all = table();
        int count = all.rows().size();
        PageLink others = here.link("the others are on the pages of the projects", "page", "projects");
        return count <= MOST ? all : all.part(0, MOST, new Parts(1, MOST, count, List.of(others), PageLink.NONE));
    }

    Table table() {
        return rows.isEmpty() ? none() : new Table(id, caption, columns, rows, rows.size() > 6 ? facets : List.of());
    }
}
