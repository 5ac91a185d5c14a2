package quorate.review.consistency;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.AutomationAction;
import quorate.model.Words.ConflictPolicy;
import quorate.model.Words.CoordinationPurpose;
import quorate.review.Calls;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** Who once held a lock, a lease or the lead must be refused by what it writes to once another holds it. */
final class StaleActorUnfenced implements Rule.OfEntity {

    @Override
    public String id() {
        return "stale-actor-unfenced";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.COORDINATION, Kind.AUTOMATION);
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        return entity.kind() == Kind.COORDINATION ? holder(entity, in) : collector(entity);
    }

    private static Outcome holder(Entity coordination, Review.Input in) {
        boolean exclusive = coordination.get(Keys.COORDINATION_PURPOSE)
                .is(p -> p == CoordinationPurpose.LOCK || p == CoordinationPurpose.LEADER_ELECTION);
        Fact<List<String>> protects = coordination.get(Keys.PROTECTS);
        if (!exclusive || protects.statedNone()) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(coordination, Keys.COORDINATION_PURPOSE, Keys.PROTECTS, Keys.LEASE,
                Keys.FENCING_TOKEN, Keys.TOKEN_CHECKED_BY);
        if (coordination.get(Keys.TOKEN_CHECKED_BY).isKnown() || conditional(protects, reasons, in)) {
            return reasons.holds();
        }
        if (protects.isUnknown()) {
            return reasons.lacks(coordination, Keys.PROTECTS, Keys.TOKEN_CHECKED_BY).unknown();
        }
        Calls calls = Calls.in(in);
        String targets = String.join(", ", protects.or(List.of()).stream().map(calls::name).toList());
        String message = "Two holders of " + coordination.title() + " can write to " + targets
                + " at once: one that was paused goes on after its turn, and nothing at " + targets + " refuses it";
        if (coordination.get(Keys.TOKEN_CHECKED_BY).statedNone()) {
            return reasons.violated(Severity.CRITICAL, message + ".");
        }
        return reasons.lacks(coordination, Keys.TOKEN_CHECKED_BY)
                .presumed(Severity.HIGH, message + ", as far as is stated.");
    }

    /** Conditional writes at every target do what a token does. */
    private static boolean conditional(Fact<List<String>> protects, Reasons reasons, Review.Input in) {
        List<Entity> targets = protects.or(List.of()).stream()
                .flatMap(id -> in.linked().architecture().component(id).stream())
                .toList();
        boolean all = !targets.isEmpty()
                && targets.stream().allMatch(t -> t.get(Keys.CONFLICTS).is(ConflictPolicy.CONDITIONAL_WRITE));
        targets.forEach(t -> reasons.saw(t, Keys.CONFLICTS));
        return all;
    }

    /** What deletes by itself must know at that moment that nobody uses what it deletes. */
    private static Outcome collector(Entity automation) {
        if (!automation.get(Keys.AUTOMATION_ACTION).is(AutomationAction.COLLECT)) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(automation, Keys.AUTOMATION_ACTION, Keys.ACTS_ON, Keys.DESTRUCTIVE_GUARD);
        if (automation.get(Keys.DESTRUCTIVE_GUARD).isKnown()) {
            return reasons.holds();
        }
        if (automation.get(Keys.DESTRUCTIVE_GUARD).isUnknown()) {
            return reasons.lacks(automation, Keys.DESTRUCTIVE_GUARD).unknown();
        }
        return reasons.violated(Severity.HIGH, "Data still in use can be deleted: " + automation.title()
                + " collects by itself, and nothing checks at that moment that it is unused.");
    }
}
