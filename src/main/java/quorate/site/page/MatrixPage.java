package quorate.site.page;

import java.util.List;

/** The pattern selection matrix. */
public record MatrixPage(Frame frame, String line, List<SelectionView> selections, Parts parts) implements Page {
    public MatrixPage {
        selections = List.copyOf(selections);
    }

    @Override
    public String template() {
        return "matrix";
    }
}
