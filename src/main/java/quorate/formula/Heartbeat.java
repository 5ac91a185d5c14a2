package quorate.formula;

/**
 * A detector that suspects a member once so many heartbeats in a row have not come. The member fails at any moment of an
 * interval with equal chance; transit times are left out.
 *
 * @param intervalSeconds interval of the heartbeats; above 0
 * @param misses heartbeats that must be missed; at least 1
 * @see <a href="https://doi.org/10.1145/226643.226647">Chandra and Toueg 1996</a>
 */
public record Heartbeat(double intervalSeconds, int misses) {

    /** Most seconds from a failure to the suspicion, where it fails just after a heartbeat: misses x interval. */
    public double longestSeconds() {
        return misses * intervalSeconds;
    }

    /** Expected seconds from a failure to the suspicion: (misses - 1/2) x interval. */
    public double expectedSeconds() {
        return (misses - 0.5) * intervalSeconds;
    }
}
