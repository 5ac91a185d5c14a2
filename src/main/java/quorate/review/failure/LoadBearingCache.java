package quorate.review.failure;

import java.util.Set;
import quorate.derive.call.MissLoad;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.ValueType;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** A cache whose loss its origin cannot bear has something that softens the fall. */
final class LoadBearingCache implements Rule.OfEntity {

    @Override
    public String id() {
        return "load-bearing-cache";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.STORE);
    }

    @Override
    public Outcome check(Entity cache, Review.Input in) {
        boolean stated = cache.get(Keys.MISS_CAPACITY).isKnown();
        if (!cache.get(Keys.FRONTS).isKnown() && !stated) {
            return Outcome.notApplicable();
        }
        MissLoad misses = MissLoad.of(cache);
        Reasons reasons = Reasons.none().add(misses.why());
        if (misses.worst() != MissLoad.Effect.OVERLOADS) {
            return reasons.holds();
        }
        Importance importance = Importance.of(cache, in);
        if (!stated) {
            Calls calls = Calls.in(in);
            boolean ask = importance.critical() || calls.shared(cache.id()) || calls.reliedOn(cache.id());
            return ask
                    ? reasons.lacks(cache, Keys.MISS_CAPACITY, Keys.COALESCING).unknown()
                    : Outcome.notApplicable();
        }
        String origin = cache.get(Keys.FRONTS).value().map(Calls.in(in)::name).orElse("the origin");
        String message = "A cold " + cache.title() + " takes " + origin + " down: that carries "
                + new ValueType.Share().show(cache.get(Keys.MISS_CAPACITY).value().get())
                + " of the load without the cache, and misses for one key are not joined";
        return misses.best() == MissLoad.Effect.OVERLOADS
                ? reasons.violated(importance.weigh(Severity.HIGH), message + ".")
                : reasons.lacks(cache, Keys.COALESCING)
                        .presumed(importance.weigh(Severity.MEDIUM), message + ", as far as is stated.");
    }
}
