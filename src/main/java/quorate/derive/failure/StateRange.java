package quorate.derive.failure;

/** A state as far as it is known: with the unknown facts at their best, and at their worst. */
public record StateRange(State best, State worst) {

    public StateRange {
        if (best.compareTo(worst) > 0) {
            throw new IllegalArgumentException("best " + best + " is worse than worst " + worst);
        }
    }

    public static StateRange of(State state) {
        return new StateRange(state, state);
    }

    public boolean isCertain() {
        return best == worst;
    }

    /** {@code down}, or {@code up to down} where facts are missing. */
    public String words() {
        return isCertain() ? best.word() : best.word() + " to " + worst.word();
    }
}
