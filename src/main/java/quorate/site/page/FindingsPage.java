package quorate.site.page;

import java.util.List;

/**
 * All findings of a project.
 *
 * @param others whether rows of the table hold, or wait for facts
 */
public record FindingsPage(Frame frame, String line, Table table, List<FindingView> wrong, boolean others) implements Page {
    public FindingsPage {
        wrong = List.copyOf(wrong);
    }

    @Override
    public String template() {
        return "findings";
    }
}
