package quorate.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Worst first. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    INFO;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Severity> of(String word) {
        return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
    }

    public boolean atLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    /** One step milder; info stays info. */
    public Severity lowered() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }

    /** One step worse; critical stays critical. */
    public Severity raised() {
        return values()[Math.max(ordinal() - 1, 0)];
    }
}
