package quorate.derive.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.call.Factor;
import quorate.derive.call.RetryPressure;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Missing;

/**
 * Calls and messages that come back to where they began. While all is well a circle gives back no more than goes in, or the
 * load would grow without end; so its gain in a failure is between nothing and the product of the attempts on it.
 */
final class Circles {

    /** Edges that are followed, and circles that are looked at, in all. */
    static final int MOST_STEPS = 20_000;
    static final int MOST_CIRCLES = 200;

    private final Architecture architecture;
    private final LoadGraph graph;
    private final List<LoadLoop> loops = new ArrayList<>();
    private boolean complete = true;

    Circles(Architecture architecture, LoadGraph graph) {
        this.architecture = architecture;
        this.graph = graph;
        List<Set<String>> circles = graph.circles();
        for (Set<String> part : circles) {
            inside(new ArrayList<>(new TreeSet<>(part)), MOST_STEPS / circles.size(), Math.max(1, MOST_CIRCLES / circles.size()));
        }
    }

    List<LoadLoop> loops() {
        return loops;
    }

    boolean complete() {
        return complete;
    }

    private void inside(List<String> members, int steps, int most) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            index.put(members.get(i), i);
        }
        List<List<Integer>> successors = members.stream()
                .map(id -> graph.from(id).keySet().stream().filter(index::containsKey).map(index::get).sorted().toList())
                .toList();
        Cycles cycles = new Cycles(successors, steps, most);
        complete &= cycles.isComplete();
        for (List<Integer> cycle : cycles.found()) {
            circle(cycle.stream().map(members::get).toList());
        }
    }

    private void circle(List<String> ids) {
        Factor product = Factor.ONE;
        List<Evidence> factors = new ArrayList<>();
        Set<Missing> deciding = new TreeSet<>();
        boolean retries = false;
        for (int i = 0; i < ids.size(); i++) {
            RetryPressure pressure = graph.from(ids.get(i)).get(ids.get((i + 1) % ids.size()));
            product = product.times(pressure.gain());
            factors.add(pressure.why());
            deciding.addAll(pressure.deciding());
            retries |= pressure.gain().stated() > 1;
        }
        if (product.most() <= 1) {
            return;
        }
        Entity first = architecture.component(ids.get(0)).orElseThrow();
        List<String> names = ids.stream().map(id -> architecture.component(id).map(Entity::title).orElse(id)).toList();
        String way = String.join(" → ", names) + " → " + names.get(0);
        loops.add(new LoadLoop(
                LoadLoop.Kind.CYCLE, first, "any of " + String.join(", ", names) + " answers late or fails",
                "load goes round: " + way, factors, new Factor(0, retries ? product.stated() : 1, product.most()), false, List.of(),
                List.of("a breaker or a retry budget on any link of it", "a request that carries how often it was passed on, and is refused above a limit"),
                deciding));
    }
}
