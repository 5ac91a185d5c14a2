package quorate.formula;

/**
 * SWIM: in every protocol period each live member probes one of the others, drawn at random, and news travels with the probes.
 *
 * @param members of the group, the failed one included; at least 2
 * @param periodSeconds protocol period
 * @see <a href="https://doi.org/10.1109/DSN.2002.1028914">Das, Gupta and Motivala 2002</a>
 */
public record Swim(int members, double periodSeconds) {

    /** Probability that a failed member is probed in one period, each of n-1 live members drawing one of n-1 others: 1-(1-1/(n-1))^(n-1). */
    public double probed() {
        double others = members - 1.0;
        return members == 2 ? 1 : -Math.expm1(others * Math.log1p(-1 / others));
    }

    /** Expected seconds from a failure to its first detection: T / probed. */
    public double firstDetectionSeconds() {
        return periodSeconds / probed();
    }

    /** The same as the group grows without bound: T / (1 - 1/e), about 1.58 T. */
    public double firstDetectionLimitSeconds() {
        return periodSeconds / -Math.expm1(-1);
    }

    /** Seconds that news is passed on: lambda x ln(n) periods. */
    public double disseminationSeconds(double lambda) {
        return lambda * Math.log(members) * periodSeconds;
    }

    /**
     * Members expected not to have heard after that time, when no message is lost: n - n/(1+(n-1)e^(-(2-1/n) lambda ln n)),
     * about n^(2-2 lambda).
     */
    public double unheard(double lambda) {
        double n = members;
        double left = (n - 1) * Math.exp(-(2 - 1 / n) * lambda * Math.log(n));
        return n * left / (1 + left);
    }
}
