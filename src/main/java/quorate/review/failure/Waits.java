package quorate.review.failure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Words.Backoff;

/** How long a caller waits on a link, and how many times it tries, as far as that is stated. */
final class Waits {

    private Waits() {}

    /** Total tries of all layers, each that is not stated taken as one; nothing when a budget or no bound is stated. */
    static Optional<Integer> attempts(Link link) {
        int product = 1;
        for (Facts layer : link.get(Keys.RETRY).or(List.of())) {
            if (layer.get(Keys.RETRY_BUDGET).isKnown() || layer.get(Keys.RETRY_UNBOUNDED).is(true)) {
                return Optional.empty();
            }
            product *= Math.max(1, Math.min(1000, layer.get(Keys.RETRY_ATTEMPTS).or(1)));
        }
        return Optional.of(product);
    }

    /**
     * The longest wait: the total bound, else attempts times the bound of one, with the largest pauses between; nothing when
     * no bound is stated. Pauses that are not stated count as none. Where it is not stated whether there is a total bound, the
     * true wait may be shorter; see {@link #certain}.
     */
    static Optional<Duration> longest(Link link) {
        if (link.get(Keys.TIMEOUT_TOTAL).isKnown()) {
            return link.get(Keys.TIMEOUT_TOTAL).value();
        }
        Optional<Integer> attempts = attempts(link);
        if (attempts.isEmpty()) {
            return Optional.empty();
        }
        return link.get(Keys.TIMEOUT_TRY).value().map(one -> one.multipliedBy(attempts.get()).plus(pauses(link)));
    }

    /** Whether nothing unstated could make the longest wait shorter. */
    static boolean certain(Link link) {
        return !link.get(Keys.TIMEOUT_TOTAL).isUnknown();
    }

    /** What bounds the caller's patience: the total, or the one attempt when it makes only one. */
    static Optional<Duration> patience(Link link) {
        if (link.get(Keys.TIMEOUT_TOTAL).isKnown()) {
            return link.get(Keys.TIMEOUT_TOTAL).value();
        }
        boolean once = link.get(Keys.RETRY).statedNone();
        return once ? link.get(Keys.TIMEOUT_TRY).value() : Optional.empty();
    }

    private static Duration pauses(Link link) {
        Duration sum = Duration.ZERO;
        for (Facts layer : link.get(Keys.RETRY).or(List.of())) {
            int pauses = layer.get(Keys.RETRY_ATTEMPTS).or(1) - 1;
            Duration base = layer.get(Keys.RETRY_BASE).or(Duration.ZERO);
            boolean grows = layer.get(Keys.RETRY_BACKOFF).is(Backoff.EXPONENTIAL);
            for (int i = 0; i < Math.min(pauses, 30); i++) {
                Duration pause = grows ? base.multipliedBy(1L << Math.min(i, 20)) : base;
                Duration most = layer.get(Keys.RETRY_MAX).or(pause);
                sum = sum.plus(pause.compareTo(most) > 0 ? most : pause);
            }
        }
        return sum;
    }
}
