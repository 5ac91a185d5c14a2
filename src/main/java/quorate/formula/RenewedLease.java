package quorate.formula;

/**
 * A lease that its holder renews. Times are in nanoseconds.
 *
 * @param duration how long it is held without renewal; above 0
 * @param renewal interval of renewal; above 0
 * @param skew largest difference between the clocks of holder and grantor over one lease; 0 or more
 * @see <a href="https://doi.org/10.1145/74850.74870">Gray and Cheriton 1989</a>
 */
public record RenewedLease(long duration, long renewal, long skew) {

    /** How long after its last renewal the holder may act by its own clock: duration - skew, not below 0. */
    public long safe() {
        return Math.max(0, duration - skew);
    }

    /** Renewals that fall due while it may act: ceil((duration - skew) / renewal) - 1. */
    public long attempts() {
        return safe() == 0 ? 0 : (safe() + renewal - 1) / renewal - 1;
    }

    /** Renewals that may fail in a row before the lease is lost: one less than fall due, not below 0. */
    public long mayFail() {
        return Math.max(0, attempts() - 1);
    }
}
