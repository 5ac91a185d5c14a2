package quorate.site.page;

import java.util.List;

/** All entries of one kind, in groups. */
public record ListPage(Frame frame, String lead, Html picture, List<Group> groups) implements Page {
    public ListPage {
        groups = List.copyOf(groups);
    }

    @Override
    public String template() {
        return "list";
    }

    /** Entries that belong together. */
    public record Group(String anchor, PageLink name, String text, List<Entry> entries) {
        public Group {
            entries = List.copyOf(entries);
        }
    }

    /** An entry with one sentence. */
    public record Entry(String anchor, PageLink link, Mark mark, String text) {}
}
