package quorate.derive.call;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Missing;

/**
 * What reaches the origin of a cache that is empty or gone: every request. Entries that the cache would serve while its origin
 * fails do not help, since it has none; misses for one key that are joined do.
 *
 * @param best what it does to the origin, unknown facts at their best
 * @param worst the same at their worst
 * @param gain the full load as a multiple of what the origin carries, 1 / miss capacity
 * @param deciding facts that decide between best and worst
 */
public record MissLoad(Effect best, Effect worst, Factor gain, Evidence why, Set<Missing> deciding) {

    /** What the misses do to the origin, the mildest first. */
    public enum Effect {
        CARRIED,
        JOINED,
        OVERLOADS
    }

    public MissLoad {
        deciding = Collections.unmodifiableSet(new TreeSet<>(deciding));
    }

    public static MissLoad of(Entity cache) {
        Fact<Double> capacity = cache.get(Keys.MISS_CAPACITY);
        Fact<Boolean> joined = cache.get(Keys.COALESCING);
        boolean carries = capacity.is(share -> share >= 1);
        Effect once = carries ? Effect.CARRIED : joined.isUnknown() || joined.is(true) ? Effect.JOINED : Effect.OVERLOADS;
        Effect best = capacity.isUnknown() ? Effect.CARRIED : once;
        Effect worst = carries ? Effect.CARRIED : joined.is(true) ? Effect.JOINED : Effect.OVERLOADS;
        Set<Missing> deciding = new TreeSet<>();
        if (best != worst) {
            for (var key : List.of(Keys.MISS_CAPACITY, Keys.COALESCING)) {
                if (cache.get(key).isUnknown()) {
                    deciding.add(new Missing(cache, key));
                }
            }
        }
        return new MissLoad(best, worst, gain(capacity), why(cache, best, worst), deciding);
    }

    private static Factor gain(Fact<Double> capacity) {
        return capacity.value()
                .map(share -> Factor.exactly(share > 0 ? 1 / share : Double.POSITIVE_INFINITY))
                .orElse(new Factor(0, 1, Double.POSITIVE_INFINITY));
    }

    private static Evidence why(Entity cache, Effect best, Effect worst) {
        String origin = cache.get(Keys.FRONTS).value().orElse("what " + cache.id() + " fronts");
        String claim = switch (worst) {
            case CARRIED -> origin + " carries the full load without " + cache.id();
            case JOINED -> origin + " carries the misses of " + cache.id() + ", since those for one key are joined";
            case OVERLOADS -> best == Effect.OVERLOADS
                    ? origin + " does not carry the full load without " + cache.id()
                    : "whether " + origin + " carries the full load without " + cache.id() + " is not stated";
        };
        return Evidence.derived(
                claim,
                Evidence.of(cache, Keys.FRONTS),
                Evidence.of(cache, Keys.MISS_CAPACITY),
                Evidence.of(cache, Keys.COALESCING));
    }
}
