package quorate.derive.failure;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import quorate.derive.failure.Condition.Moment;
import quorate.derive.failure.Course.Step;
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
    private record Solved(Map<Moment, Propagation.States> best, Map<Moment, Propagation.States> worst) {

        /** What nothing heals or ages is the same at both times. */
        static Solved of(Propagation by) {
            Map<Moment, Propagation.States> best = new EnumMap<>(Moment.class);
            Map<Moment, Propagation.States> worst = new EnumMap<>(Moment.class);
            best.put(Moment.DURING, by.solve(Moment.DURING, true));
            worst.put(Moment.DURING, by.solve(Moment.DURING, false));
            boolean changes = by.changes();
            best.put(Moment.SETTLED, changes ? by.solve(Moment.SETTLED, true) : best.get(Moment.DURING));
            worst.put(Moment.SETTLED, changes ? by.solve(Moment.SETTLED, false) : worst.get(Moment.DURING));
            return new Solved(best, worst);
        }

        StateRange effect(Step step, Moment moment) {
            return range(best.get(moment).handed(step), worst.get(moment).handed(step));
        }

        StateRange far(Step step, Moment moment) {
            return range(best.get(moment).far(step), worst.get(moment).far(step));
        }

        StateRange at(String component, Moment moment) {
            return range(best.get(moment).of(component), worst.get(moment).of(component));
        }

        private static StateRange range(Felt best, Felt worst) {
            return StateRange.of(best.state().better(worst.state()), worst.state());
        }
    }

    /** @param of the components about which the journey has something to say, as the callers of its links or otherwise */
    void add(Course journey, Sight sight, Propagation propagation, Set<String> of) {
        Solved solved = Solved.of(propagation);
        Map<String, Integer> steps = steps(journey, sight, solved);
        for (String component : steps.keySet()) {
            if (of.contains(component)) {
                part(journey.into(component), sight, solved, component, steps.get(component));
            }
        }
        Stream<Step> reached = steps.keySet().stream().flatMap(at -> journey.into(at).stream());
        Stream<Step> cuts = cuts(journey, sight).filter(use -> !steps.containsKey(use.use().link().to()));
        Stream.concat(reached, cuts).filter(use -> of.contains(use.use().link().from())).forEach(use -> {
            Link link = use.use().link();
            boolean cut = sight.cuts(use);
            StateRange during = solved.effect(use, Moment.DURING);
            StateRange settled = solved.effect(use, Moment.SETTLED);
            if (cut || during.worst() != State.UP || settled.worst() != State.UP) {
                int step = cut ? 0 : steps.getOrDefault(link.to(), 0) + 1;
                hops.merge(
                        link.id(),
                        new Spread.Hop(link.from(), link.to(), step, during, settled),
                        (a, b) -> new Spread.Hop(
                                a.from(), a.to(), Math.min(a.step(), b.step()), hardest(a.during(), b.during()), hardest(a.settled(), b.settled())));
            }
        });
    }

    private void part(List<Step> uses, Sight sight, Solved solved, String component, int step) {
        StateRange during = solved.at(component, Moment.DURING);
        StateRange settled = solved.at(component, Moment.SETTLED);
        for (Step use : uses) {
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

    private static Set<Missing> deciding(List<Step> uses, Sight sight, Solved solved, String component) {
        Propagation.States during = solved.worst().get(Moment.DURING);
        Propagation.States settled = solved.worst().get(Moment.SETTLED);
        Set<Missing> deciding = new TreeSet<>(during.deciding(component));
        if (settled != during) {
            deciding.addAll(settled.deciding(component));
        }
        uses.forEach(use -> deciding.addAll(sight.condition(use).deciding()));
        return deciding;
    }

    private static StateRange hardest(StateRange one, StateRange other) {
        return StateRange.of(one.best().worse(other.best()), one.worst().worse(other.worst()));
    }

    /**
     * How many links lie between each component that is reached and what the failure itself strikes. What a component suffers
     * because another one failed, as a pool that fills or the load of a lost cache, comes after that one.
     */
    private Map<String, Integer> steps(Course journey, Sight sight, Solved solved) {
        Set<String> harmed = new TreeSet<>();
        for (String component : journey.components()) {
            if (journey.into(component).stream().anyMatch(use -> !sight.condition(use).isUnaffected())) {
                harmed.add(component);
            }
        }
        if (!sight.entry(journey.graph()).isUnaffected()) {
            harmed.add(journey.graph().entry());
        }
        Map<String, Integer> steps = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>();
        harmed.stream().filter(this::isStruck).forEach(component -> reach(component, 0, steps, open));
        cuts(journey, sight)
                .filter(use -> carries(use, solved))
                .forEach(use -> reach(use.use().link().from(), 1, steps, open));
        follow(journey, solved, harmed, steps, open);
        harmed.forEach(component -> reach(component, 1, steps, open));
        follow(journey, solved, harmed, steps, open);
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
            Course journey, Solved solved, Set<String> harmed, Map<String, Integer> steps, Deque<String> open) {
        while (!open.isEmpty()) {
            String at = open.poll();
            for (Step use : journey.into(at)) {
                String caller = use.use().link().from();
                if (carries(use, solved) || harmed.contains(caller)) {
                    reach(caller, steps.get(at) + 1, steps, open);
                }
            }
        }
    }

    private Stream<Step> cuts(Course journey, Sight sight) {
        return failure.subject() instanceof Link link
                ? journey.into(link.to()).stream().filter(use -> sight.cuts(use))
                : Stream.empty();
    }

    private static boolean carries(Step use, Solved solved) {
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
