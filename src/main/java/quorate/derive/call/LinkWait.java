package quorate.derive.call;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Missing;

/**
 * How long the caller of a link waits at worst, and what it is made of.
 *
 * @param total the longest wait for an answer, over all attempts; an interval too where the whole is bounded and it is not stated
 *     whether an attempt is bounded more tightly
 * @param attempts the part that the attempts and their pauses make, without the bound on the whole
 * @param patience the longest that one attempt lives: what the callee is given; a bound that is not stated is left out
 * @param load by how much the link multiplies calls while its callee fails
 * @param formula with the link's own numbers
 * @param deciding facts without which the wait is an interval
 */
public record LinkWait(
        Link link, Wait total, Wait attempts, Wait patience, Factor load, String formula, Evidence why, Set<Missing> deciding) {

    public LinkWait {
        deciding = Collections.unmodifiableSet(new TreeSet<>(deciding));
    }

    public static LinkWait of(Link link) {
        Fact<Duration> total = link.get(Keys.TIMEOUT_TOTAL);
        Fact<Duration> each = link.get(Keys.TIMEOUT_TRY);
        List<RetryLayer> layers = RetryLayer.of(link);
        Wait attempts = attempts(one(total, each), layers);
        Factor load = load(layers);
        Wait wait = attempts.orSooner(bound(total));
        String formula = formula(total, each, layers, wait);
        List<Evidence> because = List.of(
                Evidence.of(link, Keys.TIMEOUT_TOTAL), Evidence.of(link, Keys.TIMEOUT_TRY), Evidence.of(link, Keys.RETRY));
        return new LinkWait(
                link, wait, attempts, patience(total, each), load, formula,
                Evidence.derived("longest wait of " + link.title() + ": " + formula, because),
                deciding(link, wait));
    }

    /** Only the longest wait as far as it is stated, for those who ask it of many links: a bound on all attempts is the wait. */
    public static Wait longest(Link link) {
        Fact<Duration> total = link.get(Keys.TIMEOUT_TOTAL);
        Fact<Duration> each = link.get(Keys.TIMEOUT_TRY);
        Wait one = total.isKnown() && !each.isKnown() ? bound(total) : bound(each);
        return attempts(one, RetryLayer.of(link)).orSooner(bound(total));
    }

    /** Only by how much the link multiplies calls. */
    public static Factor load(Link link) {
        return load(RetryLayer.of(link));
    }

    private static Factor load(List<RetryLayer> layers) {
        return layers.stream().map(RetryLayer::load).reduce(Factor.ONE, Factor::times);
    }

    /** All attempts with their pauses, layer in layer. */
    private static Wait attempts(Wait one, List<RetryLayer> layers) {
        Wait attempts = one;
        for (int i = layers.size() - 1; i >= 0; i--) {
            RetryLayer layer = layers.get(i);
            attempts = new Wait(
                    attempts(layer.fewest(), attempts.least(), layer.pauses().least()),
                    attempts(layer.most(), attempts.most(), layer.pauses().most()));
        }
        return attempts;
    }

    private static long attempts(long times, long each, long pauses) {
        return new quorate.formula.LinkWait(times, each, pauses, Wait.ENDLESS).ofAttempts();
    }

    /** One attempt: a bound on all bounds it as well, and where its own is not stated, that may be any shorter time. */
    private static Wait one(Fact<Duration> total, Fact<Duration> each) {
        if (each.isKnown() || !total.isKnown()) {
            return bound(each);
        }
        return each.statedNone() ? bound(total) : new Wait(0, bound(total).most());
    }

    private static Wait bound(Fact<Duration> span) {
        return span.value().map(Wait::of).orElse(span.statedNone() ? Wait.FOR_EVER : Wait.UNKNOWN);
    }

    private static Wait patience(Fact<Duration> total, Fact<Duration> each) {
        if (total.isKnown() || each.isKnown()) {
            long sooner = Math.min(
                    total.map(Duration::toNanos).or(Wait.ENDLESS), each.map(Duration::toNanos).or(Wait.ENDLESS));
            return Wait.exactly(sooner);
        }
        return total.statedNone() && each.statedNone() ? Wait.FOR_EVER : Wait.UNKNOWN;
    }

    private static String formula(Fact<Duration> total, Fact<Duration> each, List<RetryLayer> layers, Wait wait) {
        String inner = each.isKnown() ? Wait.text(each.value().get().toNanos()) : each.statedNone() ? "endless" : "?";
        for (int i = layers.size() - 1; i >= 0; i--) {
            RetryLayer layer = layers.get(i);
            boolean once = layer.most() == 1;
            String times = layer.fewest() == layer.most() ? count(layer.most()) : "?";
            String pauses = layer.pauses().isUnknown() ? " + ?"
                    : layer.pauses().most() == 0 ? "" : " + " + layer.pauses().words();
            boolean compound = inner.indexOf(' ') >= 0;
            inner = once ? inner : times + " × " + (compound ? "(" + inner + ")" : inner) + pauses;
        }
        boolean totalOnly = total.isKnown() && each.statedNone();
        String bound = total.isKnown() ? Wait.text(total.value().get().toNanos()) : "?";
        String whole = totalOnly ? bound : total.statedNone() ? inner : "min(" + bound + ", " + inner + ")";
        return whole.equals(wait.words()) ? whole : whole + " = " + wait.words();
    }

    private static String count(long times) {
        return times == Wait.ENDLESS ? "endless" : "" + times;
    }

    private static Set<Missing> deciding(Link link, Wait wait) {
        Set<Missing> missing = new TreeSet<>();
        if (wait.isExact()) {
            return missing;
        }
        boolean bounded = link.get(Keys.TIMEOUT_TOTAL).isKnown() || link.get(Keys.TIMEOUT_TRY).isKnown();
        if (link.get(Keys.TIMEOUT_TOTAL).isUnknown()) {
            missing.add(new Missing(link, Keys.TIMEOUT_TOTAL));
        }
        if (link.get(Keys.TIMEOUT_TRY).isUnknown()) {
            missing.add(new Missing(link, Keys.TIMEOUT_TRY));
        }
        if (bounded && open(RetryLayer.of(link))) {
            missing.add(new Missing(link, Keys.RETRY));
        }
        return missing;
    }

    private static boolean open(List<RetryLayer> layers) {
        return layers.stream().anyMatch(l -> l.fewest() != l.most() || !l.pauses().isExact());
    }
}
