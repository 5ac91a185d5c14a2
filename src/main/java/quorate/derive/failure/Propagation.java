package quorate.derive.failure;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.failure.Condition.Moment;
import quorate.derive.failure.Course.Step;
import quorate.model.Evidence;
import quorate.model.Keys;
import quorate.model.Missing;
import quorate.model.ValueType;

/**
 * How far a failure travels within one journey. States are the least fixpoint from all-up: they only ever worsen, and each
 * of a finite number of states can worsen thrice, so that loops end. Only what the failure reaches is looked at.
 */
final class Propagation {

    private final Course course;
    private final Sight sight;
    private final Condition[] conditions;
    private final List<Integer> sources;

    Propagation(Course course, Sight sight) {
        this.course = course;
        this.sight = sight;
        this.conditions = new Condition[course.steps()];
        this.sources = course.sorted().stream().filter(number -> sight.isSource(course.components().get(number))).toList();
    }

    private Condition condition(Step step) {
        if (conditions[step.number()] == null) {
            conditions[step.number()] = sight.condition(step);
        }
        return conditions[step.number()];
    }

    /** How each component of the journey is felt, and through which use it got so bad. */
    final class States {
        private final Assumption under;
        private final Felt[] felt = new Felt[course.size()];
        private final Step[] through = new Step[course.size()];

        private States(Assumption under) {
            this.under = under;
        }

        Felt of(int component) {
            return felt[component] == null ? Felt.UP : felt[component];
        }

        Felt of(String component) {
            return course.number(component).map(this::of).orElse(Felt.UP);
        }

        /** How the far end of a use is for what is wanted of it, whether or not the caller reaches it. */
        Felt far(Step step) {
            Felt own = condition(step).felt(under);
            Felt spread = of(step.to());
            return own.state().compareTo(spread.state()) >= 0 ? own : spread;
        }

        /** What a use does to its caller. */
        Felt handed(Step step) {
            return step.passage().of(sight.cuts(step) ? Felt.SILENT : far(step), under);
        }

        private States solve() {
            Deque<Integer> open = new ArrayDeque<>();
            felt[0] = sight.entry(course.graph()).felt(under);
            open.addAll(sources);
            while (!open.isEmpty()) {
                for (Step step : course.into(open.poll())) {
                    if (spread(step)) {
                        open.add(step.from());
                    }
                }
            }
            return this;
        }

        /**
         * Of two uses that make their caller equally bad, the one that holds it up decides for its own callers, whichever came
         * first.
         */
        private boolean spread(Step step) {
            Felt before = of(step.from());
            Felt now = handed(step);
            if (now.compareTo(before) <= 0 || now.state() == State.UP) {
                return false;
            }
            if (now.state() != before.state()) {
                through[step.from()] = step;
            }
            felt[step.from()] = now;
            return true;
        }

        /** From a component to the one that failed, along the uses that made things worst. */
        private List<Step> hops(int from) {
            List<Step> hops = new ArrayList<>();
            Set<Integer> seen = new HashSet<>();
            int at = from;
            while (seen.add(at) && through[at] != null) {
                hops.add(through[at]);
                at = through[at].to();
            }
            return hops;
        }

        /** The unknown facts on the way from a component of the journey to the one that failed. */
        Set<Missing> deciding(String from) {
            return deciding(course.number(from).orElseThrow());
        }

        private Set<Missing> deciding(int from) {
            Set<Missing> deciding = new TreeSet<>();
            if (from == 0) {
                deciding.addAll(sight.entry(course.graph()).deciding());
            }
            for (Step hop : hops(from)) {
                Condition condition = condition(hop);
                deciding.addAll(condition.deciding());
                boolean silent = condition.silent() || sight.cuts(hop);
                deciding.addAll(course.effectiveness(hop.use(), silent).deciding());
            }
            return deciding;
        }
    }

    States solve(Moment moment, boolean best) {
        return new States(new Assumption(moment, best, sight.delays())).solve();
    }

    /** Whether states may differ once what recovers by itself has done so, and last known good answers are too old. */
    boolean changes() {
        return sight.heals() || course.ages();
    }

    /**
     * What the failure does to the journey.
     *
     * @param side the side of a partition on which the request arrives; empty for other failures
     */
    JourneyImpact impact(String side) {
        States worst = solve(Moment.DURING, false);
        StateRange during = range(Moment.DURING, worst);
        StateRange settled = changes() ? range(Moment.SETTLED, solve(Moment.SETTLED, false)) : during;
        return new JourneyImpact(course.graph().journey(), side, during, settled);
    }

    private StateRange range(Moment moment, States worst) {
        State bad = worst.of(0).state();
        State good = bad == State.UP ? State.UP : solve(moment, true).of(0).state();
        return StateRange.of(good.better(bad), bad);
    }

    /** How these states come about. */
    Trace trace(StateRange during, StateRange settled) {
        States worst = solve(Moment.DURING, false);
        States later = changes() ? solve(Moment.SETTLED, false) : worst;
        List<Step> hops = worst.hops(0);
        Set<Missing> deciding = new TreeSet<>();
        if (!during.isCertain() || !settled.isCertain()) {
            deciding.addAll(worst.deciding(0));
            if (later != worst) {
                deciding.addAll(later.deciding(0));
            }
        }
        List<String> path = new ArrayList<>(List.of(course.graph().entry()));
        hops.forEach(hop -> path.add(hop.use().link().to()));
        Optional<Duration> holds = settled.worst().compareTo(during.worst()) > 0 ? holds(later.hops(0)) : Optional.empty();
        return new Trace(
                during.worst() == State.UP ? List.of() : path, why(during, hops, holds), deciding, holds);
    }

    /** The shortest time for which a last known good answer stands in, along the way of the worst case after it. */
    private static Optional<Duration> holds(List<Step> hops) {
        return hops.stream()
                .filter(Step::ages)
                .flatMap(hop -> hop.use().link().get(Keys.STALENESS).value().stream())
                .min(Comparator.naturalOrder());
    }

    private Evidence why(StateRange during, List<Step> hops, Optional<Duration> holds) {
        JourneyGraph journey = course.graph();
        if (during.worst() == State.UP) {
            return Evidence.derived(journey.journey().title() + " is up", sight.whys());
        }
        List<Evidence> because = new ArrayList<>();
        if (!sight.entry(journey).isUnaffected()) {
            because.add(sight.entry(journey).why());
        }
        for (Step hop : hops) {
            because.add(Evidence.of(hop.use().link(), Keys.NEED, hop.use().need()));
            if (hop.ages()) {
                because.add(Evidence.of(hop.use().link(), Keys.STALENESS));
            }
        }
        if (!hops.isEmpty()) {
            Step last = hops.get(hops.size() - 1);
            because.add(sight.cuts(last)
                    ? Evidence.derived(last.use().link().from() + " gets no answer from " + last.use().link().to())
                    : sight.condition(last).why());
        }
        String until = holds.map(time -> " for " + ValueType.Span.text(time) + ", the age up to which a last known good answer is used")
                .orElse("");
        return Evidence.derived(journey.journey().title() + " is " + during.words() + until, because);
    }
}
