package quorate.derive.call;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Words;
import quorate.model.Words.Backoff;

/**
 * One place that retries a call: client, SDK, mesh ... What is not stated makes an interval.
 *
 * @param name where it is configured
 * @param fewest total tries that it makes at least while the callee fails
 * @param most total tries that it makes at most; {@link Wait#ENDLESS} when they may never end
 * @param pauses sum of its pauses over all its attempts
 * @param load by how much it multiplies the calls while the callee fails
 */
record RetryLayer(String name, long fewest, long most, Wait pauses, Factor load) {

    private static final Pattern SHARE = Pattern.compile("^([0-9]+(?:\\.[0-9]+)?)\\s*%.*");

    /** A call that is tried once. */
    private static final RetryLayer ONCE = new RetryLayer("", 1, 1, Wait.ZERO, Factor.ONE);

    /** Nothing is known of retries: one attempt at least. */
    private static final RetryLayer OPEN = new RetryLayer("", 1, Wait.ENDLESS, Wait.UNKNOWN, Factor.OPEN);

    /** The layers of a link, the outermost first; never empty. */
    static List<RetryLayer> of(Link link) {
        Fact<List<Facts>> retry = link.get(Keys.RETRY);
        if (retry.isUnknown()) {
            return List.of(OPEN);
        }
        List<Facts> stated = new ArrayList<>(retry.or(List.of()));
        stated.sort(Comparator.comparing(layer -> layer.get(Keys.RETRY_LAYER).or(Words.Layer.CLIENT)));
        return stated.isEmpty() ? List.of(ONCE) : stated.stream().map(RetryLayer::of).toList();
    }

    private static RetryLayer of(Facts layer) {
        String name = layer.get(Keys.RETRY_LAYER).value().map(Words::written).orElse("retry");
        Fact<Integer> attempts = layer.get(Keys.RETRY_ATTEMPTS);
        boolean forEver = layer.get(Keys.RETRY_UNBOUNDED).is(true);
        long fewest = forEver ? Wait.ENDLESS : Math.max(1, attempts.or(1));
        long most = forEver || attempts.isUnknown() ? Wait.ENDLESS : fewest;
        Wait pauses = new Wait(leastPauses(layer, fewest), mostPauses(layer, most));
        return new RetryLayer(name, fewest, most, pauses, load(layer, fewest, most, attempts.isUnknown() && !forEver));
    }

    /** A cap below the first pause is not reckoned with where no cap is stated. */
    private static long leastPauses(Facts layer, long attempts) {
        long base = layer.get(Keys.RETRY_BASE).map(Duration::toNanos).or(0L);
        Fact<Backoff> backoff = layer.get(Keys.RETRY_BACKOFF);
        if (backoff.is(Backoff.EXPONENTIAL)) {
            Fact<Duration> cap = layer.get(Keys.RETRY_MAX);
            return quorate.formula.LinkWait.pauses(attempts, base, 2, cap(cap, base));
        }
        return backoff.is(Backoff.FIXED) ? fixed(attempts, base) : 0;
    }

    private static long cap(Fact<Duration> cap, long whenUnknown) {
        return cap.isUnknown() ? whenUnknown : cap.map(Duration::toNanos).or(Wait.ENDLESS);
    }

    private static long mostPauses(Facts layer, long attempts) {
        Fact<Duration> base = layer.get(Keys.RETRY_BASE);
        Fact<Backoff> backoff = layer.get(Keys.RETRY_BACKOFF);
        long cap = cap(layer.get(Keys.RETRY_MAX), Wait.ENDLESS);
        if (attempts <= 1 || backoff.is(Backoff.NONE) || base.statedNone()) {
            return 0;
        }
        if (!base.isKnown()) {
            return fixed(attempts, cap);
        }
        long first = base.value().get().toNanos();
        return backoff.is(Backoff.FIXED)
                ? fixed(attempts, first)
                : quorate.formula.LinkWait.pauses(attempts, first, 2, cap);
    }

    private static long fixed(long attempts, long pause) {
        return quorate.formula.LinkWait.pauses(attempts, pause, 1, Wait.ENDLESS);
    }

    /** A budget of a share r lets through 1 + r of the calls, and never more than the attempts. */
    private static Factor load(Facts layer, long fewest, long most, boolean attemptsUnknown) {
        Fact<String> budget = layer.get(Keys.RETRY_BUDGET);
        double high = most == Wait.ENDLESS ? Double.POSITIVE_INFINITY : most;
        double low = fewest == Wait.ENDLESS ? Double.POSITIVE_INFINITY : fewest;
        Optional<Double> share = budget.value().flatMap(RetryLayer::share);
        if (share.isPresent()) {
            double bound = 1 + share.get();
            return new Factor(Math.min(low, bound), Math.min(low, bound), Math.min(high, bound));
        }
        if (budget.isKnown()) {
            return new Factor(1, 1, high);
        }
        return new Factor(budget.statedNone() ? low : 1, attemptsUnknown ? 1 : low, high);
    }

    private static Optional<Double> share(String budget) {
        Matcher matcher = SHARE.matcher(budget.trim());
        return matcher.matches()
                ? Optional.of(new BigDecimal(matcher.group(1)).movePointLeft(2).doubleValue())
                : Optional.empty();
    }
}
