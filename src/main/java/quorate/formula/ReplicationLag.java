package quorate.formula;

/**
 * An asynchronous copy that is behind: what is lost when it takes over, and how long it needs to catch up at constant rates.
 *
 * @param lagSeconds time by which the copy is behind
 * @param writesPerSecond rate at which the original takes writes
 * @see <a href="https://doi.org/10.6028/NIST.SP.800-34r1">Swanson and others 2010, section 3.2.1, recovery point objective</a>
 */
public record ReplicationLag(double lagSeconds, double writesPerSecond) {

    /** Acknowledged writes that are not on the copy: lag x rate. */
    public double writesAtRisk() {
        return lagSeconds * writesPerSecond;
    }

    /** What the recovery point objective leaves above the lag; negative where the lag exceeds it. */
    public double marginSeconds(double recoveryPointSeconds) {
        return recoveryPointSeconds - lagSeconds;
    }

    /** Seconds to catch up while writes go on: backlog / (rate of applying - rate of writing); infinite when it never does. */
    public double catchUpSeconds(double appliedPerSecond) {
        if (writesAtRisk() == 0) {
            return 0;
        }
        return appliedPerSecond > writesPerSecond
                ? writesAtRisk() / (appliedPerSecond - writesPerSecond)
                : Double.POSITIVE_INFINITY;
    }
}
