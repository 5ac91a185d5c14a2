package quorate.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quorate.derive.Scenario;
import quorate.review.Review;
import quorate.site.page.FailureListPage;
import quorate.site.page.PartPage;

/** Builds the page of all failures with what to do first, where none has a page or a runbook of its own. */
final class FailureListPages {

    /** The list, for the addresses of its further parts. */
    static final String LIST = "failures";

    private static final Comparator<Scenario> ORDER =
            Comparator.comparingInt(ScenarioWords::reach).reversed().thenComparing(ScenarioWords::isHarmless);

    private final ProjectScope scope;

    FailureListPages(ProjectScope scope) {
        this.scope = scope;
    }

    /** A failure and the anchor that it alone has. */
    record Placed(Scenario scenario, String anchor) {}

    /** In the order in which they are shown: what takes most down first. */
    static List<Placed> worstFirst(Review review) {
        Set<String> taken = new HashSet<>();
        List<Placed> placed = new ArrayList<>();
        review.input().derived().scenarios().stream().sorted(ORDER).forEach(scenario -> {
            String slug = Slug.of(scenario.failure().slug());
            String free = slug;
            for (int i = 2; !taken.add(free); i++) {
                free = slug + "-" + i;
            }
            placed.add(new Placed(scenario, free));
        });
        return placed;
    }

    FailureListPage page() {
        Here here = scope.at("failures");
        String line = ScenarioWords.line(scope.scenarios());
        FrameBuilder frame = scope.frame(here, "failure-list", "Failure scenarios").about(line)
                .find("Failures", List.of(scope.title() + " failures", "failure scenario table"), "");
        List<Placed> all = worstFirst(scope.review());
        for (Placed placed : all) {
            String address = scope.edition().map().address("scenario", scope.id() + "/" + placed.scenario().failure().id());
            frame.findAt(address, "Failure", Symptoms.of(placed.scenario().failure()), List.of(placed.scenario().failure().title()),
                    "", scope.title());
        }
        Portions.Portion<FailureListPage.Failure> shown = scope.portions().list(
                here, LIST, "Failure scenarios", all, Portions.Size.FAILURES, this::failure, PartPage::ofFailures);
        return new FailureListPage(frame.build(), line, shown.shown(), shown.parts(), scope.brief(here));
    }

    private FailureListPage.Failure failure(Here here, Placed placed) {
        Scenario scenario = placed.scenario();
        if (ScenarioWords.isHarmless(scenario)) {
            return FailureListPage.Failure.harmless(placed.anchor(), ScenarioViews.worst(scenario), scenario.failure().title());
        }
        OnCall onCall = new OnCall(scope, scenario.failure().subject());
        return new FailureListPage.Failure(
                placed.anchor(),
                ScenarioViews.worst(scenario),
                scenario.failure().title(),
                ScenarioWords.journeys(scenario),
                ScenarioWords.data(scenario),
                scenario.recovery().words(),
                scenario.recovery().how(),
                scenario.present().stream().map(Phrases::sentence).toList(),
                scenario.proposed().stream().map(Phrases::sentence).toList(),
                RunbookPages.original(scenario),
                onCall.owner().orElse(""),
                onCall.escalation(),
                new RunbookSteps(scope, here, scenario).first());
    }
}
