package quorate.derive.failure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.failure.Condition.Moment;
import quorate.model.Evidence;
import quorate.model.Keys;
import quorate.model.Missing;

/**
 * How far a failure travels within one journey. States are the least fixpoint from all-up: they only ever worsen, and each
 * of a finite number of states can worsen twice, so that loops end. Only what the failure reaches is looked at.
 */
final class Propagation {

    private final JourneyGraph journey;
    private final Map<String, List<JourneyGraph.Use>> into;
    private final Reach reach;

    /** @param into the journey's uses by the component that they lead to */
    Propagation(JourneyGraph journey, Map<String, List<JourneyGraph.Use>> into, Reach reach) {
        this.journey = journey;
        this.into = into;
        this.reach = reach;
    }

    /** A component's state, and the use through which it got so bad. */
    private record Reached(State state, boolean hangs, Optional<JourneyGraph.Use> through) {
        private static final Reached UP = new Reached(State.UP, false, Optional.empty());
    }

    JourneyImpact impact(String side) {
        Map<String, Reached> worst = solve(Moment.DURING, false);
        StateRange during = range(Moment.DURING, worst);
        StateRange settled = reach.heals() ? range(Moment.SETTLED, solve(Moment.SETTLED, false)) : during;
        List<JourneyGraph.Use> hops = hops(worst);
        Set<Missing> deciding = new TreeSet<>();
        if (!during.isCertain() || !settled.isCertain()) {
            collectDeciding(hops, deciding);
        }
        List<String> path = new ArrayList<>(List.of(journey.entry()));
        hops.forEach(hop -> path.add(hop.link().to()));
        return new JourneyImpact(
                journey.journey(), side, during, settled, during.worst() == State.UP ? List.of() : path,
                why(during, hops), deciding);
    }

    private StateRange range(Moment moment, Map<String, Reached> worst) {
        State bad = state(worst, journey.entry()).state();
        State good = bad == State.UP ? State.UP : state(solve(moment, true), journey.entry()).state();
        return new StateRange(good.better(bad), bad);
    }

    private static Reached state(Map<String, Reached> states, String component) {
        return states.getOrDefault(component, Reached.UP);
    }

    private Map<String, Reached> solve(Moment moment, boolean best) {
        Map<String, Reached> states = new HashMap<>();
        Condition entry = reach.entry(journey);
        states.put(journey.entry(), new Reached(of(entry, moment, best), entry.silent(), Optional.empty()));
        Deque<String> open = new ArrayDeque<>(reach.touched());
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
        Condition own = reach.condition(use);
        Reached beyond = state(states, use.link().to());
        boolean severed = reach.cuts(use);
        State target = severed ? State.DOWN : of(own, moment, best).worse(beyond.state());
        boolean silent = severed || (of(own, moment, best) == target ? own.silent() : beyond.hangs());
        Effectiveness effectiveness = new Effectiveness(use, silent);
        State effect = effectiveness.effect(target, best);
        Reached before = state(states, use.link().from());
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

    private static State of(Condition condition, Moment moment, boolean best) {
        return best ? condition.at(moment).best() : condition.at(moment).worst();
    }

    /** From the entry to the component that failed, along the uses that made things worst. */
    private List<JourneyGraph.Use> hops(Map<String, Reached> states) {
        List<JourneyGraph.Use> hops = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String at = journey.entry();
        while (seen.add(at) && state(states, at).through().isPresent()) {
            JourneyGraph.Use use = state(states, at).through().get();
            hops.add(use);
            at = use.link().to();
        }
        return hops;
    }

    private void collectDeciding(List<JourneyGraph.Use> hops, Set<Missing> deciding) {
        deciding.addAll(reach.entry(journey).deciding());
        for (JourneyGraph.Use hop : hops) {
            Condition condition = reach.condition(hop);
            deciding.addAll(condition.deciding());
            deciding.addAll(new Effectiveness(hop, condition.silent() || reach.cuts(hop)).deciding());
        }
    }

    private Evidence why(StateRange during, List<JourneyGraph.Use> hops) {
        if (during.worst() == State.UP) {
            return Evidence.derived("nothing that " + journey.journey().title() + " uses is touched");
        }
        List<Evidence> because = new ArrayList<>();
        if (!reach.entry(journey).isUnaffected()) {
            because.add(reach.entry(journey).why());
        }
        for (JourneyGraph.Use hop : hops) {
            because.add(Evidence.of(hop.link(), Keys.NEED, hop.need()));
        }
        if (!hops.isEmpty()) {
            because.add(reach.condition(hops.get(hops.size() - 1)).why());
        }
        return Evidence.derived(journey.journey().title() + " is " + during.words(), because);
    }
}
