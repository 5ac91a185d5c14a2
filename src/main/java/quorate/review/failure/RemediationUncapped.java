package quorate.review.failure;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words;
import quorate.model.Words.AutomationAction;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** Automation that takes capacity away does so to a limited share at a time. */
final class RemediationUncapped implements Rule.OfEntity {

    private static final Set<AutomationAction> TAKES_AWAY = Set.of(
            AutomationAction.PROMOTE, AutomationAction.FAIL_OVER, AutomationAction.EVICT, AutomationAction.REPLACE,
            AutomationAction.SCALE_IN);

    @Override
    public String id() {
        return "remediation-uncapped";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.AUTOMATION);
    }

    @Override
    public Outcome check(Entity automation, Review.Input in) {
        Reasons reasons = Reasons.of(automation, Keys.AUTOMATION_ACTION, Keys.AUTOMATION_SIGNAL, Keys.ACTS_ON, Keys.CAP);
        if (automation.get(Keys.AUTOMATION_ACTION).isUnknown() && !automation.get(Keys.CAP).isKnown()) {
            boolean denied = automation.get(Keys.CAP).statedNone();
            return (denied ? reasons.lacks(automation, Keys.AUTOMATION_ACTION)
                    : reasons.lacks(automation, Keys.AUTOMATION_ACTION, Keys.CAP)).unknown();
        }
        boolean collects = automation.get(Keys.AUTOMATION_ACTION).is(AutomationAction.COLLECT) && automation.get(Keys.CAP).statedNone();
        boolean restarts = automation.get(Keys.AUTOMATION_ACTION).is(AutomationAction.RESTART) && onWhatMatters(automation, in);
        if (!collects && !restarts && !automation.get(Keys.AUTOMATION_ACTION).is(TAKES_AWAY::contains)) {
            return Outcome.notApplicable();
        }
        if (automation.get(Keys.CAP).isKnown()) {
            return reasons.holds();
        }
        Calls calls = Calls.in(in);
        List<String> targets = automation.get(Keys.ACTS_ON).or(List.of());
        String at = targets.isEmpty() ? "everything that it acts on" : String.join(", ", targets.stream().map(calls::name).toList());
        String message = "One wrong signal can make " + automation.title() + " "
                + automation.get(Keys.AUTOMATION_ACTION).map(Words::written).or("").replace('-', ' ')
                + " all of " + at + " at once: nothing caps how much it does";
        if (automation.get(Keys.CAP).statedNone()) {
            return reasons.violated(restarts ? Severity.MEDIUM : Severity.HIGH, message + ".");
        }
        if (restarts) {
            return reasons.lacks(automation, Keys.CAP).unknown();
        }
        return reasons.lacks(automation, Keys.CAP).presumed(Severity.MEDIUM, message + ", as far as is stated.");
    }

    /** What was restarted comes back by itself, so that a restart is only asked about where it is missed meanwhile. */
    private static boolean onWhatMatters(Entity automation, Review.Input in) {
        Calls calls = Calls.in(in);
        return automation.get(Keys.ACTS_ON).or(List.of()).stream()
                .flatMap(id -> calls.component(id).stream())
                .anyMatch(part -> Importance.of(part, in).critical() || calls.reliedOn(part.id()));
    }
}
