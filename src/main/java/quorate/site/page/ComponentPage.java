package quorate.site.page;

import java.util.List;

/** A service, store, channel or external of a project. */
public record ComponentPage(
        Frame frame,
        String kind,
        String purpose,
        String role,
        Mark verdict,
        String line,
        PageLink technology,
        List<FindingView> findings,
        PageLink questions,
        Diagram diagram,
        Table relations,
        Table timeouts,
        Table facts,
        List<PageLink> trials,
        List<NamedText> domains,
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
}
