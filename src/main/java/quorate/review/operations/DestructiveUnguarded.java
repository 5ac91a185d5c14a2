package quorate.review.operations;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.AutomationAction;
import quorate.model.Words.OperationsKind;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** What can remove capacity or data stops before it removes too much. */
final class DestructiveUnguarded implements Rule.OfEntity {

    private static final Set<OperationsKind> REMOVING_PARTS =
            Set.of(OperationsKind.ADMINISTRATION, OperationsKind.DEPLOYMENT);

    /** A collector without a cap removes too; that it must know what is unused is the matter of another rule. */
    private static final Set<AutomationAction> REMOVING_ACTIONS =
            Set.of(AutomationAction.EVICT, AutomationAction.REPLACE, AutomationAction.SCALE_IN);

    private static final Set<AutomationAction> UNLESS_CAPPED =
            Set.of(AutomationAction.SCALE_IN, AutomationAction.COLLECT);

    @Override
    public String id() {
        return "destructive-unguarded";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.OPERATIONS, Kind.AUTOMATION, Kind.STORE);
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        Reasons reasons = Reasons.of(entity, Keys.OPERATIONS_KIND, Keys.AUTOMATION_ACTION, Keys.REPAIRS, Keys.ACTS_ON,
                Keys.DESTRUCTIVE_GUARD);
        if (entity.get(Keys.DESTRUCTIVE_GUARD).isKnown()) {
            return reasons.holds();
        }
        if (entity.get(Keys.DESTRUCTIVE_GUARD).isUnknown()) {
            boolean ask = entity.get(Keys.OPERATIONS_KIND).is(OperationsKind.ADMINISTRATION)
                    || (entity.get(Keys.AUTOMATION_ACTION).is(UNLESS_CAPPED::contains) && !entity.get(Keys.CAP).isKnown());
            return ask && entity.kind() != Kind.STORE
                    ? reasons.lacks(entity, Keys.DESTRUCTIVE_GUARD).unknown()
                    : Outcome.notApplicable();
        }
        boolean collectsAll = entity.get(Keys.AUTOMATION_ACTION).is(AutomationAction.COLLECT)
                && entity.get(Keys.CAP).statedNone();
        boolean removes = entity.kind() == Kind.STORE || entity.get(Keys.OPERATIONS_KIND).is(REMOVING_PARTS::contains)
                || entity.get(Keys.AUTOMATION_ACTION).is(REMOVING_ACTIONS::contains) || collectsAll;
        if (!removes) {
            return undecided(entity, reasons);
        }
        List<String> on = entity.kind() == Kind.OPERATIONS
                ? entity.get(Keys.REPAIRS).or(List.of())
                : entity.get(Keys.ACTS_ON).or(List.of());
        String target = on.isEmpty() ? "what it acts on" : String.join(", ", on.stream().map(Calls.in(in)::name).toList());
        if (entity.kind() == Kind.AUTOMATION) {
            reasons.saw(entity, Keys.CAP);
            boolean capped = entity.get(Keys.CAP).isKnown();
            return reasons.violated(capped ? Severity.LOW : Severity.HIGH, "A wrong signal makes " + entity.title() + " remove "
                    + target + (capped ? " up to its cap: no second guard" : ": no dry run, minimum or soft delete")
                    + " stands in its way.");
        }
        return reasons.violated(Importance.of(entity, in).minor() ? Severity.MEDIUM : Severity.HIGH, entity.kind() == Kind.STORE
                ? "One wrong command can delete " + entity.title() + ": neither a dry run nor a soft delete stands in its way."
                : "One mistyped argument of " + entity.title() + " can remove all of " + target
                        + ": no dry run, cap, minimum or soft delete stands in its way.");
    }

    /** Nothing guards it, and it is not said whether it can remove anything. */
    private static Outcome undecided(Entity entity, Reasons reasons) {
        Key<?> decides = entity.kind() == Kind.OPERATIONS ? Keys.OPERATIONS_KIND : Keys.AUTOMATION_ACTION;
        return entity.get(decides).isUnknown() ? reasons.lacks(entity, decides).unknown() : Outcome.notApplicable();
    }
}
