package quorate.site.page;

import java.util.List;

/** An item of the checklist with its answer. */
public record Item(String anchor, String id, String text, Mark answer, List<PageLink> findings, List<PageLink> rules, List<String> computations) {
    public Item {
        findings = List.copyOf(findings);
        rules = List.copyOf(rules);
        computations = List.copyOf(computations);
    }
}
