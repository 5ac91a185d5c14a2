package quorate.derive.budget;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.call.Factor;
import quorate.derive.call.LinkWait;
import quorate.derive.call.Wait;
import quorate.formula.FanOut;
import quorate.model.Deferred;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Missing;

/**
 * The waits of one operation at worst: every callee silent. The callers' own computing time is not in it.
 *
 * @param longest how long who answers the user waits for its calls, together
 * @param steps the calls, callers before their callees
 * @param loops calls that lead back to one of their callers; the waits leave them out
 * @param dependencies what is called, with the calls that reach it while it fails
 */
public record Budget(Operation operation, Wait longest, List<Step> steps, List<Link> loops, List<Amplified> dependencies) {

    /** The share of calls beyond the 99th percentile. */
    public static final double TAIL = 0.01;

    public Budget {
        steps = List.copyOf(steps);
        loops = List.copyOf(loops);
        dependencies = List.copyOf(dependencies);
    }

    /** Whether a wait fits in what its caller has left. */
    public enum Verdict {
        FITS,
        OPEN,
        EXCEEDS
    }

    /** A call with the budget that it is a part of. */
    public record Of(Budget budget, Step step) {}

    /** The calls of several budgets by the id of their link, in the order of the budgets. */
    public static Map<String, List<Of>> byLink(List<Budget> budgets) {
        Map<String, List<Of>> calls = new HashMap<>();
        for (Budget budget : budgets) {
            for (Step step : budget.steps()) {
                calls.computeIfAbsent(step.call().link().id(), id -> new ArrayList<>()).add(new Of(budget, step));
            }
        }
        return calls;
    }

    /**
     * One call of the operation, over the path on which least is left for it.
     *
     * @param path components from the entry to the callee
     * @param before time that its caller has spent on earlier calls of the same request
     * @param left what is left of the time after which a caller above gives up
     * @param limit the call whose bound decides what is left; nothing at the entry
     * @param elapsed time that has certainly passed since that call began
     * @param verdict nothing where no caller stands above
     * @param news whether it breaks the budget by itself, and not only because an earlier or outer call has
     * @param multiplied attempts that one request becomes here, over the path that multiplies most
     * @param layers the links of that path that may retry, the outermost first
     * @param deciding facts without which the verdict is open
     */
    public record Step(
            LinkWait call,
            Trail<String> path,
            Wait before,
            Wait left,
            Optional<LinkWait> limit,
            long elapsed,
            Optional<Verdict> verdict,
            boolean news,
            Factor multiplied,
            Trail<Link> layers,
            Deferred<Set<Missing>> deciding) {

        /** How long it may still run after its caller has given up; zero where nobody stands above. */
        public Wait orphaned() {
            return verdict.isEmpty() ? Wait.ZERO : call.total().beyond(left);
        }
    }

    /**
     * What one request becomes at a callee while that fails and every layer above retries.
     *
     * @param paths calls that one request makes when nothing fails
     * @param calls calls that one request becomes
     * @param callers components that call it in this operation
     */
    public record Amplified(String component, double paths, Factor calls, int callers) {}

    /** The objective of the journey; it is shown beside the wait, since a worst case is not a percentile. */
    public Optional<Duration> objective() {
        return operation.journey().flatMap(journey -> journey.get(Keys.SLO_LATENCY).value());
    }

    /** Synchronous calls that one request makes, each link counted once. */
    public int fanOut() {
        return steps.size();
    }

    /** The chance that at least one of its calls is slower than its own 99th percentile, if they are independent. */
    public double tail() {
        return new FanOut(fanOut()).slow(TAIL);
    }

    /** Facts without which the wait of the whole is an interval. */
    public Set<Missing> deciding() {
        Set<Missing> missing = new TreeSet<>();
        if (!longest.isExact()) {
            steps.stream().filter(s -> s.limit().isEmpty()).forEach(s -> missing.addAll(s.call().deciding()));
            boolean several = steps.stream().filter(s -> s.limit().isEmpty()).count() > 1;
            operation.journey().filter(j -> several).ifPresent(j -> missing.add(new Missing(j, Keys.USES)));
        }
        return missing;
    }
}
