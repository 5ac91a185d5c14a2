package quorate.derive.failure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.call.Factor;
import quorate.derive.call.LinkWait;
import quorate.model.Architecture;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Facts;
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
                if (amplifies(link)) {
                    Evidence why = Evidence.derived(
                            link.from() + " tries again, up to " + tries(link) + " for each call",
                            List.of(Evidence.of(link, Keys.RETRY), Evidence.of(link, Keys.BREAKER_THRESHOLD)));
                    return new Retries(true, true, why, Set.of());
                }
                if (mayAmplify(link) && missing.isEmpty()) {
                    ask(link, missing);
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

    private static String tries(Link link) {
        Factor load = LinkWait.of(link).load();
        return load.isExact() ? Double.isInfinite(load.most()) ? "without end" : load.words() + " times" : "several times";
    }

    private static boolean amplifies(Link link) {
        return !link.get(Keys.BREAKER_THRESHOLD).isKnown()
                && !link.get(Keys.BREAKER_THRESHOLD).isUnknown()
                && link.get(Keys.RETRY).or(List.of()).stream()
                        .anyMatch(layer -> repeats(layer) && layer.get(Keys.RETRY_BUDGET).statedNone());
    }

    private static boolean mayAmplify(Link link) {
        Fact<List<Facts>> retry = link.get(Keys.RETRY);
        boolean limited = link.get(Keys.BREAKER_THRESHOLD).isKnown() || retry.statedNone();
        return !limited
                && (retry.isUnknown()
                        || retry.or(List.of()).stream().anyMatch(layer -> !layer.get(Keys.RETRY_BUDGET).isKnown()
                                && (repeats(layer) || layer.get(Keys.RETRY_ATTEMPTS).isUnknown())));
    }

    private static boolean repeats(Facts layer) {
        return layer.get(Keys.RETRY_UNBOUNDED).is(true) || layer.get(Keys.RETRY_ATTEMPTS).is(n -> n > 1);
    }

    private static void ask(Link link, Set<Missing> missing) {
        missing.add(new Missing(link, Keys.RETRY));
        if (link.get(Keys.RETRY).isKnown() && link.get(Keys.BREAKER_THRESHOLD).isUnknown()) {
            missing.add(new Missing(link, Keys.BREAKER_THRESHOLD));
        }
    }
}
