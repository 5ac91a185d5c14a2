package quorate.site;

import java.util.ArrayList;
import java.util.List;
import quorate.review.Alike;
import quorate.review.Finding;
import quorate.review.Outcome;
import quorate.review.Review;
import quorate.site.page.AlikeView;
import quorate.site.page.PageLink;
import quorate.site.page.PartPage;
import quorate.site.page.StepFindingsPage;

/** Builds the page of all that is wrong, by step, where no step has a page of its own. */
final class StepFindings {

    /** What is shown of a step before the findings of the next, in findings with all their reasons. */
    private static final int FIRST = 8;

    private final ProjectScope scope;
    private final FindingViews findings;

    StepFindings(ProjectScope scope) {
        this.scope = scope;
        this.findings = new FindingViews(scope);
    }

    StepFindingsPage page() {
        Here here = scope.at("findings");
        List<Finding> all = scope.review().findings();
        String line = Phrases.capital(Phrases.count(scope.review().wrong().size(), "finding")) + " in " + all.size() + " answers of rules.";
        FrameBuilder frame = scope.frame(here, "findings", "Findings").about(line)
                .find("Findings", List.of(scope.title() + " findings"), "");
        ReviewStep.all().forEach(step -> frame.heading(step.full(), step.slug()));
        List<StepFindingsPage.Section> steps = ReviewStep.all().stream().map(step -> section(here, frame, step)).toList();
        return new StepFindingsPage(frame.build(), Verdict.of(all).counts(), line, steps);
    }

    private StepFindingsPage.Section section(Here here, FrameBuilder frame, ReviewStep step) {
        List<Finding> all = scope.ofStep(step.number());
        List<Alike<Finding>> wrong = entries(scope.review(), step);
        wrong.forEach(entry -> {
            PageLink place = findings.link(here, entry);
            Finding first = entry.first();
            frame.findAt(scope.edition().map().address("finding", scope.id() + "/" + first.id()), "Finding", place.text(),
                    List.of(first.rule().id()), first.message(), scope.title());
        });
        Portions.Portion<AlikeView> shown = scope.portions().list(here, step.slug(), step.full(), wrong, starts(wrong), findings::entry, PartPage::ofFindings);
        return new StepFindingsPage.Section(
                step.slug(), step.full(), step.question(), Verdict.of(all).mark(), others(all), shown.shown(), shown.parts());
    }

    /** Those of a step, worst first, in the order in which they are shown. */
    static List<Alike<Finding>> entries(Review review, ReviewStep step) {
        return AlikeFindings.of(review.wrong().stream().filter(f -> f.rule().step() == step.number()).toList(), review);
    }

    /** At which places the pages of such a list begin. */
    static List<Integer> starts(List<Alike<Finding>> entries) {
        return AlikeFindings.starts(entries, FIRST);
    }

    private static String others(List<Finding> all) {
        List<String> parts = new ArrayList<>();
        long held = all.stream().filter(f -> f.outcome() instanceof Outcome.Holds).count();
        long open = all.stream().filter(f -> f.outcome() instanceof Outcome.Unknown).count();
        if (held > 0) {
            parts.add(Phrases.count((int) held, "answer") + (held == 1 ? " holds" : " hold"));
        }
        if (open > 0) {
            parts.add((held > 0 ? "" + open : Phrases.count((int) open, "answer")) + (open == 1 ? " waits" : " wait") + " for facts");
        }
        return parts.isEmpty() ? "" : Phrases.sentence(Phrases.capital(String.join(", ", parts)));
    }
}
