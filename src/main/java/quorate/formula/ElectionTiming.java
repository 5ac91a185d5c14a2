package quorate.formula;

/**
 * The timing that an elected leader needs: broadcast time << election timeout << mean time between failures.
 *
 * @param broadcastMillis mean time to send to all and hear from all
 * @param shortestTimeoutMillis least election timeout
 * @param longestTimeoutMillis greatest election timeout; timeouts are drawn between the two
 * @param failureIntervalHours mean time between failures of one server
 * @see <a href="https://raft.github.io/raft.pdf">Ongaro and Ousterhout 2014, section 5.6</a>
 */
public record ElectionTiming(
        double broadcastMillis, double shortestTimeoutMillis, double longestTimeoutMillis, double failureIntervalHours) {

    private static final double MILLIS_IN_HOUR = 3_600_000;

    /** How many broadcasts fit into the least timeout; the paper wants an order of magnitude. */
    public double timeoutOverBroadcast() {
        return shortestTimeoutMillis / broadcastMillis;
    }

    /** How many of the greatest timeouts fit between two failures; the paper wants several orders of magnitude. */
    public double failureIntervalOverTimeout() {
        return failureIntervalHours * MILLIS_IN_HOUR / longestTimeoutMillis;
    }

    /** Longest time without a leader when the first vote succeeds: the greatest timeout, then one broadcast for the votes. */
    public double leaderlessMillis() {
        return longestTimeoutMillis + broadcastMillis;
    }
}
