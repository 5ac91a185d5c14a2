package quorate.review.transactions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.Effect;
import quorate.model.Words.TransactionStyle;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** Steps of a saga before its pivot can be undone, those after it can be repeated until they succeed. */
final class SagaUncompensated implements Rule.OfEntity {

    private static final Set<TransactionStyle> SAGAS = Set.of(
            TransactionStyle.SAGA_ORCHESTRATION, TransactionStyle.SAGA_CHOREOGRAPHY, TransactionStyle.TCC);

    @Override
    public String id() {
        return "saga-uncompensated";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.TRANSACTION);
    }

    @Override
    public Outcome check(Entity saga, Review.Input in) {
        if (!saga.get(Keys.STYLE).is(SAGAS::contains)) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(saga, Keys.STYLE, Keys.STEPS, Keys.OWNER, Keys.COORDINATOR);
        List<Facts> steps = saga.get(Keys.STEPS).or(List.of());
        if (steps.isEmpty()) {
            return reasons.lacks(saga, Keys.STEPS).unknown();
        }
        Severity severity = saga.get(Keys.MONEY).is(true) ? Severity.CRITICAL : Severity.HIGH;
        int pivot = pivot(steps);
        List<String> open = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Facts step = steps.get(i);
            boolean before = i < pivot;
            boolean after = pivot >= 0 && i > pivot;
            boolean changes = step.get(Keys.EFFECT).is(effect -> effect != Effect.READ_ONLY);
            if (before && step.get(Keys.COMPENSATION).statedNone() && changes) {
                return reasons.violated(severity, "When a later step fails, '" + name(step) + "' of " + saga.title()
                        + " stays done: it comes before the pivot and has no compensation.");
            }
            if (after && step.get(Keys.RETRIABLE).is(false)) {
                return reasons.violated(severity, "When '" + name(step) + "' fails, " + saga.title()
                        + " can go neither forward nor back: it comes after the pivot and cannot be repeated.");
            }
            boolean beforeOpen = !after && i != pivot && i < steps.size() - 1 && !step.get(Keys.COMPENSATION).isKnown()
                    && !step.get(Keys.EFFECT).is(Effect.READ_ONLY);
            boolean afterOpen = after && step.get(Keys.RETRIABLE).isUnknown();
            if (beforeOpen || afterOpen) {
                open.add(name(step));
            }
        }
        if (!open.isEmpty()) {
            return reasons.lacksWithin(saga, Keys.STEPS).unknown();
        }
        boolean owned = saga.get(Keys.OWNER).isKnown() || saga.get(Keys.COORDINATOR).isKnown();
        if (!owned && saga.get(Keys.OWNER).statedNone() && saga.get(Keys.COORDINATOR).statedNone()) {
            return reasons.violated(Severity.MEDIUM, "Nobody finishes a stuck " + saga.title()
                    + ": it has neither coordinator nor owner.");
        }
        return reasons.holds();
    }

    private static int pivot(List<Facts> steps) {
        int pivot = -1;
        for (int i = 0; i < steps.size(); i++) {
            pivot = steps.get(i).get(Keys.PIVOT).is(true) ? i : pivot;
        }
        return pivot;
    }

    private static String name(Facts step) {
        return step.get(Keys.ACTION).value().or(() -> step.get(Keys.STEP_SERVICE).value()).orElse("a step");
    }
}
