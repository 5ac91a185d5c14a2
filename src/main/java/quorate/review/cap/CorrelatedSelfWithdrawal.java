package quorate.review.cap;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.AutomationAction;
import quorate.model.Words.Criticality;
import quorate.model.Words.OnDependencyLoss;
import quorate.model.Words;
import quorate.review.Calls;
import quorate.review.Copies;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** Instances that leave service when a shared dependency is lost must not all leave at once. */
final class CorrelatedSelfWithdrawal implements Rule.OfEntity {

    @Override
    public String id() {
        return "correlated-self-withdrawal";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SERVICE);
    }

    @Override
    public Outcome check(Entity service, Review.Input in) {
        if (service.get(Keys.ON_DEPENDENCY_LOSS).isUnknown()) {
            return mayLeave(service, in)
                    ? Reasons.of(service, Keys.READINESS_PROBE).lacks(service, Keys.ON_DEPENDENCY_LOSS, Keys.WITHDRAW_FLOOR).unknown()
                    : Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(service, Keys.ON_DEPENDENCY_LOSS, Keys.WITHDRAW_FLOOR, Keys.REPLICAS);
        boolean leaves = service.get(Keys.ON_DEPENDENCY_LOSS)
                .is(does -> does == OnDependencyLoss.WITHDRAW || does == OnDependencyLoss.EXIT);
        if (!leaves || service.get(Keys.WITHDRAW_FLOOR).isKnown()) {
            return reasons.holds();
        }
        if (service.get(Keys.WITHDRAW_FLOOR).isUnknown()) {
            return reasons.lacks(service, Keys.WITHDRAW_FLOOR).unknown();
        }
        String all = Copies.of(service, in).count().filter(n -> n > 1).map(n -> "All " + n).orElse("All");
        return reasons.violated(Importance.of(service, in).weigh(Severity.HIGH),
                all + " instances of " + service.title() + " leave service together when a dependency that they share is"
                        + " lost: each does " + Words.written(service.get(Keys.ON_DEPENDENCY_LOSS).or(OnDependencyLoss.WITHDRAW))
                        + ", and no floor keeps some in service.");
    }

    /** It tells when it is not ready, and it is critical and waits for others, or something takes it out of service by that. */
    private static boolean mayLeave(Entity service, Review.Input in) {
        boolean evicted = in.linked().architecture().all(Kind.AUTOMATION).stream()
                .filter(automation -> automation.get(Keys.AUTOMATION_ACTION).is(AutomationAction.EVICT))
                .anyMatch(automation -> automation.get(Keys.ACTS_ON).or(List.of()).contains(service.id()));
        boolean waits = Calls.in(in).from(service.id()).stream()
                .anyMatch(link -> Calls.in(in).waits(link) && link.get(Keys.CRITICALITY).is(Criticality.CRITICAL));
        return service.get(Keys.READINESS_PROBE).isKnown() && Importance.of(service, in).critical() && (evicted || waits);
    }
}
