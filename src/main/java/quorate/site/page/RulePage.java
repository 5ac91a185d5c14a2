package quorate.site.page;

import java.util.List;

/** A rule: what it checks, why, how to mend or accept it, and what it found here. */
public record RulePage(
        Frame frame,
        String id,
        String statement,
        Mark severity,
        String raise,
        boolean presumed,
        PageLink step,
        List<PageLink> checklist,
        List<PageLink> reads,
        String question,
        String fix,
        String fixYaml,
        List<String> quietWhen,
        Html body,
        List<CalculatorView> calculators,
        String acceptYaml,
        List<PageLink> patterns,
        List<PageLink> incidents,
        Table findings,
        String answers,
        Backlinks backlinks,
        List<Source> sources)
        implements Page {
    public RulePage {
        checklist = List.copyOf(checklist);
        reads = List.copyOf(reads);
        quietWhen = List.copyOf(quietWhen);
        calculators = List.copyOf(calculators);
        patterns = List.copyOf(patterns);
        incidents = List.copyOf(incidents);
        sources = List.copyOf(sources);
    }

    @Override
    public String template() {
        return "rule";
    }
}
