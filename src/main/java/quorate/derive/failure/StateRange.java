package quorate.derive.failure;

/** A state as far as it is known: with the unknown facts at their best, and at their worst. */
public record StateRange(State best, State worst) {

    public StateRange {
        if (best.compareTo(worst) > 0) {
            throw new IllegalArgumentException("best " + best + " is worse than worst " + worst);
        }
    }

    private static final int STATES = State.values().length;
    static final int COUNT = STATES * STATES;
    private static final StateRange[] ALL = new StateRange[COUNT];

    static {
        for (State best : State.values()) {
            for (State worst : State.values()) {
                if (best.compareTo(worst) <= 0) {
                    ALL[best.ordinal() * STATES + worst.ordinal()] = new StateRange(best, worst);
                }
            }
        }
    }

    /** The range of these two; always the same object, since there are millions of them and few that differ. */
    public static StateRange of(State best, State worst) {
        StateRange range = ALL[best.ordinal() * STATES + worst.ordinal()];
        return range != null ? range : new StateRange(best, worst);
    }

    /** A number of its own, from 0 and below {@link #COUNT}. */
    int number() {
        return best.ordinal() * STATES + worst.ordinal();
    }

    public static StateRange of(State state) {
        return of(state, state);
    }

    public boolean isCertain() {
        return best == worst;
    }

    /** {@code down}, or {@code up to down} where facts are missing. */
    public String words() {
        return isCertain() ? best.word() : best.word() + " to " + worst.word();
    }
}
