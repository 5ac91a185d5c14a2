package quorate.derive.failure;

/** How its callers feel a component, ordered by badness: of two that are down, the one that lets them wait is the worse. */
enum Felt {
    UP(State.UP),
    DEGRADED(State.DEGRADED),
    REFUSING(State.DOWN),
    SILENT(State.DOWN);

    private final State state;

    Felt(State state) {
        this.state = state;
    }

    State state() {
        return state;
    }

    Felt worse(Felt other) {
        return compareTo(other) >= 0 ? this : other;
    }

    static Felt of(State state, boolean silent) {
        return switch (state) {
            case UP -> UP;
            case DEGRADED -> DEGRADED;
            case DOWN -> silent ? SILENT : REFUSING;
        };
    }
}
