package quorate.derive.failure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.ValueType;
import quorate.model.Words;

/**
 * How long a caller waits over one link for an answer that does not come: min(total bound, attempts x bound of one attempt +
 * the attempts - 1 largest pauses).
 *
 * @param least the shortest that it can be, by what is stated
 * @param most the longest; nothing where it has no end, or where none is known
 * @param endless whether it certainly has no end
 */
record Patience(Duration least, Optional<Duration> most, boolean endless) {

    private static final int MANY = 1000;

    static Patience of(Link link) {
        Fact<Duration> total = link.get(Keys.TIMEOUT_TOTAL);
        if (total.isKnown()) {
            return new Patience(total.value().get(), total.value(), false);
        }
        Fact<Duration> each = link.get(Keys.TIMEOUT_TRY);
        if (each.statedNone()) {
            return new Patience(Duration.ZERO, Optional.empty(), total.statedNone());
        }
        if (each.isUnknown()) {
            return new Patience(Duration.ZERO, Optional.empty(), false);
        }
        Tries tries = Tries.of(link);
        Duration first = total.statedNone() ? each.value().get() : Duration.ZERO;
        if (tries.endless()) {
            return new Patience(first, Optional.empty(), total.statedNone());
        }
        Optional<Duration> most = tries.most().map(n -> each.value().get().multipliedBy(n).plus(tries.pauses()));
        return new Patience(total.statedNone() ? most.orElse(first) : first, most, false);
    }

    /** Whether the wait ends, unknown facts at their best or at their worst. */
    boolean ends(boolean best) {
        return best ? !endless : most.isPresent();
    }

    /**
     * Whether the wait is over before those who wait for the caller give up.
     *
     * @param budgets how long each of these waits; nobody waits at the edge of the system
     */
    boolean fits(List<Patience> budgets, boolean best) {
        if (budgets.isEmpty()) {
            return true;
        }
        return best
                ? budgets.stream().anyMatch(b -> b.most().isEmpty() || least.compareTo(b.most().get()) <= 0)
                : budgets.stream().allMatch(b -> b.endless() || most.filter(m -> m.compareTo(b.least()) <= 0).isPresent());
    }

    /** {@code 3s}, {@code at most 3s}, {@code without end}, {@code for a time that is not stated}. */
    String words() {
        if (endless) {
            return "without end";
        }
        return most.map(m -> (m.equals(least) ? "" : "at most ") + ValueType.Span.text(m)).orElse("for a time that is not stated");
    }

    /**
     * Attempts over all layers, and the pauses between them.
     *
     * @param most total tries; nothing where a layer does not state them
     * @param endless whether a layer tries for ever
     */
    record Tries(Optional<Integer> most, boolean endless, Duration pauses) {

        static Tries of(Link link) {
            Fact<List<Facts>> retry = link.get(Keys.RETRY);
            if (!retry.isKnown()) {
                return new Tries(retry.statedNone() ? Optional.of(1) : Optional.empty(), false, Duration.ZERO);
            }
            int product = 1;
            boolean stated = true;
            boolean endless = false;
            List<Duration> pauses = new ArrayList<>();
            for (Facts layer : retry.or(List.of())) {
                endless |= layer.get(Keys.RETRY_UNBOUNDED).is(true);
                stated &= !layer.get(Keys.RETRY_ATTEMPTS).isUnknown();
                int attempts = Math.max(1, Math.min(MANY, layer.get(Keys.RETRY_ATTEMPTS).or(1)));
                product = Math.min(MANY, product * attempts);
                pauses.add(pauses(layer, attempts));
            }
            Duration sum = pauses.stream().reduce(Duration.ZERO, Duration::plus);
            return new Tries(stated ? Optional.of(product) : Optional.empty(), endless, sum);
        }

        private static Duration pauses(Facts layer, int attempts) {
            Duration base = layer.get(Keys.RETRY_BASE).or(Duration.ZERO);
            boolean grows = layer.get(Keys.RETRY_BACKOFF).is(Words.Backoff.EXPONENTIAL);
            Duration sum = Duration.ZERO;
            for (int i = 0; i < Math.min(attempts - 1, 30); i++) {
                Duration pause = grows ? base.multipliedBy(1L << Math.min(i, 20)) : base;
                Duration most = layer.get(Keys.RETRY_MAX).or(pause);
                sum = sum.plus(pause.compareTo(most) > 0 ? most : pause);
            }
            return sum;
        }
    }
}
