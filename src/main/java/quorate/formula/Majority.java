package quorate.formula;

import java.util.Collection;

/**
 * A group that decides by majority of all its configured voters: any two majorities share a voter.
 *
 * @param voters configured voters, reachable or not; at least 1
 * @see <a href="https://raft.github.io/raft.pdf">Ongaro and Ousterhout 2014, section 5</a>
 */
public record Majority(int voters) {

    public Majority {
        if (voters < 1) {
            throw new IllegalArgumentException("a group has at least one voter, not " + voters);
        }
    }

    /** Voters that it takes to decide: floor(n/2)+1. */
    public int quorum() {
        return voters / 2 + 1;
    }

    /** Voters that may crash while the rest still decides: n - (floor(n/2)+1) = floor((n-1)/2). */
    public int tolerated() {
        return voters - quorum();
    }

    /** Whether the rest decides when a fault domain that holds so many of the voters is lost. */
    public boolean survivesLossOf(int held) {
        return voters - held >= quorum();
    }

    /** Fault domains, each given by the voters that it holds, whose loss alone the group survives. */
    public long survivable(Collection<Integer> held) {
        return held.stream().filter(this::survivesLossOf).count();
    }
}
