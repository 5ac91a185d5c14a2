package quorate.site.page;

import java.util.List;

/** All findings of a project. */
public record FindingsPage(Frame frame, String line, Table table, List<FindingView> wrong, List<FindingView> others) implements Page {
    public FindingsPage {
        wrong = List.copyOf(wrong);
        others = List.copyOf(others);
    }

    @Override
    public String template() {
        return "findings";
    }
}
