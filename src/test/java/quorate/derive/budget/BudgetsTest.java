package quorate.derive.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import quorate.testing.Models;

/** Waits and retries over random systems, against the enumeration of every path. */
class BudgetsTest {

    private static final long MS = 1_000_000;

    /** A call with numbers that are all known, in milliseconds; zero is none. */
    private record Call(int from, int to, int total, int each, int attempts, int base, int cap, boolean parallel) {

        String link() {
            return "c" + from + " -> c" + to;
        }

        long longest() {
            long pauses = 0;
            long pause = base;
            for (int i = 1; i < attempts; i++) {
                pauses += Math.min(pause, cap);
                pause *= 2;
            }
            long all = each == 0 ? Long.MAX_VALUE : (long) attempts * each + pauses;
            long bound = total == 0 ? Long.MAX_VALUE : total;
            long wait = Math.min(all, bound);
            return wait == Long.MAX_VALUE ? wait : wait * MS;
        }

        long patience() {
            long sooner = Math.min(total == 0 ? Long.MAX_VALUE : total, each == 0 ? Long.MAX_VALUE : each);
            return sooner == Long.MAX_VALUE ? sooner : sooner * MS;
        }

        String yaml(boolean withTotal, boolean withRetry) {
            String timeouts = (withTotal ? "total: " + span(total) + ", " : "") + "try: " + span(each);
            String retry = "retry: [{attempts: " + attempts + ", backoff: exponential, base: " + base + "ms, max: " + cap
                    + "ms, budget: none}]";
            return "  - {from: c" + from + ", to: c" + to + ", mode: sync, timeout: {" + timeouts + "}"
                    + (withRetry ? ", " + retry : "") + "}\n";
        }

        private static String span(int ms) {
            return ms == 0 ? "none" : ms + "ms";
        }
    }

    @Test
    void agreesWithTheEnumerationOfAllPaths() {
        Random random = new Random(11);
        for (int round = 0; round < 60; round++) {
            List<Call> calls = system(random);
            Budget budget = budget(calls, 1, 1, 1, random);
            Map<String, Long> left = new HashMap<>();
            Map<Integer, Long> paths = new HashMap<>();
            Map<Integer, Double> reached = new HashMap<>();
            enumerate(calls, 0, Long.MAX_VALUE, 1, left, paths, reached);
            assertEquals(sum(of(calls, 0), of(calls, 0).size()), budget.longest().most(), "longest wait of\n" + calls);
            assertTrue(budget.longest().isExact());
            for (Budget.Step step : budget.steps()) {
                String link = step.call().link().id();
                assertEquals(left.get(link), step.left().most(), "left for " + link + " in\n" + calls);
                assertTrue(step.left().isExact());
            }
            for (Budget.Amplified at : budget.dependencies()) {
                int id = Integer.parseInt(at.component().substring(1));
                assertEquals(paths.get(id), (long) at.paths(), "paths to " + id + " in\n" + calls);
                assertEquals(reached.get(id), at.calls().most(), 1e-6, "calls at " + id + " in\n" + calls);
            }
        }
    }

    @Test
    void whatIsNotStatedWidensAndNeverAccuses() {
        Random random = new Random(12);
        for (int round = 0; round < 60; round++) {
            List<Call> calls = system(random);
            Budget full = budget(calls, 1, 1, 1, random);
            Budget less = budget(calls, 0.6, 0.6, 0.5, random);
            assertTrue(
                    less.longest().least() <= full.longest().least() && full.longest().most() <= less.longest().most(),
                    () -> full.longest() + " is not in " + less.longest() + " of\n" + calls);
            for (int i = 0; i < less.steps().size(); i++) {
                Budget.Step open = less.steps().get(i);
                Budget.Step exact = full.steps().get(i);
                assertEquals(exact.call().link().id(), open.call().link().id());
                boolean accused = open.verdict().filter(v -> v == Budget.Verdict.EXCEEDS).isPresent();
                boolean guilty = exact.verdict().filter(v -> v == Budget.Verdict.EXCEEDS).isPresent();
                assertTrue(!accused || guilty, () -> open.call().link().id() + " in\n" + calls);
            }
        }
    }

    /** Calls lead from lower to higher numbers, so that there is no circle. */
    private static List<Call> system(Random random) {
        List<Call> calls = new ArrayList<>();
        int size = 3 + random.nextInt(4);
        for (int from = 0; from < size; from++) {
            for (int to = from + 1; to < size; to++) {
                if (random.nextInt(3) > 0) {
                    int each = random.nextInt(8) == 0 ? 0 : 10 * (1 + random.nextInt(50));
                    int total = random.nextInt(3) == 0 ? 0 : Math.max(each, 10 * (1 + random.nextInt(200)));
                    int base = 10 * random.nextInt(5);
                    calls.add(new Call(from, to, total, each, 1 + random.nextInt(3), base, base + 10 * random.nextInt(4), random.nextBoolean()));
                }
            }
        }
        return calls;
    }

    private static Budget budget(List<Call> calls, double totals, double retries, double orders, Random random) {
        StringBuilder yaml = new StringBuilder("services: {c0: {}, c1: {}, c2: {}, c3: {}, c4: {}, c5: {}, c6: {}}\nlinks:\n");
        StringBuilder uses = new StringBuilder();
        for (Call call : calls) {
            // A bound on all attempts may be left out where one on each stands beside it.
            yaml.append(call.yaml(random.nextDouble() < totals || call.each() == 0, random.nextDouble() < retries));
            String order = random.nextDouble() < orders ? ", parallel: " + call.parallel() : "";
            uses.append("      - {link: ").append(call.link()).append(order).append("}\n");
        }
        yaml.append("journeys:\n  j:\n    entry: c0\n    uses:\n").append(uses);
        return calls.isEmpty()
                ? Budgets.of(Models.architecture("services: {c0: {}}\njourneys: {j: {entry: c0}}")).get(0)
                : Budgets.of(Models.architecture(yaml.toString())).get(0);
    }

    private static void enumerate(
            List<Call> all, int at, long left, double factor, Map<String, Long> least, Map<Integer, Long> paths, Map<Integer, Double> reached) {
        List<Call> mine = of(all, at);
        for (int i = 0; i < mine.size(); i++) {
            Call call = mine.get(i);
            int group = i;
            while (group > 0 && mine.get(group).parallel()) {
                group--;
            }
            long spent = sum(mine, group);
            long here = left == Long.MAX_VALUE ? left : Math.max(0, left - Math.min(left, spent));
            least.merge(call.link(), here, Math::min);
            paths.merge(call.to(), 1L, Long::sum);
            reached.merge(call.to(), factor * call.attempts(), Double::sum);
            enumerate(all, call.to(), Math.min(call.patience(), here), factor * call.attempts(), least, paths, reached);
        }
    }

    private static List<Call> of(List<Call> all, int from) {
        return all.stream().filter(call -> call.from() == from).toList();
    }

    /** The first calls of a caller, one group after the other. */
    private static long sum(List<Call> calls, int count) {
        long sum = 0;
        long group = 0;
        for (int i = 0; i < count; i++) {
            long wait = calls.get(i).longest();
            if (i > 0 && calls.get(i).parallel()) {
                group = Math.max(group, wait);
            } else {
                sum = group > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + group;
                group = wait;
            }
        }
        return group > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + group;
    }
}
