package quorate.derive.recovery;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Evidence;
import quorate.model.Missing;
import quorate.model.ValueType;

/**
 * Time until service is back, as an interval made of parts.
 *
 * @param how in words: {@code automatic failover}, {@code a person fails over}, {@code restart}
 * @param best lower bound; nothing while a part is unknown
 * @param worst upper bound; nothing while a part is unknown
 * @param missing facts without which the interval is open
 */
public record RecoveryTime(
        String how,
        Optional<Duration> best,
        Optional<Duration> worst,
        List<Part> parts,
        Evidence why,
        Set<Missing> missing) {

    public RecoveryTime {
        parts = List.copyOf(parts);
        missing = Collections.unmodifiableSet(new TreeSet<>(missing));
    }

    /** One part of it: detect, decide, redirect ... */
    public record Part(String name, Optional<Duration> best, Optional<Duration> worst, Evidence why) {

        /** As of the whole. */
        public String words() {
            return RecoveryTime.words(best, worst);
        }
    }

    /** {@code 1s to 45s}, {@code at least 1s}, {@code at most 45s}, {@code unknown}. */
    public String words() {
        return words(best, worst);
    }

    private static String words(Optional<Duration> best, Optional<Duration> worst) {
        if (best.isEmpty() && worst.isEmpty()) {
            return "unknown";
        }
        if (worst.isEmpty()) {
            return "at least " + ValueType.Span.text(best.get());
        }
        if (best.isEmpty()) {
            return "at most " + ValueType.Span.text(worst.get());
        }
        return best.equals(worst)
                ? ValueType.Span.text(best.get())
                : ValueType.Span.range(best.get(), worst.get());
    }

    /** The part with the largest upper bound. */
    public Optional<Part> dominating() {
        return parts.stream()
                .filter(part -> part.worst().isPresent())
                .max(java.util.Comparator.comparing((Part part) -> part.worst().get()));
    }
}
