package quorate.derive.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.call.Factor;
import quorate.derive.call.RetryPressure;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Missing;

/**
 * Failing calls that come back: the gain at a component is the product of what each layer above it makes of one call, over the
 * path that multiplies most. One pass over the links, callers first; calls in a circle count once here.
 */
final class RetryLoops {

    private final Architecture architecture;
    private final Map<String, Way> ways = new HashMap<>();
    private final List<LoadLoop> loops = new ArrayList<>();
    private final List<Entity> open = new ArrayList<>();

    /** A link that multiplies, and the way to its caller. */
    private record Way(RetryPressure last, Factor gain, boolean certain, Optional<Way> before) {}

    RetryLoops(Architecture architecture, LoadGraph graph) {
        this.architecture = architecture;
        for (String id : graph.order(architecture)) {
            graph.from(id).forEach((to, pressure) -> pass(id, to, pressure, graph.together(id, to)));
        }
        for (Entity component : architecture.components()) {
            Optional.ofNullable(ways.get(component.id())).ifPresent(way -> {
                if (way.gain().stated() > 1) {
                    loops.add(loop(component, way));
                } else if (way.gain().most() > 1) {
                    open.add(component);
                }
            });
        }
    }

    List<LoadLoop> loops() {
        return loops;
    }

    /** Components of which nothing is stated about whether their callers try again. */
    List<Entity> open() {
        return open;
    }

    private void pass(String from, String to, RetryPressure pressure, boolean circle) {
        // Only services pass a request on: a store asks the group that elects its leader whether or not it is asked itself.
        boolean passes = architecture.component(from).filter(caller -> caller.kind() == Kind.SERVICE).isPresent();
        Optional<Way> above = circle || !passes ? Optional.empty() : Optional.ofNullable(ways.get(from));
        boolean multiplies = pressure.gain().most() > 1;
        if (!multiplies && above.isEmpty()) {
            return;
        }
        Way way = !multiplies
                ? above.get()
                : new Way(pressure, above.map(Way::gain).orElse(Factor.ONE).times(pressure.gain()),
                        pressure.certain() || above.filter(Way::certain).isPresent(), above);
        ways.merge(to, way, (a, b) -> larger(b, a) ? b : a);
    }

    private static boolean larger(Way one, Way other) {
        int stated = Double.compare(one.gain().stated(), other.gain().stated());
        return stated > 0 || stated == 0 && one.gain().most() > other.gain().most();
    }

    private LoadLoop loop(Entity component, Way way) {
        List<Evidence> factors = new ArrayList<>();
        Set<Missing> deciding = new TreeSet<>();
        List<String> names = new ArrayList<>();
        for (Optional<Way> one = Optional.of(way); one.isPresent(); one = one.get().before()) {
            factors.add(one.get().last().why());
            deciding.addAll(one.get().last().deciding());
            names.add(one.get().last().link().title());
        }
        List<String> cut = new ArrayList<>();
        for (var key : List.of(Keys.SHEDDING, Keys.RATE_LIMIT)) {
            component.get(key).value().ifPresent(value -> cut.add(component.title() + " refuses load: " + value));
        }
        String last = names.get(0);
        List<String> cutBy = List.of(
                "a breaker on " + last + ", once it opens: no call goes out, the gain is 0 until it probes",
                "a retry budget of 10% in each of " + names.size() + (names.size() == 1 ? " layer" : " layers") + ": the gain is at most "
                        + words(Math.pow(1.1, names.size())),
                "shedding at " + component.title() + ", at what it can carry");
        return new LoadLoop(
                LoadLoop.Kind.RETRIES, component, component.title() + " answers late or fails",
                "calls fail, and " + String.join(", then ", names) + " tries again", factors, way.gain(),
                way.certain() && way.gain().least() > 1 && cut.isEmpty(), cut, cutBy, deciding);
    }

    private static String words(double gain) {
        return Factor.exactly(gain).words();
    }
}
