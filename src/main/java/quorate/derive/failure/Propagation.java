package quorate.derive.failure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import quorate.derive.failure.Condition.Moment;
import quorate.model.Evidence;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Missing;

/**
 * How far a failure travels within one journey. States are the least fixpoint from all-up: they only ever worsen, and each
 * of a finite number of states can worsen twice, so that loops end.
 */
final class Propagation {

    private final JourneyGraph journey;
    private final Function<JourneyGraph.Use, Condition> conditions;
    private final Condition entry;
    private final Optional<Link> cut;

    /**
     * @param conditions the far end's own condition, for each use of a link
     * @param cut a link between two components that cannot reach each other
     */
    Propagation(
            JourneyGraph journey,
            Condition entry,
            Function<JourneyGraph.Use, Condition> conditions,
            Optional<Link> cut) {
        this.journey = journey;
        this.entry = entry;
        this.conditions = conditions;
        this.cut = cut;
    }

    /** A component's state, and the use through which it got so bad. */
    private record Reached(State state, boolean hangs, Optional<JourneyGraph.Use> through) {}

    JourneyImpact impact(String side) {
        Map<String, Reached> worst = solve(Moment.DURING, false);
        StateRange during = range(Moment.DURING, worst);
        StateRange settled = range(Moment.SETTLED, solve(Moment.SETTLED, false));
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
        State bad = worst.get(journey.entry()).state();
        State good = solve(moment, true).get(journey.entry()).state();
        return new StateRange(good.better(bad), bad);
    }

    private Map<String, Reached> solve(Moment moment, boolean best) {
        Map<String, Reached> states = new HashMap<>();
        journey.components().forEach(id -> states.put(id, new Reached(State.UP, false, Optional.empty())));
        states.put(journey.entry(), new Reached(of(entry, moment, best), entry.silent(), Optional.empty()));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Map.Entry<String, List<JourneyGraph.Use>> from : journey.uses().entrySet()) {
                for (JourneyGraph.Use use : from.getValue()) {
                    changed |= spread(use, states, moment, best);
                }
            }
        }
        return states;
    }

    private boolean spread(JourneyGraph.Use use, Map<String, Reached> states, Moment moment, boolean best) {
        Condition own = conditions.apply(use);
        Reached beyond = states.get(use.link().to());
        boolean severed = isCut(use);
        State target = severed ? State.DOWN : of(own, moment, best).worse(beyond.state());
        boolean silent = severed || (of(own, moment, best) == target ? own.silent() : beyond.hangs());
        Effectiveness effectiveness = new Effectiveness(use, silent);
        State effect = effectiveness.effect(target, best);
        Reached before = states.get(use.link().from());
        if (effect.compareTo(before.state()) <= 0) {
            return false;
        }
        states.put(use.link().from(), new Reached(effect, effectiveness.hangs(best), Optional.of(use)));
        return true;
    }

    /** Every link between the two ends is cut, whatever it is used for. */
    private boolean isCut(JourneyGraph.Use use) {
        return cut.filter(link -> link.from().equals(use.link().from()) && link.to().equals(use.link().to()))
                .isPresent();
    }

    private static State of(Condition condition, Moment moment, boolean best) {
        return best ? condition.at(moment).best() : condition.at(moment).worst();
    }

    /** From the entry to the component that failed, along the uses that made things worst. */
    private List<JourneyGraph.Use> hops(Map<String, Reached> states) {
        List<JourneyGraph.Use> hops = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String at = journey.entry();
        while (seen.add(at) && states.get(at).through().isPresent()) {
            JourneyGraph.Use use = states.get(at).through().get();
            hops.add(use);
            at = use.link().to();
        }
        return hops;
    }

    private void collectDeciding(List<JourneyGraph.Use> hops, Set<Missing> deciding) {
        deciding.addAll(entry.deciding());
        for (JourneyGraph.Use hop : hops) {
            Condition condition = conditions.apply(hop);
            deciding.addAll(condition.deciding());
            deciding.addAll(new Effectiveness(hop, condition.silent() || isCut(hop)).deciding());
        }
    }

    private Evidence why(StateRange during, List<JourneyGraph.Use> hops) {
        if (during.worst() == State.UP) {
            return Evidence.derived("nothing that " + journey.journey().title() + " uses is touched");
        }
        List<Evidence> because = new ArrayList<>();
        if (!entry.isUnaffected()) {
            because.add(entry.why());
        }
        for (JourneyGraph.Use hop : hops) {
            because.add(Evidence.of(hop.link(), Keys.NEED, hop.need()));
        }
        if (!hops.isEmpty()) {
            because.add(conditions.apply(hops.get(hops.size() - 1)).why());
        }
        return Evidence.derived(journey.journey().title() + " is " + during.words(), because);
    }
}
