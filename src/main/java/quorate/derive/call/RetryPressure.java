package quorate.derive.call;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Words;

/**
 * What failing calls over one link come back as, when nothing holds the retries down: a breaker stops calling and a budget
 * bounds the retries to a share of the calls.
 *
 * @param certain whether they certainly come back as more
 * @param possible whether they may
 * @param gain calls that one failing call becomes
 * @param deciding what is not stated
 */
public record RetryPressure(Link link, boolean certain, boolean possible, Factor gain, Evidence why, Set<Missing> deciding) {

    public RetryPressure {
        deciding = Collections.unmodifiableSet(new TreeSet<>(deciding));
    }

    /** Whether failing calls certainly come back as more. */
    public static boolean certain(Link link) {
        return !limited(link) && link.get(Keys.BREAKER_THRESHOLD).statedNone()
                && link.get(Keys.RETRY).or(List.of()).stream()
                        .anyMatch(layer -> repeats(layer) && layer.get(Keys.RETRY_BUDGET).statedNone());
    }

    /** Whether they may. */
    public static boolean possible(Link link) {
        return !limited(link)
                && (link.get(Keys.RETRY).isUnknown()
                        || link.get(Keys.RETRY).or(List.of()).stream().anyMatch(layer -> !layer.get(Keys.RETRY_BUDGET).isKnown()
                                && (repeats(layer) || layer.get(Keys.RETRY_ATTEMPTS).isUnknown())));
    }

    private static boolean limited(Link link) {
        boolean waits = !link.get(Keys.MODE).is(Words.LinkMode.ASYNC) && !link.get(Keys.NEED).is(Words.Need.STARTUP);
        return !waits || link.get(Keys.BREAKER_THRESHOLD).isKnown() || link.get(Keys.RETRY).statedNone();
    }

    public static RetryPressure of(Link link) {
        Fact<List<Facts>> retry = link.get(Keys.RETRY);
        Fact<String> breaker = link.get(Keys.BREAKER_THRESHOLD);
        boolean limited = limited(link);
        boolean certain = certain(link);
        boolean possible = possible(link);
        Factor load = limited ? Factor.ONE : LinkWait.load(link);
        Factor gain = breaker.isUnknown() ? new Factor(1, load.stated(), load.most()) : load;
        Set<Missing> deciding = new TreeSet<>();
        if (possible && !certain) {
            deciding.add(new Missing(link, Keys.RETRY));
            if (retry.isKnown() && breaker.isUnknown()) {
                deciding.add(new Missing(link, Keys.BREAKER_THRESHOLD));
            }
        }
        Evidence why = Evidence.derived(
                link.title() + ": one failing call becomes " + gain.words(),
                Evidence.of(link, Keys.RETRY), Evidence.of(link, Keys.BREAKER_THRESHOLD));
        return new RetryPressure(link, certain, possible, gain, why, deciding);
    }

    private static boolean repeats(Facts layer) {
        return layer.get(Keys.RETRY_UNBOUNDED).is(true) || layer.get(Keys.RETRY_ATTEMPTS).is(n -> n > 1);
    }
}
