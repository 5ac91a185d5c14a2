package quorate.site;

import java.util.List;
import quorate.model.PasteYaml;
import quorate.review.Selection;
import quorate.review.Unknown;
import quorate.site.page.MatrixPage;
import quorate.site.page.PageLink;
import quorate.site.page.PartPage;
import quorate.site.page.QuestionView;
import quorate.site.page.QuestionsPage;
import quorate.site.page.SelectionView;
import quorate.site.page.Table;

/** Builds the pages of what is chosen in a project, and of what its owner has to say first. */
final class DecisionPages {

    private final ProjectScope scope;
    private final FindingViews findings;

    DecisionPages(ProjectScope scope) {
        this.scope = scope;
        this.findings = new FindingViews(scope);
    }

    MatrixPage matrix() {
        Here here = scope.at("matrix");
        SelectionViews views = new SelectionViews(scope);
        List<Selection> all = scope.review().selections();
        long chosen = all.stream().filter(s -> !SelectionViews.standing(s).word().equals("open")).count();
        long differs = all.stream().filter(s -> SelectionViews.standing(s).word().equals("differs")).count();
        Portions.Portion<SelectionView> shown = scope.portions().list(here, "matrix", "Pattern selection matrix", all, Portions.Size.SELECTIONS,
                views::view, PartPage::ofSelections);
        String line = all.isEmpty()
                ? "No decision of the catalog applies to what is stated so far."
                : chosen + " of " + all.size() + " decisions are settled by stated facts; in " + differs + " of them something else is in use.";
        FrameBuilder frame = scope.frame(here, "matrix", "Pattern selection matrix")
                .about(line).find("Matrix", List.of(scope.title() + " matrix"), "");
        return new MatrixPage(frame.build(), line, shown.shown(), shown.parts());
    }

    QuestionsPage questions() {
        Here here = scope.at("questions");
        int count = scope.review().questions().size();
        String line = count == 0
                ? "Nothing that decides about a finding is left to ask."
                : Phrases.capital(Phrases.count(count, "question")) + ", the one whose answer could matter most first. Paste the YAML into architecture.yaml and correct the values.";
        FrameBuilder frame = scope.frame(here, "questions", "Questions to the owner")
                .about(line).find("Questions", List.of(scope.title() + " questions"), "");
        List<Unknown> first = Unknown.ranked(scope.review()).stream().limit(Unknown.FIRST).toList();
        Portions.Portion<QuestionView> asked = scope.portions().list(here, "questions", "Questions to the owner", scope.review().questions(),
                Portions.Size.QUESTIONS, findings::question, PartPage::ofQuestions);
        return new QuestionsPage(
                frame.heading(!first.isEmpty(), "Worth answering first", "first").build(), line, first(here, first), Unknown.ranking(scope.review()),
                PasteYaml.of(first.stream().map(Unknown::fact).sorted().toList()), asked.shown(), asked.parts());
    }

    private Table first(Here here, List<Unknown> unknowns) {
        Rows rows = Rows.of("first-table", "The facts whose answer could change most", "Fact", "What the answer could change", "Weight#");
        for (Unknown unknown : unknowns) {
            rows.row(
                    "",
                    Table.Cell.of(asked(here, unknown))
                            .noted(unknown.fact().key().help() + " " + unknown.fact().path().replace("->", "→")),
                    Table.Cell.of(Phrases.capital(unknown.words()) + "."),
                    Table.Cell.of("" + unknown.weight()));
        }
        return rows.table();
    }

    /** The question that asks for the fact; plain text when only scenarios want it. */
    private PageLink asked(Here here, Unknown unknown) {
        String fact = Phrases.capital(Phrases.field(unknown.fact().key())) + " of " + ProjectScope.name(unknown.fact().subject());
        return scope.review().questions().stream()
                .filter(q -> q.missing().contains(unknown.fact()))
                .findFirst()
                .map(q -> scope.link(here, fact, "question", q.id()))
                .orElse(PageLink.plain(fact));
    }
}
