package quorate.site.page;

import java.util.List;

/** A service, store, channel or external of a project. */
public record ComponentPage(
        Frame frame,
        String id,
        String kind,
        String purpose,
        String role,
        Mark verdict,
        String line,
        PageLink technology,
        List<AlikeView> findings,
        PageLink questions,
        Diagram diagram,
        Table relations,
        Table timeouts,
        Table facts,
        List<PageLink> trials,
        List<Domain> domains,
        List<PageLink> runbooks,
        List<PageLink> incidents)
        implements Page {
    public ComponentPage {
        findings = List.copyOf(findings);
        domains = List.copyOf(domains);
        trials = List.copyOf(trials);
        runbooks = List.copyOf(runbooks);
        incidents = List.copyOf(incidents);
    }

    @Override
    public String template() {
        return "component";
    }

    /**
     * Data that it holds, or reaches in a store that it calls.
     *
     * @param position what a partition does to them, in words
     * @param because what that follows from
     */
    public record Domain(String name, String position, List<EvidenceView> because) {
        public Domain {
            because = List.copyOf(because);
        }
    }
}
