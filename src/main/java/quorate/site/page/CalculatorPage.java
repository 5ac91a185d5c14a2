package quorate.site.page;

import java.util.List;

/** A calculator on its own, and the pages where its numbers matter. */
public record CalculatorPage(Frame frame, List<CalculatorView> calculators, List<PageLink> pages) implements Page {
    public CalculatorPage {
        calculators = List.copyOf(calculators);
        pages = List.copyOf(pages);
    }

    @Override
    public String template() {
        return "calculator";
    }
}
