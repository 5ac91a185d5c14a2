package quorate.site;

import java.util.Comparator;
import java.util.List;
import quorate.catalog.EntryKind;
import quorate.review.Alike;
import quorate.review.ChecklistAnswer;
import quorate.review.Finding;
import quorate.review.Outcome;
import quorate.review.Question;
import quorate.review.Review;
import quorate.review.Selection;
import quorate.site.page.AlikeView;
import quorate.site.page.Frame;
import quorate.site.page.Item;
import quorate.site.page.PageLink;
import quorate.site.page.PartPage;
import quorate.site.page.StepPage;
import quorate.site.page.Table;

/** Builds the pages of the six steps of a project. */
final class StepPages {

    /** Findings, questions and choices that have a page with all of them. */
    private static final int MOST = 12;

    /** Rows of anomalies that the page begins with. */
    private static final int ANOMALIES = 5;

    private final ProjectScope scope;
    private final FindingViews findings;
    private final SelectionViews selections;
    private final FactTables tables;

    StepPages(ProjectScope scope) {
        this.scope = scope;
        this.findings = new FindingViews(scope);
        this.selections = new SelectionViews(scope);
        this.tables = new FactTables(scope);
    }

    StepPage page(ReviewStep step) {
        Here here = scope.at("step", "" + step.number());
        List<Finding> all = scope.ofStep(step.number());
        Verdict verdict = Verdict.of(all);
        List<AlikeView> accepted = findings.all(here,
                all.stream().filter(f -> f.isWrong() && f.acceptance().isPresent()).toList());
        List<Alike<Finding>> entries = findings.alike(verdict.wrong());
        Portions.Portion<Alike<Finding>> wrong = Portions.start(
                entries, AlikeFindings.fitting(entries, MOST), here.link("All findings", "findings", scope.id()));
        Portions.Portion<Finding> held = scope.portions().list(here, "checked", "Checked, " + step.full(), held(scope.review(), step),
                Portions.Size.CHECKED, (there, finding) -> finding,
                (frame, views, parts) -> PartPage.ofChecked(frame, findings.checked(there(frame), views), parts));
        List<Item> items = scope.review().checklist().stream()
                .filter(a -> a.item().step() == step.number())
                .map(a -> item(here, a))
                .toList();
        // Data, transactions and coordination are linked to and stay; they are few.
        List<Table> facts = tables.ofStep(here, step.number()).stream()
                .map(t -> t.id().equals(DomainTables.ANOMALIES) ? scope.portions().brief(here, t, ANOMALIES)
                        : step.number() == 3 || step.number() == 4 ? scope.portions().table(here, t) : t)
                .toList();
        Portions.Portion<Question> questions = Portions.start(
                scope.review().questions().stream().filter(q -> q.isOfStep(step.number())).toList(), MOST,
                here.link("All questions", "questions", scope.id()));
        List<Selection> chosen = scope.review().selections().stream().filter(s -> s.concern().step() == step.number()).toList();
        Portions.Portion<Selection> choices = Portions.start(chosen, MOST, here.link("All choices", "matrix", scope.id()));
        FrameBuilder frame = scope.frame(here, "step", step.full())
                .about(verdict.line())
                .heading(!verdict.wrong().isEmpty(), "Findings", "findings")
                .heading(!accepted.isEmpty(), "Accepted", "accepted")
                .heading(!items.isEmpty(), "Checklist", "checklist")
                .heading(!facts.isEmpty(), "What is stated", "facts")
                .heading(!chosen.isEmpty(), "Pattern choices", "choices")
                .heading(hasQuestions(step), "Open questions", "questions")
                .heading(!held.shown().isEmpty(), "Checked", "checked")
                .previous(step.number() > 1 ? scope.step(here, step.number() - 1) : PageLink.NONE)
                .next(step.number() < 6 ? scope.step(here, step.number() + 1) : PageLink.NONE)
                .find("Step", List.of(scope.title() + " " + step.title()), step.question());
        return new StepPage(
                frame.build(),
                scope.title(),
                step.number(),
                step.question(),
                verdict.mark(),
                verdict.line(),
                items,
                wrong.shown().stream().map(entry -> findings.entry(here, entry)).toList(),
                wrong.parts(),
                accepted,
                all.stream().filter(f -> f.outcome() instanceof Outcome.Holds).count() + "",
                findings.checked(here, held.shown()),
                held.parts(),
                questions.shown().stream().map(q -> findings.question(here, q)).toList(),
                questions.parts(),
                selections.table(here, choices.shown(), choices.parts()),
                here.link("matrix", "matrix", scope.id()),
                facts);
    }

    private Here there(Frame frame) {
        return Here.at(scope.edition().map(), frame.path());
    }

    /** Where the rules of a step hold, in the order in which its page shows it: by rule. */
    static List<Finding> held(Review review, ReviewStep step) {
        return review.findings().stream()
                .filter(f -> f.rule().step() == step.number() && f.outcome() instanceof Outcome.Holds)
                .sorted(Comparator.comparing(f -> f.rule().id()))
                .toList();
    }

    private boolean hasQuestions(ReviewStep step) {
        return scope.review().questions().stream().anyMatch(q -> q.isOfStep(step.number()));
    }

    private Item item(Here here, ChecklistAnswer answer) {
        List<PageLink> links = findings.alike(answer.findings().stream().filter(Finding::isWrong).toList()).stream()
                .map(entry -> findings.link(here, entry))
                .toList();
        List<PageLink> rules = answer.rules().stream().map(id -> scope.edition().named(here, EntryKind.RULE, id)).toList();
        return new Item(
                "item-" + Addresses.anchor(answer.item().id()),
                answer.item().id(),
                answer.item().text(),
                Marks.answer(answer.answer()),
                links,
                rules,
                answer.computations().stream().map(Phrases::words).toList());
    }
}
