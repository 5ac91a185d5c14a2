package quorate.derive.budget;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.call.Factor;
import quorate.derive.call.LinkWait;
import quorate.derive.call.Wait;
import quorate.formula.Span;
import quorate.model.Architecture;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Missing;

/**
 * Computes the budget of each operation in one pass over its calls, callers first: what is left at a callee is the tightest
 * of all paths to it, and calls at it are the sum over all paths.
 */
public final class Budgets {

    private final Operation operation;
    private final Map<String, LinkWait> waits = new HashMap<>();
    private final List<Link> loops = new ArrayList<>();
    private final Map<String, Arrival> arrivals = new LinkedHashMap<>();
    private final List<Budget.Step> steps = new ArrayList<>();

    /** How requests arrive at a component. */
    private static final class Arrival {
        private List<String> path = List.of();
        private Wait left = Wait.FOR_EVER;
        private Wait patience = Wait.FOR_EVER;
        private Optional<LinkWait> limit = Optional.empty();
        private long elapsed;
        private boolean broken;
        private boolean reached;
        private double paths;
        private Factor calls = Factor.NONE;
        private Factor worst = Factor.ONE;
        private List<Link> layers = List.of();
        private final Set<String> callers = new HashSet<>();
    }

    private Budgets(Operation operation) {
        this.operation = operation;
        operation.calls().values().forEach(calls ->
                calls.forEach(call -> waits.put(call.link().id(), LinkWait.of(call.link()))));
    }

    /** The budgets of the journeys, then those of calls that belong together or may. */
    public static List<Budget> of(Architecture architecture) {
        return Operation.of(architecture).stream().map(Budgets::of).toList();
    }

    static Budget of(Operation operation) {
        return new Budgets(operation).budget();
    }

    private Budget budget() {
        List<String> order = order();
        for (String entry : operation.entries()) {
            Arrival arrival = arrivals.computeIfAbsent(entry, k -> new Arrival());
            arrival.path = List.of(entry);
            arrival.reached = true;
            arrival.paths = 1;
            arrival.calls = Factor.ONE;
        }
        Set<String> back = new HashSet<>();
        loops.forEach(link -> back.add(link.id()));
        Wait wait = Wait.ZERO;
        for (String component : order) {
            Arrival here = arrivals.get(component);
            List<Operation.Call> calls = operation.from(component).stream().filter(c -> !back.contains(c.link().id())).toList();
            serve(here, calls);
            if (operation.entries().contains(component)) {
                wait = wait.beside(together(calls));
            }
        }
        return new Budget(operation, wait, steps, loops, amplified());
    }

    /** Callers before callees; a call that leads back to a caller still being followed closes a loop. */
    private List<String> order() {
        Deque<String> finished = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        for (String entry : operation.entries()) {
            follow(entry, seen, finished);
        }
        return List.copyOf(finished);
    }

    private void follow(String entry, Set<String> seen, Deque<String> finished) {
        if (!seen.add(entry)) {
            return;
        }
        Deque<String> path = new ArrayDeque<>(List.of(entry));
        Set<String> onPath = new HashSet<>(path);
        Map<String, Integer> next = new HashMap<>();
        while (!path.isEmpty()) {
            String here = path.peek();
            int index = next.merge(here, 1, Integer::sum) - 1;
            List<Operation.Call> calls = operation.from(here);
            if (index >= calls.size()) {
                finished.push(path.pop());
                onPath.remove(here);
                continue;
            }
            Link link = calls.get(index).link();
            if (onPath.contains(link.to())) {
                loops.add(link);
            } else if (seen.add(link.to())) {
                path.push(link.to());
                onPath.add(link.to());
            }
        }
    }

    /** One request at a component: its calls in their order. */
    private void serve(Arrival here, List<Operation.Call> calls) {
        boolean broken = false;
        for (int i = 0; i < calls.size(); i++) {
            LinkWait wait = waits.get(calls.get(i).link().id());
            Wait before = before(calls, i);
            Wait left = here.left.after(before);
            boolean above = here.limit.isPresent();
            Optional<Budget.Verdict> verdict = above ? Optional.of(verdict(wait.total(), left)) : Optional.empty();
            boolean exceeds = verdict.filter(v -> v == Budget.Verdict.EXCEEDS).isPresent();
            boolean alone = wait.total().least() > here.patience.most();
            long elapsed = Span.sum(here.elapsed, before.least());
            List<String> path = new ArrayList<>(here.path);
            path.add(wait.link().to());
            steps.add(new Budget.Step(
                    wait, path, before, left, here.limit, elapsed, verdict,
                    exceeds && (alone || !(here.broken || broken)), here.worst.times(wait.load()), layers(here, wait),
                    deciding(here, calls, i, verdict)));
            broken |= exceeds;
            arrive(here, wait, left, elapsed, path, exceeds || here.broken);
        }
    }

