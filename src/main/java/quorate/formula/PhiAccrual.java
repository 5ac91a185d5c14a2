package quorate.formula;

/**
 * Phi accrual failure detection: phi(t) = -log10(P(interval longer than t)), suspected where phi passes the threshold.
 *
 * @param threshold phi; above 0, at most 300
 * @param meanSeconds mean time between heartbeats
 * @param deviationSeconds standard deviation of that time, for normal intervals; 0 or more
 * @param pauseSeconds pause that is accepted on top of the mean; 0 or more
 * @see <a href="https://doi.org/10.1109/RELDIS.2004.1353004">Hayashibara and others 2004</a>
 */
public record PhiAccrual(double threshold, double meanSeconds, double deviationSeconds, double pauseSeconds) {

    /** Seconds of silence after the last heartbeat until suspicion, for normal intervals: mean + pause + deviation x z(1 - 10^-phi). */
    public double detectionNormalSeconds() {
        return meanSeconds + pauseSeconds + deviationSeconds * NormalDistribution.upperQuantile(mistake());
    }

    /** Seconds of silence after the last heartbeat until suspicion, for exponential intervals: phi x ln 10 x mean + pause. */
    public double detectionExponentialSeconds() {
        return threshold * Math.log(10) * meanSeconds + pauseSeconds;
    }

    /** Probability that one interval of a live member leads to suspicion, if intervals are as assumed and no pause is accepted. */
    public double mistake() {
        return Math.pow(10, -threshold);
    }

    /** Mean time between wrong suspicions of one live member, under the same assumptions: mean x 10^phi. */
    public double secondsBetweenMistakes() {
        return meanSeconds * Math.pow(10, threshold);
    }
}
