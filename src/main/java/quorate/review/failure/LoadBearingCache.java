package quorate.review.failure;

import java.util.Set;
import quorate.model.Entity;
import quorate.model.Key;
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
        boolean fronts = cache.get(Keys.FRONTS).isKnown();
        Key<Double> capacity = Keys.MISS_CAPACITY;
        if (!fronts && !cache.get(capacity).isKnown()) {
            return Outcome.notApplicable();
        }
        Importance importance = Importance.of(cache, in);
        Reasons reasons = Reasons.of(cache, Keys.FRONTS, capacity, Keys.COALESCING, Keys.STALE_ON_ERROR);
        boolean softened = cache.get(Keys.COALESCING).is(true) || cache.get(Keys.STALE_ON_ERROR).is(true);
        if (softened || cache.get(capacity).is(share -> share >= 1)) {
            return reasons.holds();
        }
        if (!cache.get(capacity).isKnown()) {
            boolean ask = importance.critical() || Calls.in(in).shared(cache.id());
            return ask
                    ? reasons.lacks(cache, capacity, Keys.COALESCING, Keys.STALE_ON_ERROR).unknown()
                    : Outcome.notApplicable();
        }
        String origin = cache.get(Keys.FRONTS).value().map(Calls.in(in)::name).orElse("the origin");
        String message = "A cold " + cache.title() + " takes " + origin + " down: that carries "
                + new ValueType.Share().show(cache.get(capacity).value().get())
                + " of the load without the cache, and misses are neither joined nor answered with old entries";
        if (cache.get(Keys.COALESCING).is(false) && cache.get(Keys.STALE_ON_ERROR).is(false)) {
            return reasons.violated(importance.weigh(Severity.HIGH), message + ".");
        }
        return reasons.lacks(cache, Keys.COALESCING, Keys.STALE_ON_ERROR)
                .presumed(importance.weigh(Severity.MEDIUM), message + ", as far as is stated.");
    }
}
