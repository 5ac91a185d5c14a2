package quorate.review.failure;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.review.Calls;
import quorate.review.Containers;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** Something asks each instance whether it can answer, so that one that hangs or still starts gets no calls. */
final class HealthUnwatched implements Rule.OfEntity {

    @Override
    public String id() {
        return "health-unwatched";
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
        Calls calls = Calls.in(in);
        if (open(entity) || !calls.staysUp(entity) || !calls.isCalled(entity)) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(entity, Keys.LIVENESS, Keys.READINESS_PROBE);
        if (entity.get(Keys.LIVENESS).isKnown() || entity.get(Keys.READINESS_PROBE).isKnown()) {
            return reasons.holds();
        }
        return reasons.violated(Importance.of(entity, in).weigh(Severity.LOW),
                "Calls go on to " + entity.title() + " while it hangs or still starts: no probe asks whether it can answer.");
    }

    /**
     * One answer for all containers that no file probes. An image may bring a check of its own, but few do: a finding that is
     * presumed where the file is one that would show a check, else a question. Kubernetes looks at no check of an image.
     */
    private static Outcome system(Review.Input in) {
        Calls calls = Calls.in(in);
        Reasons reasons = Reasons.none();
        List<Entity> unprobed = in.linked().architecture().components().stream()
                .filter(component -> calls.staysUp(component) && Containers.describe(component) && open(component))
                .toList();
        for (Entity component : unprobed) {
            boolean denied = component.get(Keys.LIVENESS).statedNone();
            reasons.saw(component, Keys.IMAGE).lacks(component, denied ? Keys.READINESS_PROBE : Keys.LIVENESS);
        }
        List<Entity> shown = unprobed.stream().filter(c -> Containers.run(c) && c.get(Keys.POD_LABELS).isUnknown()).toList();
        return shown.isEmpty() ? reasons.unknown() : reasons.presumed(Severity.LOW, "Nothing notices that "
                + Names.of(shown) + (shown.size() == 1 ? " hangs or is" : " hang or are")
                + " not ready yet: the file has no check of health, and few images bring one.");
    }

    /** No probe is known, and not both are denied: either would do. */
    private static boolean open(Entity entity) {
        boolean known = entity.get(Keys.LIVENESS).isKnown() || entity.get(Keys.READINESS_PROBE).isKnown();
        return !known && (entity.get(Keys.LIVENESS).isUnknown() || entity.get(Keys.READINESS_PROBE).isUnknown());
    }
}
