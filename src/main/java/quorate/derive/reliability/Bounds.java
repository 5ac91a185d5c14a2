package quorate.derive.reliability;

/**
 * Bounds on a probability or on a share of time, both in [0, 1].
 *
 * @param low lower bound
 * @param high upper bound
 */
public record Bounds(double low, double high) {

    /** Nothing is known. */
    public static final Bounds UNKNOWN = new Bounds(0, 1);

    /** It never happens. */
    public static final Bounds NEVER = new Bounds(0, 0);

    public Bounds {
        if (!(low >= 0 && low <= high && high <= 1)) {
            throw new IllegalArgumentException("no bounds on a probability: " + low + ", " + high);
        }
    }

    public static Bounds of(double value) {
        return new Bounds(value, value);
    }

    /** Of the opposite: availability of unavailability, and the other way round. */
    public Bounds complement() {
        return new Bounds(1 - high, 1 - low);
    }

    public boolean isExact() {
        return low == high;
    }

    /** The sum, at most 1. */
    public Bounds plus(Bounds other) {
        return new Bounds(Math.min(1, low + other.low), Math.min(1, high + other.high));
    }
}
