package quorate.derive.failure;

import java.util.Set;
import quorate.derive.call.Factor;
import quorate.derive.call.RetryPressure;
import quorate.model.Evidence;
import quorate.model.Link;
import quorate.model.Missing;

/**
 * Whether failed calls of a component come back as more load. Retries without a budget or a breaker, of its callers or of
 * theirs, keep it overloaded after the cause is gone (metastable failure, Bronson et al. 2021).
 *
 * @param certain whether someone on the way to it certainly retries so
 * @param possible whether someone may
 * @param deciding what the nearest callers do not state
 */
record Retries(boolean certain, boolean possible, Evidence why, Set<Missing> deciding) {

    static Retries certain(Link link) {
        RetryPressure pressure = RetryPressure.of(link);
        Evidence why = Evidence.derived(
                link.from() + " tries again, up to " + tries(pressure.gain()) + " for each call", pressure.why().because());
        return new Retries(true, true, why, Set.of());
    }

    /** @param link the nearest that may; what it does not state decides */
    static Retries possible(Link link) {
        return new Retries(
                false, true, Evidence.derived("whether its callers try again is not stated"), RetryPressure.of(link).deciding());
    }

    static Retries none() {
        return new Retries(false, false, Evidence.derived("no caller tries again without a limit"), Set.of());
    }

    private static String tries(Factor gain) {
        return gain.isExact() ? Double.isInfinite(gain.most()) ? "without end" : gain.words() + " times" : "several times";
    }
}
