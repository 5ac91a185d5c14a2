package quorate.derive.budget;

/** The tail of a request that waits for several calls: {@code 1 - (1 - p)^n} (Dean and Barroso 2013). */
public final class FanOut {

    private FanOut() {}

    /**
     * The chance that at least one of n independent calls is slow.
     *
     * @param p chance that one call is slow, from 0 to 1
     * @param n calls, from 0
     */
    public static double slowest(double p, int n) {
        return -Math.expm1(n * Math.log1p(-p));
    }
}