    private static Budget.Verdict verdict(Wait wait, Wait left) {
        if (wait.least() > left.most()) {
            return Budget.Verdict.EXCEEDS;
        }
        return wait.most() <= left.least() ? Budget.Verdict.FITS : Budget.Verdict.OPEN;
    }

    private Set<Missing> deciding(Arrival here, List<Operation.Call> calls, int index, Optional<Budget.Verdict> verdict) {
        Set<Missing> missing = new TreeSet<>();
        if (verdict.filter(v -> v == Budget.Verdict.OPEN).isEmpty()) {
            return missing;
        }
        missing.addAll(waits.get(calls.get(index).link().id()).deciding());
        here.limit.filter(limit -> limit.patience().isUnknown())
                .ifPresent(limit -> missing.add(new Missing(limit.link(), Keys.TIMEOUT_TOTAL)));
        for (int i = 0; i < index; i++) {
            missing.addAll(waits.get(calls.get(i).link().id()).deciding());
        }
        boolean order = index > 0 && calls.subList(1, index + 1).stream().anyMatch(call -> call.parallel().isUnknown());
        operation.journey().filter(j -> order).ifPresent(j -> missing.add(new Missing(j, Keys.USES)));
        return missing;
    }

    private void arrive(Arrival here, LinkWait call, Wait left, long elapsed, List<String> path, boolean broken) {
        Arrival there = arrivals.computeIfAbsent(call.link().to(), k -> new Arrival());
        boolean own = here.limit.isEmpty() || call.patience().most() <= left.most();
        Wait given = call.patience().orSooner(left);
        boolean tighter = !there.reached || given.most() < there.left.most()
                || (given.most() == there.left.most() && given.least() < there.left.least());
        if (tighter) {
            there.path = path;
            there.limit = own ? Optional.of(call) : here.limit;
            there.elapsed = own ? 0 : elapsed;
        }
        there.broken |= broken;
        there.left = there.reached ? there.left.orSooner(given) : given;
        there.patience = there.reached ? there.patience.orSooner(call.patience()) : call.patience();
        Factor worst = here.worst.times(call.load());
        if (!there.reached || worst.stated() > there.worst.stated()
                || (worst.stated() == there.worst.stated() && worst.most() > there.worst.most())) {
            there.layers = layers(here, call);
        }
        there.worst = there.reached ? there.worst.or(worst) : worst;
        there.callers.add(call.link().from());
        there.paths += here.paths;
        there.calls = there.calls.plus(here.calls.times(call.load()));
        there.reached = true;
    }

    private static List<Link> layers(Arrival here, LinkWait call) {
        List<Link> layers = new ArrayList<>(here.layers);
        if (call.load().most() > 1) {
            layers.add(call.link());
        }
        return List.copyOf(layers);
    }

    /** What passes before a call begins. */
    private Wait before(List<Operation.Call> calls, int index) {
        Wait least = groups(calls.subList(0, index), true, startsWith(calls, index, true));
        Wait most = groups(calls.subList(0, index), false, startsWith(calls, index, false));
        return new Wait(least.least(), most.most());
    }

    /** How many of the calls before belong to the group that begins with or before this one. */
    private static int startsWith(List<Operation.Call> calls, int index, boolean unknownIsParallel) {
        int start = index;
        while (start > 0 && parallel(calls.get(start).parallel(), unknownIsParallel)) {
            start--;
        }
        return start;
    }

    private Wait groups(List<Operation.Call> calls, boolean unknownIsParallel, int until) {
        Wait sum = Wait.ZERO;
        Wait group = Wait.ZERO;
        for (int i = 0; i < until; i++) {
            Wait one = waits.get(calls.get(i).link().id()).total();
            boolean joins = i > 0 && parallel(calls.get(i).parallel(), unknownIsParallel);
            sum = joins ? sum : sum.then(group);
            group = joins ? group.beside(one) : one;
        }
        return sum.then(group);
    }

    /** Sequential calls add, parallel ones take the longest; where it is not stated which, both bound it. */
    private Wait together(List<Operation.Call> calls) {
        return new Wait(groups(calls, true, calls.size()).least(), groups(calls, false, calls.size()).most());
    }

    private static boolean parallel(Fact<Boolean> stated, boolean whenUnknown) {
        return stated.isUnknown() ? whenUnknown : stated.is(true);
    }

    private List<Budget.Amplified> amplified() {
        List<Budget.Amplified> list = new ArrayList<>();
        arrivals.forEach((component, arrival) -> {
            if (!operation.entries().contains(component)) {
                list.add(new Budget.Amplified(component, arrival.paths, arrival.calls, arrival.callers.size()));
            }
        });
        return list;
    }
}
