package quorate.site.page;

import java.util.List;

/** A pattern of the catalog. */
public record PatternPage(
        Frame frame,
        String summary,
        String problem,
        List<String> aliases,
        PageLink concern,
        PageLink step,
        List<NamedText> guarantees,
        List<String> fits,
        List<String> avoid,
        List<String> tradeOffs,
        Html body,
        Table parameters,
        List<CalculatorView> calculators,
        Table failureModes,
        Table alternatives,
        List<Backlinks.Group> relations,
        Table implementations,
        List<String> detection,
        String unseen,
        Backlinks backlinks,
        List<Source> sources)
        implements Page {
    public PatternPage {
        aliases = List.copyOf(aliases);
        guarantees = List.copyOf(guarantees);
        fits = List.copyOf(fits);
        avoid = List.copyOf(avoid);
        tradeOffs = List.copyOf(tradeOffs);
        calculators = List.copyOf(calculators);
        relations = List.copyOf(relations);
        detection = List.copyOf(detection);
        sources = List.copyOf(sources);
    }

    @Override
    public String template() {
        return "pattern";
    }
}
