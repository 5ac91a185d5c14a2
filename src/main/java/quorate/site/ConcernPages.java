package quorate.site;

import java.util.List;
import quorate.catalog.Concern;
import quorate.catalog.EntryKind;
import quorate.site.page.ConcernPage;
import quorate.site.page.PageLink;
import quorate.site.page.Table;

/** Builds the page of a concern. */
final class ConcernPages {

    private final Edition edition;

    ConcernPages(Edition edition) {
        this.edition = edition;
    }

    ConcernPage page(Concern concern) {
        Here here = edition.at("concern", concern.id());
        Prose.Rendered body = edition.prose().render(concern.body(), here, concern.at());
        Table selections = selections(here, concern);
        ReviewStep step = ReviewStep.of(concern.step());
        FrameBuilder frame = edition.frame(here, "concern", concern.name())
                .about(concern.question())
                .crumb(here.link("Concerns", "page", "concerns"))
                .writtenIn(edition.origin(concern.at()))
                .heading("Candidates", "candidates")
                .headings(body.headings())
                .heading(!selections.rows().isEmpty(), "Choices on this site", "choices")
                .heading("Sources", "sources")
                .find("Concern", List.of(), body.words());
        return new ConcernPage(
                frame.build(),
                concern.question(),
                Phrases.words(concern.about()),
                new PageLink(step.full(), here.href("checklist/index.html#" + step.slug())),
                body.html(),
                candidates(here, concern),
                selections,
                edition.back().of(here, "concern", concern.id()),
                edition.references(concern));
    }

    private Table candidates(Here here, Concern concern) {
        Rows rows = Rows.of("candidates-table", "Candidates for " + concern.name(), "Pattern", "Speaks for it", "Speaks against it", "Needs", "Trade-off");
        for (Concern.Candidate candidate : concern.candidates()) {
            rows.row(
                    "candidate-" + Slug.of(candidate.pattern()),
                    Table.Cell.of(edition.entry(here, EntryKind.PATTERN, candidate.pattern(), concern.at())),
                    Table.Cell.of(words(candidate.fits())),
                    Table.Cell.of(words(candidate.avoid())),
                    Table.Cell.of(words(candidate.needs())),
                    Table.Cell.of(candidate.tradeOff() == null ? "" : candidate.tradeOff()));
        }
        return rows.table();
    }

    private static String words(List<String> traits) {
        return String.join("; ", traits.stream().map(Phrases::words).toList());
    }

    private Table selections(Here here, Concern concern) {
        Rows rows = Rows.of("choices-table", "Choices taken for " + concern.name(), "Project*", "Subject", "Selected", "In use");
        for (Brief project : edition.briefs()) {
            for (Brief.Choice choice : project.choices()) {
                if (choice.concern().equals(concern.id())) {
                    rows.row(
                            "",
                            Table.Cell.of(here.link(project.title(), "project", project.id())),
                            Table.Cell.of(here.link(choice.subject(), "selection", choice.key())),
                            Table.Cell.of(pattern(here, choice.selected(), "none yet")),
                            Table.Cell.of(pattern(here, choice.inUse(), "not known")));
                }
            }
        }
        return rows.bounded(here);
    }

    private PageLink pattern(Here here, String id, String absent) {
        return id.isEmpty() ? PageLink.plain(absent) : edition.named(here, EntryKind.PATTERN, id);
    }
}
