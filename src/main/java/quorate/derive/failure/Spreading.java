package quorate.derive.failure;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import quorate.derive.failure.Condition.Moment;
import quorate.model.Link;
import quorate.model.Missing;

/** Collects where one failure gets to, journey by journey; a component counts as it is in the journey that is hit hardest. */
final class Spreading {

    private final Map<String, Spread.Part> parts = new TreeMap<>();
    private final Map<String, Spread.Hop> hops = new TreeMap<>();
    private final Failure failure;

    Spreading(Failure failure) {
        this.failure = failure;
    }

    /** All states of one journey under the failure. */
    private record Solved(
            Propagation by,
            Map<Moment, Map<String, Propagation.Reached>> best,
            Map<Moment, Map<String, Propagation.Reached>> worst,
            Map<Moment, Map<JourneyGraph.Use, StateRange>> effects) {

        /** What nothing heals or ages is the same at both times. */
        static Solved of(Propagation by) {
            Map<Moment, Map<String, Propagation.Reached>> best = new EnumMap<>(Moment.class);
            Map<Moment, Map<String, Propagation.Reached>> worst = new EnumMap<>(Moment.class);
            best.put(Moment.DURING, by.solve(Moment.DURING, true));
            worst.put(Moment.DURING, by.solve(Moment.DURING, false));
            boolean changes = by.changes(worst.get(Moment.DURING));
            best.put(Moment.SETTLED, changes ? by.solve(Moment.SETTLED, true) : best.get(Moment.DURING));
            worst.put(Moment.SETTLED, changes ? by.solve(Moment.SETTLED, false) : worst.get(Moment.DURING));
            Map<Moment, Map<JourneyGraph.Use, StateRange>> effects = new EnumMap<>(Moment.class);
            effects.put(Moment.DURING, new IdentityHashMap<>());
            effects.put(Moment.SETTLED, changes ? new IdentityHashMap<>() : effects.get(Moment.DURING));
            return new Solved(by, best, worst, effects);
        }

        StateRange effect(JourneyGraph.Use use, Moment moment) {
            return effects.get(moment).computeIfAbsent(use, u ->
                    range(by.effect(u, best.get(moment), moment, true), by.effect(u, worst.get(moment), moment, false)));
        }

        StateRange far(JourneyGraph.Use use, Moment moment) {
            return range(by.far(use, best.get(moment), moment, true), by.far(use, worst.get(moment), moment, false));
        }

        StateRange at(String component, Moment moment) {
            return range(
                    Propagation.state(best.get(moment), component).state(), Propagation.state(worst.get(moment), component).state());
        }

        private static StateRange range(State best, State worst) {
            return new StateRange(best.better(worst), worst);
        }
    }

    /** @param of the components about which the journey has something to say, as the callers of its links or otherwise */
    void add(JourneyGraph journey, Map<String, List<JourneyGraph.Use>> into, Sight sight, Propagation propagation, Set<String> of) {
        Solved solved = Solved.of(propagation);
        Map<String, Integer> steps = steps(journey, into, sight, solved);
        for (String component : steps.keySet()) {
            if (of.contains(component)) {
                part(journey, into.getOrDefault(component, List.of()), sight, solved, component, steps.get(component));
            }
        }
        Stream<JourneyGraph.Use> reached = steps.keySet().stream().flatMap(at -> into.getOrDefault(at, List.of()).stream());
        Stream<JourneyGraph.Use> cuts = cuts(into, sight).filter(use -> !steps.containsKey(use.link().to()));
        Stream.concat(reached, cuts).filter(use -> of.contains(use.link().from())).forEach(use -> {
            boolean cut = sight.cuts(use);
            StateRange during = solved.effect(use, Moment.DURING);
            StateRange settled = solved.effect(use, Moment.SETTLED);
            if (cut || during.worst() != State.UP || settled.worst() != State.UP) {
                int step = cut ? 0 : steps.getOrDefault(use.link().to(), 0) + 1;
                hops.merge(
                        use.link().id(),
                        new Spread.Hop(use.link().from(), use.link().to(), step, during, settled),
                        (a, b) -> new Spread.Hop(
                                a.from(), a.to(), Math.min(a.step(), b.step()), hardest(a.during(), b.during()), hardest(a.settled(), b.settled())));
            }
        });
    }

