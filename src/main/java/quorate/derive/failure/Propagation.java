package quorate.derive.failure;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.failure.Condition.Moment;
import quorate.derive.call.Wait;
import quorate.model.Evidence;
import quorate.model.Keys;
import quorate.model.Missing;
import quorate.model.ValueType;
import quorate.model.Words;

/**
 * How far a failure travels within one journey. States are the least fixpoint from all-up: they only ever worsen, and each
 * of a finite number of states can worsen twice, so that loops end. Only what the failure reaches is looked at.
 */
final class Propagation {

    private final JourneyGraph journey;
    private final Map<String, List<JourneyGraph.Use>> into;
    private final Map<String, Wait> waits;
    private final Sight reach;

    /**
     * @param into the journey's uses by the component that they lead to
     * @param waits how long is waited over each link, by its id
     */
    Propagation(
            JourneyGraph journey, Map<String, List<JourneyGraph.Use>> into, Map<String, Wait> waits, Sight reach) {
        this.journey = journey;
        this.into = into;
        this.waits = waits;
        this.reach = reach;
    }

    /** A component's state, and the use through which it got so bad. */
    record Reached(State state, boolean hangs, Optional<JourneyGraph.Use> through) {
        private static final Reached UP = new Reached(State.UP, false, Optional.empty());
    }

    JourneyImpact impact(String side) {
        Map<String, Reached> worst = solve(Moment.DURING, false);
        StateRange during = range(Moment.DURING, worst);
        Map<String, Reached> later = changes(worst) ? solve(Moment.SETTLED, false) : worst;
        StateRange settled = later == worst ? during : range(Moment.SETTLED, later);
        List<JourneyGraph.Use> hops = hops(worst, journey.entry());
        Set<Missing> deciding = new TreeSet<>();
        if (!during.isCertain() || !settled.isCertain()) {
            deciding.addAll(deciding(worst, journey.entry()));
            if (later != worst) {
                deciding.addAll(deciding(later, journey.entry()));
            }
        }
        List<String> path = new ArrayList<>(List.of(journey.entry()));
        hops.forEach(hop -> path.add(hop.link().to()));
        Optional<Duration> holds = settled.worst().compareTo(during.worst()) > 0 ? holds(hops(later, journey.entry())) : Optional.empty();
        return new JourneyImpact(
                journey.journey(), side, during, settled, during.worst() == State.UP ? List.of() : path,
                why(during, hops, holds), deciding, holds);
    }

    /** Whether states differ once what recovers by itself has done so. */
    boolean changes(Map<String, Reached> during) {
        return reach.heals() || ages(during);
    }

    /** Whether a last known good answer stands in somewhere that the failure has reached. */
    private boolean ages(Map<String, Reached> states) {
        return states.values().stream()
                .anyMatch(reached -> reached.through().filter(use -> Effectiveness.keepsLast(use.link())).isPresent());
    }

    /** The shortest time for which one does, along the way of the worst case after it. */
    private static Optional<Duration> holds(List<JourneyGraph.Use> hops) {
        return hops.stream()
                .filter(hop -> Effectiveness.keepsLast(hop.link()))
                .flatMap(hop -> hop.link().get(Keys.STALENESS).value().stream())
                .min(Comparator.naturalOrder());
    }

    private StateRange range(Moment moment, Map<String, Reached> worst) {
        State bad = state(worst, journey.entry()).state();
        State good = bad == State.UP ? State.UP : state(solve(moment, true), journey.entry()).state();
        return new StateRange(good.better(bad), bad);
    }

    static Reached state(Map<String, Reached> states, String component) {
        return states.getOrDefault(component, Reached.UP);
    }

    Map<String, Reached> solve(Moment moment, boolean best) {
        Map<String, Reached> states = new HashMap<>();
        Condition entry = reach.entry(journey);
        states.put(journey.entry(), new Reached(of(entry, moment, best), entry.silent(), Optional.empty()));
        Deque<String> open = new ArrayDeque<>(reach.sources());
        while (!open.isEmpty()) {
            for (JourneyGraph.Use use : into.getOrDefault(open.poll(), List.of())) {
                if (spread(use, states, moment, best)) {
                    open.add(use.link().from());
                }
            }
        }
        return states;
    }

    private boolean spread(JourneyGraph.Use use, Map<String, Reached> states, Moment moment, boolean best) {
        Reached before = state(states, use.link().from());
        State target = target(use, states, moment, best);
        if (target.compareTo(before.state()) < 0) {
            return false; // a link never makes its caller worse than its far end is
        }
        Effectiveness effectiveness = effectiveness(use, silent(use, target, states, moment, best));
        State effect = effect(use, effectiveness, target, moment, best);
        boolean hangs = effectiveness.hangs(best);
        if (effect.compareTo(before.state()) > 0) {
            states.put(use.link().from(), new Reached(effect, hangs, Optional.of(use)));
            return true;
        }
        // Of two uses that make it equally bad, the one that holds it up decides for its own callers, whichever came first.
        if (effect != State.DOWN || effect != before.state() || !hangs || before.hangs()) {
            return false;
        }
        states.put(use.link().from(), new Reached(effect, true, before.through()));
        return true;
    }

