package quorate.formula;

import java.util.Collection;

/**
 * Unavailability of parts put together, under the assumption that they fail independently. It speaks of the share of time down
 * and not of the share up, so that many nines keep their digits.
 *
 * @see <a href="https://doi.org/10.1145/3084356.3096459">Treynor and others 2017</a>
 */
public final class Availability {

    private Availability() {}

    /** All parts are needed: 1 - product of (1 - u). */
    public static double downInSeries(Collection<Double> down) {
        double logUp = 0;
        for (double one : down) {
            logUp += Math.log1p(-one);
        }
        return -Math.expm1(logUp);
    }

    /** One part is enough: product of u. */
    public static double downInParallel(Collection<Double> down) {
        double product = 1;
        for (double one : down) {
            product *= one;
        }
        return product;
    }

    /** At least so many parts are needed: the probability that fewer are up, summed over how many are. */
    public static double downUnless(int needed, Collection<Double> down) {
        double[] up = new double[needed]; // up[j]: probability that exactly j of the parts so far are up
        if (needed > 0) {
            up[0] = 1;
        }
        for (double one : down) {
            for (int j = needed - 1; j >= 0; j--) {
                up[j] = up[j] * one + (j > 0 ? up[j - 1] * (1 - one) : 0);
            }
        }
        double sum = 0;
        for (double one : up) {
            sum += one;
        }
        return sum;
    }
}
