package quorate.formula;

/**
 * Strict quorums over the same N replicas of a key. That a read meets the last completed write is not linearizability:
 * concurrent and failed writes remain.
 *
 * @param replicas N, the replicas of a key, not the nodes of the cluster; at least 1
 * @param read R, the replicas that a read waits for, from 1 to N
 * @param write W, the replicas that a write waits for, from 1 to N
 * @see <a href="https://doi.org/10.1145/800215.806583">Gifford 1979</a>
 */
public record ReadWriteQuorum(int replicas, int read, int write) {

    /** Replicas that every read shares with every write, at least: R + W - N, not below 0. */
    public int readMeetsWrite() {
        return Math.max(0, read + write - replicas);
    }

    /** Replicas that every two writes share, at least: 2W - N, not below 0. */
    public int writeMeetsWrite() {
        return Math.max(0, 2 * write - replicas);
    }

    /** Replicas that may be lost while reads go on: N - R. */
    public int readsTolerate() {
        return replicas - read;
    }

    /** Replicas that may be lost while writes go on: N - W. */
    public int writesTolerate() {
        return replicas - write;
    }
}
