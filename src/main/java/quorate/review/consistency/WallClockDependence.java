package quorate.review.consistency;

import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.VersionScheme;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** A clock that can be stepped back does not measure durations, leases or order without a guard. */
final class WallClockDependence implements Rule.OfEntity {

    @Override
    public String id() {
        return "wall-clock-dependence";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SERVICE, Kind.STORE, Kind.COORDINATION);
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        Reasons reasons = Reasons.of(entity, Keys.CLOCK, Keys.CLOCK_GUARD, Keys.LEASE, Keys.CLOCK_SKEW);
        if (!entity.get(Keys.CLOCK).isKnown()) {
            boolean bare = entity.get(Keys.CLOCK).isUnknown() && entity.get(Keys.CLOCK_GUARD).statedNone();
            return bare ? reasons.lacks(entity, Keys.CLOCK).unknown() : Outcome.notApplicable();
        }
        if (!entity.get(Keys.CLOCK).is(VersionScheme.WALL_CLOCK) || entity.get(Keys.CLOCK_GUARD).isKnown()) {
            return reasons.holds();
        }
        if (entity.get(Keys.CLOCK_GUARD).isUnknown()) {
            return reasons.lacks(entity, Keys.CLOCK_GUARD).unknown();
        }
        boolean lease = entity.kind() == Kind.COORDINATION;
        String what = lease ? "A lease of " + entity.title() + " can have two holders" : entity.title()
                + " can compute a negative duration or a wrong order";
        Severity severity = lease ? Severity.HIGH : Importance.of(entity, in).weigh(Severity.MEDIUM);
        return reasons.violated(severity, what + " when a clock is stepped or runs off: it uses the wall clock, and"
                + " nothing guards it.");
    }
}
