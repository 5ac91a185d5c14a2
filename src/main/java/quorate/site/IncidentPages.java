package quorate.site;

import java.util.List;
import quorate.catalog.EntryKind;
import quorate.catalog.Incident;
import quorate.review.Finding;
import quorate.site.page.IncidentPage;
import quorate.site.page.Table;

/** Builds the page of an incident. */
final class IncidentPages {

    private final Edition edition;

    IncidentPages(Edition edition) {
        this.edition = edition;
    }

    IncidentPage page(Incident incident) {
        Here here = edition.at("incident", incident.id());
        Prose.Rendered body = edition.prose().render(incident.body(), here, incident.at());
        Table exposed = here(here, incident);
        FrameBuilder frame = edition.frame(here, "incident", incident.title())
                .about(incident.summary())
                .crumb(here.link("Incidents", "page", "incidents"))
                .writtenIn(edition.origin(incident.at()))
                .heading("Causal chain", "chain")
                .heading(!exposed.rows().isEmpty(), "Could it happen here?", "here")
                .headings(body.headings())
                .heading("Sources", "sources")
                .find("Incident", List.of(incident.organisation(), incident.date()), body.words());
        return new IncidentPage(
                frame.build(),
                incident.organisation(),
                incident.date(),
                incident.duration(),
                incident.summary(),
                incident.system() == null ? "" : incident.system(),
                incident.trigger() == null ? "" : incident.trigger(),
                incident.mechanism(),
                body.html(),
                edition.entries(here, EntryKind.RULE, incident.rules(), incident.at()),
                edition.entries(here, EntryKind.PATTERN, incident.patterns(), incident.at()),
                edition.entries(here, EntryKind.TECHNOLOGY, incident.technologies(), incident.at()),
                exposed,
                edition.back().of(here, "incident", incident.id()),
                edition.references(incident));
    }

    /** Findings of the rules that would have seen it. */
    private Table here(Here here, Incident incident) {
        Rows rows = Rows.of("here-table", "Findings of the rules that would have seen it", "Finding", "Severity", "Project*", "What follows");
        for (Brief project : edition.briefs()) {
            for (Brief.Wrong finding : project.findings()) {
                if (incident.rules().contains(finding.rule())) {
                    rows.row(
                            "",
                            Table.Cell.of(here.link(finding.ruleTitle() + ": " + finding.subject(), "finding", finding.key())),
                            Table.Cell.of(finding.mark(), "" + finding.severity()),
                            Table.Cell.of(here.link(project.title(), "project", project.id())),
                            Table.Cell.of(finding.message()));
                }
            }
        }
        return rows.bounded(here);
    }
}