    private void part(
            JourneyGraph journey, List<JourneyGraph.Use> uses, Sight sight, Solved solved, String component, int step) {
        StateRange during = solved.at(component, Moment.DURING);
        StateRange settled = solved.at(component, Moment.SETTLED);
        for (JourneyGraph.Use use : uses) {
            during = hardest(during, solved.far(use, Moment.DURING));
            settled = hardest(settled, solved.far(use, Moment.SETTLED));
        }
        Set<Missing> deciding = during.isCertain() && settled.isCertain() ? Set.of() : deciding(uses, sight, solved, component);
        parts.merge(component, new Spread.Part(component, step, during, settled, deciding), (a, b) -> {
            StateRange both = hardest(a.during(), b.during());
            StateRange after = hardest(a.settled(), b.settled());
            Set<Missing> all = new TreeSet<>();
            if (!both.isCertain() || !after.isCertain()) {
                all.addAll(a.deciding());
                all.addAll(b.deciding());
            }
            return new Spread.Part(component, Math.min(a.step(), b.step()), both, after, all);
        });
    }

    private static Set<Missing> deciding(List<JourneyGraph.Use> uses, Sight sight, Solved solved, String component) {
        Map<String, Propagation.Reached> during = solved.worst().get(Moment.DURING);
        Map<String, Propagation.Reached> settled = solved.worst().get(Moment.SETTLED);
        Set<Missing> deciding = new TreeSet<>(solved.by().deciding(during, component));
        if (settled != during) {
            deciding.addAll(solved.by().deciding(settled, component));
        }
        uses.forEach(use -> deciding.addAll(sight.condition(use).deciding()));
        return deciding;
    }

    private static StateRange hardest(StateRange one, StateRange other) {
        return new StateRange(one.best().worse(other.best()), one.worst().worse(other.worst()));
    }

    /**
     * How many links lie between each component that is reached and what the failure itself strikes. What a component suffers
     * because another one failed, as a pool that fills or the load of a lost cache, comes after that one.
     */
    private Map<String, Integer> steps(
            JourneyGraph journey, Map<String, List<JourneyGraph.Use>> into, Sight sight, Solved solved) {
        Set<String> harmed = new TreeSet<>();
        into.forEach((component, uses) -> {
            if (uses.stream().anyMatch(use -> !sight.condition(use).isUnaffected())) {
                harmed.add(component);
            }
        });
        if (!sight.entry(journey).isUnaffected()) {
            harmed.add(journey.entry());
        }
        Map<String, Integer> steps = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>();
        harmed.stream().filter(this::isStruck).forEach(component -> reach(component, 0, steps, open));
        cuts(into, sight)
                .filter(use -> carries(use, solved))
                .forEach(use -> reach(use.link().from(), 1, steps, open));
        follow(into, solved, harmed, steps, open);
        harmed.forEach(component -> reach(component, 1, steps, open));
        follow(into, solved, harmed, steps, open);
        return steps;
    }

    /** Whether the failure is of the component itself; one of a fault domain or a link is of whatever it harms. */
    private boolean isStruck(String component) {
        return !failure.subject().kind().isComponent() || failure.subject().id().equals(component);
    }

    private static void reach(String component, int step, Map<String, Integer> steps, Deque<String> open) {
        if (steps.putIfAbsent(component, step) == null) {
            open.add(component);
        }
    }

    private static void follow(
            Map<String, List<JourneyGraph.Use>> into, Solved solved, Set<String> harmed, Map<String, Integer> steps, Deque<String> open) {
        while (!open.isEmpty()) {
            String at = open.poll();
            for (JourneyGraph.Use use : into.getOrDefault(at, List.of())) {
                if (carries(use, solved) || harmed.contains(use.link().from())) {
                    reach(use.link().from(), steps.get(at) + 1, steps, open);
                }
            }
        }
    }

    private Stream<JourneyGraph.Use> cuts(Map<String, List<JourneyGraph.Use>> into, Sight sight) {
        return failure.subject() instanceof Link link
                ? into.getOrDefault(link.to(), List.of()).stream().filter(sight::cuts)
                : Stream.empty();
    }

    private static boolean carries(JourneyGraph.Use use, Solved solved) {
        return solved.effect(use, Moment.DURING).worst() != State.UP || solved.effect(use, Moment.SETTLED).worst() != State.UP;
    }

    /** What has been collected. */
    Spread of(String side) {
        List<Spread.Part> reached = parts.values().stream()
                .sorted(Comparator.comparingInt(Spread.Part::step).thenComparing(Spread.Part::component))
                .toList();
        List<Spread.Hop> travelled = hops.values().stream()
                .sorted(Comparator.comparingInt(Spread.Hop::step).thenComparing(Spread.Hop::from).thenComparing(Spread.Hop::to))
                .toList();
        return new Spread(side, reached, travelled);
    }
}
