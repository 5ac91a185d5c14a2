package quorate.derive.failure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import quorate.derive.call.MissLoad;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Words;

/** What stands behind caches, and what it takes when a cache is empty or gone: {@code cache.miss-capacity} of the full load. */
final class Caches {

    private final Architecture architecture;
    private final Map<String, List<Entity>> byOrigin = new LinkedHashMap<>();

    Caches(Architecture architecture) {
        this.architecture = architecture;
        for (Entity store : architecture.all(Kind.STORE)) {
            store.get(Keys.FRONTS).value().ifPresent(
                    origin -> byOrigin.computeIfAbsent(origin, k -> new ArrayList<>()).add(store));
        }
    }

    static boolean isCache(Entity component) {
        return component.kind() == Kind.STORE
                && (component.get(Keys.STORE_TYPE).is(Words.StoreType.CACHE) || component.get(Keys.FRONTS).isKnown());
    }

    /** The caches that stand before a component. */
    List<Entity> before(String origin) {
        return byOrigin.getOrDefault(origin, List.of());
    }

    /** A cache that lost what it held: it answers, but every request goes on to what it fronts. */
    Map<String, Harm> cold(Entity cache) {
        Map<String, Harm> harms = new TreeMap<>();
        Optional<Entity> origin = cache.get(Keys.FRONTS).value().flatMap(architecture::component);
        MissLoad misses = MissLoad.of(cache);
        StateRange load = load(misses);
        Set<Missing> deciding = new TreeSet<>(misses.deciding());
        boolean unnamed = cache.get(Keys.FRONTS).isUnknown();
        if (unnamed) {
            deciding.add(new Missing(cache, Keys.FRONTS));
        }
        StateRange own = new StateRange(State.DEGRADED, unnamed ? State.DOWN : State.DEGRADED);
        Evidence why = misses.why();
        harms.put(cache.id(), Harm.of(new Condition(own, warm(own), true, why, unnamed ? deciding : Set.of())));
        origin.ifPresent(o -> harms.put(o.id(), Harm.of(new Condition(load, warm(load), true, why, deciding))));
        return harms;
    }

    /** Once it is full again all is well, unless what it fronts never gets so far as to fill it. */
    private static StateRange warm(StateRange cold) {
        return new StateRange(State.UP, cold.worst() == State.DOWN ? State.DOWN : State.UP);
    }

    /**
     * The condition of a component when caches before it are lost and their callers ask it instead.
     *
     * @param own its condition by itself
     * @param cache the cache's condition under the same failure
     * @param part whether only a part of the callers lost the cache, as under a partition
     */
    Condition behind(Entity cache, Condition cacheCondition, Condition own, boolean part) {
        if (cacheCondition.isUnaffected() || fallsThrough(cache, true) == State.UP && fallsThrough(cache, false) == State.UP) {
            return own;
        }
        MissLoad misses = MissLoad.of(cache);
        StateRange load = load(misses);
        StateRange during = worse(own.during(), load, cacheCondition.during(), cache, part);
        StateRange settled = worse(own.settled(), load, cacheCondition.settled(), cache, part);
        if (during.equals(own.during()) && settled.equals(own.settled())) {
            return own;
        }
        Set<Missing> deciding = new TreeSet<>(own.deciding());
        deciding.addAll(misses.deciding());
        deciding.addAll(cacheCondition.deciding());
        Evidence why = own.isUnaffected()
                ? misses.why()
                : Evidence.derived(own.why().claim(), List.of(own.why(), misses.why()));
        return new Condition(during, settled, true, why, deciding);
    }

    private StateRange worse(StateRange own, StateRange load, StateRange cache, Entity store, boolean part) {
        boolean surely = cache.best() == State.DOWN && !part && fallsThrough(store, true) == State.DOWN;
        boolean maybe = cache.worst() == State.DOWN && fallsThrough(store, false) == State.DOWN;
        return new StateRange(
                surely ? own.best().worse(load.best()) : own.best(), maybe ? own.worst().worse(load.worst()) : own.worst());
    }

    /** DOWN where callers that lose the cache ask the origin; UP where they fail instead. */
    private State fallsThrough(Entity cache, boolean best) {
        List<Link> calls = architecture.linksTo(cache.id());
        boolean surely = calls.stream().anyMatch(Caches::softened);
        boolean maybe = surely || calls.isEmpty() || calls.stream().anyMatch(link -> link.get(Keys.NEED).isUnknown()
                || (link.get(Keys.FALLBACK).isUnknown() && link.get(Keys.ON_FAILURE).isUnknown()));
        return (best ? surely : maybe) ? State.DOWN : State.UP;
    }

    private static boolean softened(Link link) {
        return link.get(Keys.NEED).is(Words.Need.SOFT)
                || link.get(Keys.FALLBACK).isKnown()
                || link.get(Keys.ON_FAILURE).is(Words.OnFailure.FALLBACK);
    }

    /** What the full load without the cache does to the origin. */
    private static StateRange load(MissLoad misses) {
        return new StateRange(state(misses.best()), state(misses.worst()));
    }

    private static State state(MissLoad.Effect effect) {
        return switch (effect) {
            case CARRIED -> State.UP;
            case JOINED -> State.DEGRADED;
            case OVERLOADS -> State.DOWN;
        };
    }
}
