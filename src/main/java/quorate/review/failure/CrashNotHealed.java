package quorate.review.failure;

import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.review.Calls;
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
        if (entity.get(Keys.RESTARTS).isUnknown() || !Calls.in(in).staysUp(entity)) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(entity, Keys.RESTARTS, Keys.REPLICAS);
        if (entity.get(Keys.RESTARTS).is(true)) {
            return reasons.holds();
        }
        return reasons.violated(Importance.of(entity, in).weigh(Severity.LOW),
                "After a crash " + entity.title() + " stays down until a person starts it: nothing else starts it again.");
    }

    /** One question for all containers of which no file says who starts them again. */
    private static Outcome system(Review.Input in) {
        Calls calls = Calls.in(in);
        Reasons reasons = Reasons.none();
        for (Entity component : in.linked().architecture().components()) {
            if (calls.staysUp(component) && Containers.describe(component) && component.get(Keys.RESTARTS).isUnknown()) {
                reasons.saw(component, Keys.IMAGE).lacks(component, Keys.RESTARTS);
            }
        }
        return reasons.unknown();
    }
}
