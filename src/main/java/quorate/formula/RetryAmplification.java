package quorate.formula;

import java.util.Collection;

/**
 * What one request becomes at the last callee while that fails, when every layer on the way retries on its own.
 *
 * @see <a href="https://sre.google/sre-book/addressing-cascading-failures/">Beyer and others 2016, chapter 22</a>
 */
public final class RetryAmplification {

    private RetryAmplification() {}

    /** Calls for one request, at most: the product of the attempts of the layers; the largest long where it is more. */
    public static long calls(Collection<? extends Number> attemptsOfLayers) {
        long product = 1;
        for (Number attempts : attemptsOfLayers) {
            long factor = Math.max(1, attempts.longValue());
            product = product > Long.MAX_VALUE / factor ? Long.MAX_VALUE : product * factor;
        }
        return product;
    }

    /**
     * Calls for one request on average, when each layer's retries are held to a share of its requests: the product of
     * (1 + share), each no more than the layer's attempts.
     *
     * @param ratio retries per request that the budget of each layer admits, 0.2 for 20 %
     */
    public static double callsWithBudget(Collection<? extends Number> attemptsOfLayers, double ratio) {
        double product = 1;
        for (Number attempts : attemptsOfLayers) {
            product *= Math.min(Math.max(1, attempts.longValue()), 1 + ratio);
        }
        return product;
    }
}
