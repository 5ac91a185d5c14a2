package quorate.site.page;

import java.util.List;

/**
 * All findings of a project.
 *
 * @param counts how many of each severity
 * @param others whether rows of the table hold, or wait for facts
 */
public record FindingsPage(
        Frame frame, List<Mark> counts, String line, Table table, List<AlikeView> wrong, Parts parts, boolean others)
        implements Page {
    public FindingsPage {
        counts = List.copyOf(counts);
        wrong = List.copyOf(wrong);
    }

    @Override
    public String template() {
        return "findings";
    }
}
