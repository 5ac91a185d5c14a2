package quorate.site.page;

import java.util.List;

/** The consistency models: a map, the same as a nested list, and each model in words. */
public record ConsistencyPage(Frame frame, Diagram map, List<Branch> roots, List<Model> models, Table domains, List<CalculatorView> calculators) implements Page {
    public ConsistencyPage {
        calculators = List.copyOf(calculators);
        roots = List.copyOf(roots);
        models = List.copyOf(models);
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
    public record Branch(PageLink model, String availability, boolean repeated, List<Branch> implied) {
        public Branch {
            implied = List.copyOf(implied);
        }
    }

    /** A model in words. */
    public record Model(
            String anchor,
            String name,
            List<String> aliases,
            String scope,
            Mark availability,
            String definition,
            String forbids,
            String example,
            String source,
            List<PageLink> implies,
            List<PageLink> impliedBy,
            List<PageLink> users) {
        public Model {
            aliases = List.copyOf(aliases);
            implies = List.copyOf(implies);
            impliedBy = List.copyOf(impliedBy);
            users = List.copyOf(users);
        }
    }
}