    /** The state of the far end of a use, as its caller sees it. */
    private State target(JourneyGraph.Use use, Map<String, Reached> states, Moment moment, boolean best) {
        return reach.cuts(use) ? State.DOWN : far(use, states, moment, best);
    }

    /** The state in which the far end of a use is for what is wanted of it, whether or not the caller reaches it. */
    State far(JourneyGraph.Use use, Map<String, Reached> states, Moment moment, boolean best) {
        return of(reach.condition(use), moment, best).worse(state(states, use.link().to()).state());
    }

    private boolean silent(JourneyGraph.Use use, State target, Map<String, Reached> states, Moment moment, boolean best) {
        Condition own = reach.condition(use);
        return reach.cuts(use) || (of(own, moment, best) == target ? own.silent() : state(states, use.link().to()).hangs());
    }

    /** What a use does to its caller once nothing spreads any more. */
    State effect(JourneyGraph.Use use, Map<String, Reached> states, Moment moment, boolean best) {
        State target = target(use, states, moment, best);
        return effect(use, effectiveness(use, silent(use, target, states, moment, best)), target, moment, best);
    }

    private State effect(JourneyGraph.Use use, Effectiveness effectiveness, State target, Moment moment, boolean best) {
        State effect = effectiveness.effect(target, moment, best);
        return reach.delays(use) ? effect.better(State.DEGRADED) : effect;
    }

    private static State of(Condition condition, Moment moment, boolean best) {
        return best ? condition.at(moment).best() : condition.at(moment).worst();
    }

    /** From a component to the one that failed, along the uses that made things worst. */
    private static List<JourneyGraph.Use> hops(Map<String, Reached> states, String from) {
        List<JourneyGraph.Use> hops = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String at = from;
        while (seen.add(at) && state(states, at).through().isPresent()) {
            JourneyGraph.Use use = state(states, at).through().get();
            hops.add(use);
            at = use.link().to();
        }
        return hops;
    }

    /** The unknown facts on the way from a component to the one that failed. */
    Set<Missing> deciding(Map<String, Reached> states, String from) {
        Set<Missing> deciding = new TreeSet<>();
        if (from.equals(journey.entry())) {
            deciding.addAll(reach.entry(journey).deciding());
        }
        for (JourneyGraph.Use hop : hops(states, from)) {
            Condition condition = reach.condition(hop);
            deciding.addAll(condition.deciding());
            deciding.addAll(effectiveness(hop, condition.silent() || reach.cuts(hop)).deciding());
        }
        return deciding;
    }

    private Effectiveness effectiveness(JourneyGraph.Use use, boolean silent) {
        String caller = use.link().from();
        List<Effectiveness.Inbound> inbound = !silent || caller.equals(journey.entry())
                ? List.of()
                : into.getOrDefault(caller, List.of()).stream()
                        .map(JourneyGraph.Use::link)
                        .filter(link -> !link.get(Keys.MODE).is(Words.LinkMode.ASYNC))
                        .map(link -> new Effectiveness.Inbound(link, waits.get(link.id())))
                        .toList();
        return new Effectiveness(use, silent, waits.get(use.link().id()), inbound);
    }

    private Evidence why(StateRange during, List<JourneyGraph.Use> hops, Optional<Duration> holds) {
        if (during.worst() == State.UP) {
            return Evidence.derived(journey.journey().title() + " is up", reach.whys());
        }
        List<Evidence> because = new ArrayList<>();
        if (!reach.entry(journey).isUnaffected()) {
            because.add(reach.entry(journey).why());
        }
        for (JourneyGraph.Use hop : hops) {
            because.add(Evidence.of(hop.link(), Keys.NEED, hop.need()));
            if (Effectiveness.keepsLast(hop.link())) {
                because.add(Evidence.of(hop.link(), Keys.STALENESS));
            }
        }
        if (!hops.isEmpty()) {
            JourneyGraph.Use last = hops.get(hops.size() - 1);
            because.add(reach.cuts(last)
                    ? Evidence.derived(last.link().from() + " gets no answer from " + last.link().to())
                    : reach.condition(last).why());
        }
        String until = holds.map(time -> " for " + ValueType.Span.text(time) + ", the age up to which a last known good answer is used")
                .orElse("");
        return Evidence.derived(journey.journey().title() + " is " + during.words() + until, because);
    }
}
