package quorate.formula;

/**
 * How long a caller may wait on a link: attempts x the bound of one, with the pauses between, cut at the total deadline. All
 * times are in nanoseconds; {@link Span#ENDLESS} is no bound.
 *
 * @param attempts total tries, the first included, from 1; {@link Span#ENDLESS} when they never end
 * @param perTry bound of one attempt; an idle timeout is none
 * @param pauses sum of the pauses between the attempts
 * @param total bound over all attempts and pauses
 * @see <a href="https://sre.google/sre-book/addressing-cascading-failures/">Beyer and others 2016, chapter 22</a>
 */
public record LinkWait(long attempts, long perTry, long pauses, long total) {

    /** The wait without regard to a total deadline. */
    public long ofAttempts() {
        return attempts == Span.ENDLESS ? Span.ENDLESS : Span.sum(Span.product(attempts, perTry), pauses);
    }

    /** The longest wait. */
    public long longest() {
        return Math.min(total, ofAttempts());
    }

    /**
     * Sum of the attempts-1 pauses: the first is the base, each further one that many times the one before, none above the
     * maximum. With jitter it is an upper bound.
     *
     * @param factor 1 for a constant pause, 2 for one that doubles
     */
    public static long pauses(long attempts, long base, int factor, long maximum) {
        long sum = 0;
        long pause = Math.min(base, maximum);
        for (long left = Math.max(0, attempts - 1); left > 0; left--) {
            long next = Math.min(maximum, Span.product(factor, pause));
            if (next == pause || sum == Span.ENDLESS) {
                return Span.sum(sum, Span.product(left, pause));
            }
            sum = Span.sum(sum, pause);
            pause = next;
        }
        return sum;
    }
}
