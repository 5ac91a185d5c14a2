package quorate.site;

import java.util.ArrayList;
import java.util.List;
import quorate.review.Alike;
import quorate.review.Finding;
import quorate.site.page.AlikeView;
import quorate.site.page.FindingsPage;
import quorate.site.page.Page;
import quorate.site.page.PartPage;
import quorate.site.page.Table;

/** Builds all pages of one project. */
final class ProjectPages {

    private final ProjectScope scope;
    private final FindingViews findings;

    ProjectPages(ProjectScope scope) {
        this.scope = scope;
        this.findings = new FindingViews(scope);
    }

    List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        pages.add(new OverviewPages(scope).page());
        StepPages steps = new StepPages(scope);
        ReviewStep.all().forEach(step -> pages.add(steps.page(step)));
        DecisionPages decisions = new DecisionPages(scope);
        pages.add(decisions.matrix());
        pages.add(decisions.questions());
        pages.add(findings());
        pages.addAll(new FailurePages(scope).pages());
        pages.add(new BudgetPages(scope).page());
        pages.add(new AgreementPages(scope).page());
        pages.add(new AvailabilityPages(scope).page());
        pages.add(new ExplorerPages(scope).page());
        pages.addAll(new RunbookPages(scope).pages());
        pages.addAll(new HandoffPages(scope).pages());
        pages.addAll(new ComponentPages(scope).pages());
        if (scope.isLarge()) {
            pages.addAll(new GroupPages(scope).pages());
        }
        if (!scope.project().evolution().isEmpty()) {
            pages.add(new EvolutionPages(scope).page());
        }
        pages.addAll(scope.portions().pages());
        return pages;
    }

    private FindingsPage findings() {
        Here here = scope.at("findings");
        List<Finding> wrong = scope.review().wrong();
        String line = Phrases.capital(Phrases.count(wrong.size(), "finding")) + " in "
                + scope.review().findings().size() + " answers of rules.";
        FrameBuilder frame = scope.frame(here, "findings", "Findings").about(line)
                .heading("Answers of the rules", "answers")
                .heading(!wrong.isEmpty(), "What is wrong", "wrong");
        wrong.forEach(f -> frame.find("Finding", f.rule().title() + ": " + ProjectScope.name(f.subject()), List.of(f.rule().id()), f.slug(), f.message(), scope.title()));
        List<Alike<Finding>> entries = findings.alike(wrong);
        Portions.Portion<AlikeView> shown = scope.portions().list(
                here, "wrong", "Findings", entries, AlikeFindings.starts(entries), findings::entry, PartPage::ofFindings);
        Table answers = findings.table(here, "findings-table", findings.alike(scope.review().findings()), true);
        return new FindingsPage(frame.build(), Verdict.of(scope.review().findings()).counts(), line,
                scope.portions().table(here, answers, Portions.Size.ANSWERS),
                shown.shown(), shown.parts(), wrong.size() < scope.review().findings().size());
    }
}
