package quorate.review.failure;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Provenance;
import quorate.review.Calls;
import quorate.review.Containers;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** Something starts each process again that ends, so that a crash is no outage until a person comes. */
final class CrashNotHealed implements Rule.OfEntity {

    @Override
    public String id() {
        return "crash-not-healed";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SYSTEM, Kind.SERVICE, Kind.STORE, Kind.CHANNEL);
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        return entity.kind() == Kind.SYSTEM ? system(in) : component(entity, in);
    }

    private static Outcome component(Entity entity, Review.Input in) {
        if (!entity.get(Keys.RESTARTS).isKnown() || !Calls.in(in).staysUp(entity)) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(entity, Keys.RESTARTS, Keys.REPLICAS);
        if (entity.get(Keys.RESTARTS).is(true)) {
            return reasons.holds();
        }
        return reasons.violated(Importance.of(entity, in).weigh(Severity.LOW),
                "After a crash " + entity.title() + " stays down until a person starts it: nothing else starts it again.");
    }

    /**
     * One answer for all containers of which no file says who starts them again: a finding where their platform starts nothing
     * unless told to, a question where it may.
     */
    private static Outcome system(Review.Input in) {
        Calls calls = Calls.in(in);
        List<Entity> all = in.linked().architecture().components().stream().filter(calls::staysUp).toList();
        List<Entity> left = all.stream().filter(CrashNotHealed::isLeft).toList();
        if (!left.isEmpty()) {
            Reasons reasons = Reasons.none();
            left.forEach(component -> reasons.saw(component, Keys.RESTARTS));
            return reasons.violated(Severity.LOW, "After a crash " + Names.of(left)
                    + (left.size() == 1 ? " stays" : " stay") + " down until a person starts "
                    + (left.size() == 1 ? "it" : "them") + ": no restart policy is written.");
        }
        Reasons reasons = Reasons.none();
        all.stream()
                .filter(component -> Containers.describe(component) && component.get(Keys.RESTARTS).isUnknown())
                .forEach(component -> reasons.saw(component, Keys.IMAGE).lacks(component, Keys.RESTARTS));
        return reasons.unknown();
    }

    /** What a file leaves out counts where the same file says how many run; else it may be one of development. */
    private static boolean isLeft(Entity component) {
        Fact<Boolean> restarts = component.get(Keys.RESTARTS);
        boolean declared = restarts.origin().provenance() == Provenance.DECLARED;
        return restarts.statedNone() && (declared || component.get(Keys.REPLICAS).origin().provenance() == Provenance.IMPORTED);
    }
}
