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
import quorate.model.Deferred;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Missing;

/**
 * Computes the budget of each operation in one pass over its calls, callers first: what is left at a callee is the tightest
 * of all paths to it, and calls at it are the sum over all paths.
 */
public final class Budgets {

    private final Operation operation;
    private final Map<String, LinkWait> waits;
    private final List<Link> loops = new ArrayList<>();
    private final Map<String, Arrival> arrivals = new LinkedHashMap<>();
    private final List<Budget.Step> steps = new ArrayList<>();

    /** How requests arrive at a component. */
    private static final class Arrival {
        private Trail<String> path = Trail.empty();
        private Wait left = Wait.FOR_EVER;
        private Wait patience = Wait.FOR_EVER;
        private Optional<LinkWait> limit = Optional.empty();
        private long elapsed;
        private boolean broken;
        private boolean reached;
        private double paths;
        private Factor calls = Factor.NONE;
        private Factor worst = Factor.ONE;
        private Trail<Link> layers = Trail.empty();
        private final Set<String> callers = new HashSet<>();
    }

    private Budgets(Operation operation, Map<String, LinkWait> waits) {
        this.operation = operation;
        this.waits = waits;
    }

    /** The budgets of the journeys, then those of calls that belong together or may. */
    public static List<Budget> of(Architecture architecture) {
        Map<String, LinkWait> waits = new HashMap<>();
        List<Budget> budgets = new ArrayList<>();
        for (Operation operation : Operation.of(architecture)) {
            operation.calls().values().forEach(calls ->
                    calls.forEach(call -> waits.computeIfAbsent(call.link().id(), id -> LinkWait.of(call.link()))));
            budgets.add(new Budgets(operation, waits).budget());
        }
        return budgets;
    }

    private Budget budget() {
        List<String> order = order();
        for (String entry : operation.entries()) {
            Arrival arrival = arrivals.computeIfAbsent(entry, k -> new Arrival());
            arrival.path = Trail.<String>empty().plus(entry);
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
            Wait together = serve(here, calls);
            if (operation.entries().contains(component)) {
                wait = wait.beside(together);
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

    /** One request at a component: its calls in their order, and how long it waits for all of them. */
    private Wait serve(Arrival here, List<Operation.Call> calls) {
        boolean broken = false;
        Groups least = new Groups(true);
        Groups most = new Groups(false);
        for (int i = 0; i < calls.size(); i++) {
            LinkWait wait = waits.get(calls.get(i).link().id());
            Wait before = new Wait(
                    least.before(calls.get(i), wait.total()).least(), most.before(calls.get(i), wait.total()).most());
            Wait left = here.left.after(before);
            boolean above = here.limit.isPresent();
            Optional<Budget.Verdict> verdict = above ? Optional.of(verdict(wait.total(), left)) : Optional.empty();
            boolean exceeds = verdict.filter(v -> v == Budget.Verdict.EXCEEDS).isPresent();
            boolean alone = wait.total().least() > here.patience.most();
            long elapsed = Span.sum(here.elapsed, before.least());
            Trail<String> path = here.path.plus(wait.link().to());
            Trail<Link> layers = layers(here, wait);
            Optional<LinkWait> limit = here.limit;
            List<Operation.Call> until = calls.subList(0, i + 1);
            steps.add(new Budget.Step(
                    wait, path, before, left, limit, elapsed, verdict,
                    exceeds && (alone || !(here.broken || broken)), here.worst.times(wait.load()), layers,
                    Deferred.of(() -> deciding(limit, until, verdict))));
            broken |= exceeds;
            arrive(here, wait, left, elapsed, path, exceeds || here.broken);
        }
        return new Wait(least.all().least(), most.all().most());
    }

    /** Adds up calls one after the other: sequential ones add, parallel ones take the longest; what is not stated bounds it. */
    private static final class Groups {
        private final boolean unknownIsParallel;
        private Wait closed = Wait.ZERO;
        private Wait group = Wait.ZERO;
        private boolean first = true;

        Groups(boolean unknownIsParallel) {
            this.unknownIsParallel = unknownIsParallel;
        }

        /** Takes in the next call; what has passed before it begins. */
        Wait before(Operation.Call call, Wait wait) {
            boolean joins = !first && (call.parallel().isUnknown() ? unknownIsParallel : call.parallel().is(true));
            closed = joins ? closed : closed.then(group);
            group = joins ? group.beside(wait) : wait;
            first = false;
            return closed;
        }

        Wait all() {
            return closed.then(group);
        }
    }

    private static Budget.Verdict verdict(Wait wait, Wait left) {
        if (wait.least() > left.most()) {
            return Budget.Verdict.EXCEEDS;
        }
        return wait.most() <= left.least() ? Budget.Verdict.FITS : Budget.Verdict.OPEN;
    }

    /** @param calls of one caller, up to the one at hand */
    private Set<Missing> deciding(Optional<LinkWait> limit, List<Operation.Call> calls, Optional<Budget.Verdict> verdict) {
        Set<Missing> missing = new TreeSet<>();
        if (verdict.filter(v -> v == Budget.Verdict.OPEN).isEmpty()) {
            return missing;
        }
        calls.forEach(call -> missing.addAll(waits.get(call.link().id()).deciding()));
        limit.filter(call -> call.patience().isUnknown())
                .ifPresent(call -> missing.add(new Missing(call.link(), Keys.TIMEOUT_TOTAL)));
        boolean order = calls.stream().skip(1).anyMatch(call -> call.parallel().isUnknown());
        operation.journey().filter(j -> order).ifPresent(j -> missing.add(new Missing(j, Keys.USES)));
        return missing;
    }

    private void arrive(Arrival here, LinkWait call, Wait left, long elapsed, Trail<String> path, boolean broken) {
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

    private static Trail<Link> layers(Arrival here, LinkWait call) {
        return call.load().most() > 1 ? here.layers.plus(call.link()) : here.layers;
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
