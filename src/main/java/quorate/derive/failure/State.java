package quorate.derive.failure;

import java.util.Locale;

/** Ordered by badness. */
public enum State {
    UP,
    DEGRADED,
    DOWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public State worse(State other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public State better(State other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
