package quorate.site.page;

import java.util.List;

/**
 * All findings of a project.
 *
 * @param counts how many of each severity
 */
public record FindingsPage(Frame frame, List<Mark> counts, String line, Table table, List<FindingView> wrong, List<FindingView> others) implements Page {
    public FindingsPage {
        counts = List.copyOf(counts);
        wrong = List.copyOf(wrong);
        others = List.copyOf(others);
    }

    @Override
    public String template() {
        return "findings";
    }
}
