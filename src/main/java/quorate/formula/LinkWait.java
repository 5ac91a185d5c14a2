package quorate.formula;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a caller may wait on a link: attempts x the bound of one, with the pauses between, cut at the total deadline.
 *
 * @param attempts total tries, the first included; at least 1
 * @param perTry bound of one attempt; an idle timeout is none
 * @param pauses sum of the pauses between the attempts
 * @param total bound over all attempts and pauses
 * @see <a href="https://sre.google/sre-book/addressing-cascading-failures/">Beyer and others 2016, chapter 22</a>
 */
public record LinkWait(long attempts, Duration perTry, Duration pauses, Optional<Duration> total) {

    /** No pause is taken as longer: it bounds the arithmetic where a growing pause has no maximum. */
    public static final Duration LONGEST_PAUSE = Duration.ofDays(36_525);

    /** The wait without regard to a total deadline. */
    public Duration ofAttempts() {
        return perTry.multipliedBy(attempts).plus(pauses);
    }

    /** The longest wait. */
    public Duration longest() {
        Duration tries = ofAttempts();
        return total.filter(bound -> bound.compareTo(tries) < 0).orElse(tries);
    }

    /**
     * Sum of the attempts-1 pauses: the first is the base, each further one that many times the one before, none above the
     * maximum. With jitter it is an upper bound.
     *
     * @param factor 1 for a constant pause, 2 for one that doubles
     */
    public static Duration pauses(long attempts, Duration base, int factor, Optional<Duration> maximum) {
        Duration most = maximum.filter(bound -> bound.compareTo(LONGEST_PAUSE) < 0).orElse(LONGEST_PAUSE);
        Duration sum = Duration.ZERO;
        Duration pause = least(base, most);
        for (long left = attempts - 1; left > 0; left--) {
            boolean constant = factor == 1 || pause.isZero() || pause.equals(most);
            if (constant) {
                return sum.plus(pause.multipliedBy(left));
            }
            sum = sum.plus(pause);
            pause = least(pause.multipliedBy(factor), most);
        }
        return sum;
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
