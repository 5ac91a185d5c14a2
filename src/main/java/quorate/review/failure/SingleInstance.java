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

/** What users cannot do without runs more than once, so that losing an instance is no outage. Stores have rules of their own. */
final class SingleInstance implements Rule.OfEntity {

    @Override
    public String id() {
        return "single-instance";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SYSTEM, Kind.SERVICE, Kind.CHANNEL);
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        return entity.kind() == Kind.SYSTEM ? system(in) : component(entity, in);
    }

    private static Outcome component(Entity entity, Review.Input in) {
        Importance importance = Importance.of(entity, in);
        if (!importance.critical() || !Calls.in(in).staysUp(entity) || !entity.get(Keys.REPLICAS).isKnown()) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(entity, Keys.REPLICAS).addAll(importance.because());
        if (entity.get(Keys.REPLICAS).is(n -> n > 1)) {
            return reasons.holds();
        }
        return reasons.violated(Severity.MEDIUM, "Loss or restart of one instance stops " + entity.title()
                + ", which is critical: it runs once.");
    }

    /** One question for all of one instance that nobody has rated: which of them may be down for the time of a restart? */
    private static Outcome system(Review.Input in) {
        Calls calls = Calls.in(in);
        Reasons reasons = Reasons.none();
        for (Entity component : in.linked().architecture().components()) {
            boolean single = component.get(Keys.REPLICAS).is(1)
                    && (component.get(Keys.IMAGE).isKnown() || Containers.describe(component));
            Importance importance = Importance.of(component, in);
            if (single && calls.staysUp(component) && !importance.critical() && !importance.minor()) {
                reasons.saw(component, Keys.REPLICAS).lacks(component, Keys.CRITICALITY);
            }
        }
        return reasons.unknown();
    }
}
