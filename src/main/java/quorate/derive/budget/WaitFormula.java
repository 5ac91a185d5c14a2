package quorate.derive.budget;

/**
 * The longest time that a caller waits on one call:
 * {@code min(total deadline, attempts x per-try bound + the sum of the attempts-1 largest backoffs)}.
 * All times are in nanoseconds; {@link Wait#ENDLESS} is no bound.
 */
public final class WaitFormula {

    private WaitFormula() {}

    /**
     * The formula for one layer that retries.
     *
     * @param total bound on all attempts together
     * @param attempts total tries, the first included, from 1; {@link Wait#ENDLESS} when they never end
     * @param perTry bound on one attempt
     * @param backoffs sum of the pauses between the attempts
     */
    public static long of(long total, long attempts, long perTry, long backoffs) {
        return Math.min(total, attempts(attempts, perTry, backoffs));
    }

    /** All attempts with their pauses, without a bound on the whole. */
    public static long attempts(long attempts, long perTry, long backoffs) {
        if (attempts == Wait.ENDLESS) {
            return Wait.ENDLESS;
        }
        return Wait.sum(Wait.product(attempts, perTry), backoffs);
    }

    /** Pauses of one length between the attempts. */
    public static long fixed(long attempts, long pause) {
        return Wait.product(Math.max(0, attempts - 1), pause);
    }

    /** Pauses that begin with {@code base} and double up to {@code cap}. */
    public static long doubling(long attempts, long base, long cap) {
        long sum = 0;
        long pause = Math.min(base, cap);
        long pauses = Math.max(0, attempts - 1);
        for (long i = 0; i < pauses; i++) {
            sum = Wait.sum(sum, pause);
            long next = Math.min(cap, Wait.product(2, pause));
            if (next == pause || sum == Wait.ENDLESS) {
                return Wait.sum(sum, Wait.product(pauses - i - 1, pause));
            }
            pause = next;
        }
        return sum;
    }
}
