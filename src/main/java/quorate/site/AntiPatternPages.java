package quorate.site;

import java.util.List;
import quorate.catalog.AntiPattern;
import quorate.catalog.EntryKind;
import quorate.review.Finding;
import quorate.review.Severity;
import quorate.site.page.AntiPatternPage;
import quorate.site.page.Mark;
import quorate.site.page.PageLink;
import quorate.site.page.Table;

/** Builds the page of an anti-pattern. */
final class AntiPatternPages {

    private final Edition edition;

    AntiPatternPages(Edition edition) {
        this.edition = edition;
    }

    AntiPatternPage page(AntiPattern anti) {
        Here here = edition.at("anti-pattern", anti.id());
        Prose.Rendered body = edition.prose().render(anti.body(), here, anti.at());
        Table findings = findings(here, anti);
        ReviewStep step = ReviewStep.of(anti.step());
        FrameBuilder frame = edition.frame(here, "anti-pattern", anti.name())
                .about(anti.problem())
                .crumb(here.link("Anti-patterns", "page", "anti-patterns"))
                .writtenIn(edition.origin(anti.at()))
                .heading("Why it is tempting", "tempting")
                .heading("How it harms", "harm")
                .headings(body.headings())
                .heading("How it shows", "symptoms")
                .heading("How it is detected", "detection")
                .heading(!findings.rows().isEmpty(), "Findings on this site", "findings")
                .heading("The way out", "way-out")
                .heading("When it is acceptable", "acceptable")
                .heading("Sources", "sources")
                .find(
                        "Anti-pattern",
                        anti.aliases(),
                        anti.tempting() + " " + String.join(" ", anti.symptoms()) + " " + body.words());
        return new AntiPatternPage(
                frame.build(),
                anti.problem(),
                anti.aliases(),
                Severity.of(anti.severity()).map(Marks::severity).orElse(Mark.NONE),
                new PageLink(step.full(), here.href("checklist/index.html#" + step.slug())),
                anti.tempting(),
                anti.harm(),
                body.html(),
                anti.symptoms(),
                edition.entries(here, EntryKind.RULE, anti.rules(), anti.at()),
                anti.unseen(),
                anti.detection().stream().map(trace -> trace.kind() + ": " + trace.value()).toList(),
                findings,
                anti.wayOut().stream().map(s -> way(here, anti, s)).toList(),
                anti.acceptable(),
                edition.entries(here, EntryKind.INCIDENT, anti.incidents(), anti.at()),
                edition.back().of(here, "anti-pattern", anti.id()),
                edition.references(anti));
    }

    private AntiPatternPage.WayOut way(Here here, AntiPattern anti, AntiPattern.Step step) {
        List<PageLink> patterns = edition.entries(here, EntryKind.PATTERN, step.patterns(), anti.at());
        return new AntiPatternPage.WayOut(step.text(), patterns);
    }

    /** A rule may see more than this anti-pattern, so its findings are shown as what they are. */
    private Table findings(Here here, AntiPattern anti) {
        Rows rows = Rows.of(
                "findings-table", "Findings of the rules that see it", "Finding", "Severity", "Project*", "What follows");
        for (Brief project : edition.briefs()) {
            for (Brief.Wrong finding : project.findings()) {
                if (anti.rules().contains(finding.rule())) {
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
