package quorate.review.transactions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
        List<Integer> pivots = pivots(steps);
        if (pivots.stream().allMatch(pivot -> fault(saga, steps, pivot).isPresent())) {
            return reasons.violated(severity, pivots.size() == 1
                    ? fault(saga, steps, pivots.get(0)).get() : whicheverIsThePivot(saga, steps));
        }
        if (pivots.stream().noneMatch(pivot -> isComplete(steps, pivot))) {
            return reasons.lacksWithin(saga, Keys.STEPS).unknown();
        }
        boolean owned = saga.get(Keys.OWNER).isKnown() || saga.get(Keys.COORDINATOR).isKnown();
        if (!owned && saga.get(Keys.OWNER).statedNone() && saga.get(Keys.COORDINATOR).statedNone()) {
            return reasons.violated(Severity.MEDIUM, "Nobody finishes a stuck " + saga.title()
                    + ": it has neither coordinator nor owner.");
        }
        return reasons.holds();
    }

    /**
     * The step that is stated to be the pivot, else each that may be it: all of which nothing else is stated, and the last,
     * behind which nothing can fail.
     */
    private static List<Integer> pivots(List<Facts> steps) {
        int last = steps.size() - 1;
        List<Integer> may = new ArrayList<>();
        for (int i = last; i >= 0; i--) {
            if (steps.get(i).get(Keys.PIVOT).is(true)) {
                return List.of(i);
            }
            if (i == last || !steps.get(i).get(Keys.PIVOT).is(false)) {
                may.add(i);
            }
        }
        return may;
    }

    /** Why the saga certainly can stop half way if this step is the pivot. */
    private static Optional<String> fault(Entity saga, List<Facts> steps, int pivot) {
        for (int i = 0; i < steps.size(); i++) {
            if (i < pivot && staysDone(steps.get(i))) {
                return Optional.of("When a later step fails, '" + name(steps.get(i)) + "' of " + saga.title()
                        + " stays done: it comes before the pivot and has no compensation.");
            }
            if (i > pivot && onlyOnce(steps.get(i))) {
                return Optional.of("When '" + name(steps.get(i)) + "' fails, " + saga.title()
                        + " can go neither forward nor back: it comes after the pivot and cannot be repeated.");
            }
        }
        return Optional.empty();
    }

    private static String whicheverIsThePivot(Entity saga, List<Facts> steps) {
        String once = names(steps, SagaUncompensated::onlyOnce);
        return saga.title() + " can stop half way, whichever step is taken for its pivot: "
                + names(steps, SagaUncompensated::staysDone) + " cannot be undone"
                + (once.isEmpty() ? " and is not the pivot." : ", and " + once + " cannot be repeated until it succeeds.");
    }

    private static boolean staysDone(Facts step) {
        return step.get(Keys.COMPENSATION).statedNone() && step.get(Keys.EFFECT).is(effect -> effect != Effect.READ_ONLY);
    }

    private static boolean onlyOnce(Facts step) {
        return step.get(Keys.RETRIABLE).is(false);
    }

    /** Whether all that a saga with this pivot needs is stated to be there. */
    private static boolean isComplete(List<Facts> steps, int pivot) {
        for (int i = 0; i < steps.size(); i++) {
            Facts step = steps.get(i);
            boolean undone = step.get(Keys.COMPENSATION).isKnown() || step.get(Keys.EFFECT).is(Effect.READ_ONLY);
            if (i < pivot && !undone || i > pivot && !step.get(Keys.RETRIABLE).is(true)) {
                return false;
            }
        }
        return true;
    }

    private static String names(List<Facts> steps, Predicate<Facts> which) {
        return steps.stream().filter(which).map(step -> "'" + name(step) + "'").collect(Collectors.joining(", "));
    }

    private static String name(Facts step) {
        return step.get(Keys.ACTION).value().or(() -> step.get(Keys.STEP_SERVICE).value()).orElse("a step");
    }
}
