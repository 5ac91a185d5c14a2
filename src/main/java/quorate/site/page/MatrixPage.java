package quorate.site.page;

import java.util.List;

/** The pattern selection matrix. */
public record MatrixPage(Frame frame, String line, List<SelectionView> selections, List<String> concerns, List<String> standings) implements Page {
    public MatrixPage {
        selections = List.copyOf(selections);
        concerns = List.copyOf(concerns);
        standings = List.copyOf(standings);
    }

    @Override
    public String template() {
        return "matrix";
    }
}
