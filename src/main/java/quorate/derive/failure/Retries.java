package quorate.derive.failure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.call.Factor;
import quorate.derive.call.RetryPressure;
import quorate.model.Architecture;
import quorate.model.Evidence;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Words;

/**
 * Whether failed calls of a component come back as more load. Retries without a budget or a breaker, of its callers or of
 * theirs, keep it overloaded after the cause is gone (metastable failure, Bronson et al. 2021).
 *
 * @param certain whether someone on the way to it certainly retries so
 * @param possible whether someone may
 * @param deciding what the nearest callers do not state
 */
record Retries(boolean certain, boolean possible, Evidence why, Set<Missing> deciding) {

    /** Of everyone who waits for the component, directly or through others. */
    static Retries into(Architecture architecture, String component) {
        Deque<String> open = new ArrayDeque<>(List.of(component));
        Set<String> seen = new HashSet<>(open);
        Set<Missing> missing = new TreeSet<>();
        while (!open.isEmpty()) {
            for (Link link : architecture.linksTo(open.poll())) {
                if (link.get(Keys.MODE).is(Words.LinkMode.ASYNC) || link.get(Keys.NEED).is(Words.Need.STARTUP)) {
                    continue;
                }
                if (RetryPressure.certain(link)) {
                    RetryPressure pressure = RetryPressure.of(link);
                    Evidence why = Evidence.derived(
                            link.from() + " tries again, up to " + tries(pressure.gain()) + " for each call", pressure.why().because());
                    return new Retries(true, true, why, Set.of());
                }
                if (missing.isEmpty() && RetryPressure.possible(link)) {
                    missing.addAll(RetryPressure.of(link).deciding());
                }
                if (seen.add(link.from())) {
                    open.add(link.from());
                }
            }
        }
        boolean possible = !missing.isEmpty();
        String claim = possible ? "whether its callers try again is not stated" : "no caller tries again without a limit";
        return new Retries(false, possible, Evidence.derived(claim), missing);
    }

    private static String tries(Factor gain) {
        return gain.isExact() ? Double.isInfinite(gain.most()) ? "without end" : gain.words() + " times" : "several times";
    }
}
