package quorate.formula;

/**
 * A request that waits for all of several calls, each slow with the same probability and independently of the others.
 *
 * @param calls that the request waits for; at least 1
 * @see <a href="https://doi.org/10.1145/2408776.2408794">Dean and Barroso 2013</a>
 */
public record FanOut(int calls) {

    /** Probability that the request is slow when each call is slow with this probability: 1-(1-p)^n. */
    public double slow(double slowCall) {
        return -Math.expm1(calls * Math.log1p(-slowCall));
    }

    /** Probability of being slow that each call may have so that the request is slow with this one: 1-(1-q)^(1/n). */
    public double allowed(double slowRequest) {
        return -Math.expm1(Math.log1p(-slowRequest) / calls);
    }
}
