package quorate.site.page;

import java.util.List;

/** The map of consistency models, the same as a nested list and as a table, and the data domains on it. */
public record ConsistencyPage(Frame frame, Diagram map, List<Branch> roots, Table models, Table anomalies, Table domains)
        implements Page {
    public ConsistencyPage {
        roots = List.copyOf(roots);
    }

    @Override
    public String template() {
        return "consistency";
    }

    /**
     * A model with the weaker ones that it implies.
     *
     * @param repeated whether its own branches were listed before
     */
    public record Branch(PageLink model, Mark availability, boolean repeated, List<Branch> implied) {
        public Branch {
            implied = List.copyOf(implied);
        }
    }
}
