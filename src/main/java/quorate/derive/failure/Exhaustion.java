package quorate.derive.failure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import quorate.derive.failure.Condition.Moment;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Link;
import quorate.model.Missing;

/**
 * Callers that stop answering because all their threads or connections wait for something silent, and their callers in turn.
 * Each component is looked at again only when it gets worse, at most twice, so that loops end.
 */
final class Exhaustion {

    private final Architecture architecture;
    private final Map<String, Occupancy> occupancies = new ConcurrentHashMap<>();

    Exhaustion(Architecture architecture) {
        this.architecture = architecture;
    }

    /** That a component stands still: certainly, or possibly. */
    private record Standstill(boolean certain, Evidence why, Set<Missing> deciding) {}

    /** The components that are struck, and those that they exhaust. */
    Map<String, Harm> spread(Map<String, Harm> struck) {
        Map<String, Harm> all = new HashMap<>(struck);
        Map<String, Standstill> during = solve(struck, Moment.DURING);
        boolean lasts = struck.values().stream().allMatch(harm -> harm.condition().during().equals(harm.condition().settled()));
        Map<String, Standstill> settled = lasts ? during : solve(struck, Moment.SETTLED);
        during.forEach((id, still) -> {
            StateRange after = Optional.ofNullable(settled.get(id)).map(Exhaustion::range).orElse(StateRange.of(State.UP));
            Condition condition = new Condition(range(still), after, true, still.why(), still.deciding());
            all.putIfAbsent(id, Harm.of(condition));
        });
        return all;
    }

    private static StateRange range(Standstill still) {
        return new StateRange(still.certain() ? State.DOWN : State.UP, State.DOWN);
    }

    private Map<String, Standstill> solve(Map<String, Harm> struck, Moment moment) {
        Map<String, Standstill> still = new LinkedHashMap<>(); // in the order of what is struck: what is found first explains
        struck.forEach((id, harm) -> {
            StateRange range = harm.condition().at(moment);
            if (harm.condition().silent() && range.worst() == State.DOWN) {
                Condition own = harm.condition();
                still.put(id, new Standstill(range.best() == State.DOWN, own.why(), own.deciding()));
            }
        });
        Deque<String> open = new ArrayDeque<>(still.keySet());
        while (!open.isEmpty()) {
            String silent = open.poll();
            for (Link link : architecture.linksTo(silent)) {
                Optional<Entity> caller = architecture.component(link.from());
                if (caller.isPresent() && !struck.containsKey(link.from()) && holdsUp(still, silent, caller.get(), link)) {
                    open.add(link.from());
                }
            }
        }
        return still;
    }

    /** Whether calls over the link may take all of the caller's threads or connections. */
    Occupancy occupancy(Entity caller, Link link) {
        return occupancies.computeIfAbsent(link.id(), id -> Occupancy.of(caller, link));
    }

    private boolean holdsUp(Map<String, Standstill> still, String silent, Entity caller, Link link) {
        Standstill known = still.get(caller.id());
        if (known != null && known.certain()) {
            return false;
        }
        Occupancy occupancy = occupancy(caller, link);
        Standstill beyond = still.get(silent);
        boolean certain = beyond.certain() && occupancy.certain();
        if (!occupancy.possible() || (known != null && !certain)) {
            return false;
        }
        Evidence why = Evidence.derived(silent + " does not answer in time", List.of(occupancy.why()));
        still.put(caller.id(), new Standstill(
                certain, why, occupancy.deciding().isEmpty() ? beyond.deciding() : occupancy.deciding()));
        return true;
    }
}
