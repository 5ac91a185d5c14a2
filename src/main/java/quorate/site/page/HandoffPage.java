package quorate.site.page;

import java.util.List;

/**
 * What the next discipline takes over.
 *
 * @param tables as the page begins with them
 * @param whole the same with all their rows, for the twin
 */
public record HandoffPage(
        Frame frame, String line, List<String> checklist, List<Table> tables, List<Table> whole, List<Listing> listings, PageLink twin)
        implements Page {
    public HandoffPage {
        checklist = List.copyOf(checklist);
        tables = List.copyOf(tables);
        whole = List.copyOf(whole);
        listings = List.copyOf(listings);
    }

    @Override
    public String template() {
        return "handoff";
    }

    /** A text to take along as it stands. */
    public record Listing(String title, String text) {
        /** In what it is written, for the label. */
        public String language() {
            return title.endsWith(".tla") ? "TLA+" : title.endsWith(".cfg") ? "TLC" : "YAML";
        }
    }
}
