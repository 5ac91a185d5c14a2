package quorate.derive.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.failure.Placement.Count;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Missing;
import quorate.model.Words;

/** The instances of a component, and how many of them it takes to serve. */
final class Members {

    private static final int SOME = 3;

    private final Entity component;
    private final Fact<Integer> count;
    private final Key<Integer> countKey;
    private final Fact<Words.Topology> topology;

    private Members(Entity component) {
        this.component = component;
        this.topology = component.get(Keys.TOPOLOGY);
        Fact<Integer> voters = component.get(Keys.VOTERS);
        Fact<Integer> perKey = component.get(Keys.QUORUM_N);
        if (votesBy(topology) && voters.isKnown()) {
            this.count = voters;
            this.countKey = Keys.VOTERS;
        } else if (topology.is(Words.Topology.LEADERLESS) && perKey.isKnown()) {
            this.count = perKey;
            this.countKey = Keys.QUORUM_N;
        } else {
            Fact<Integer> replicas = component.get(Keys.REPLICAS);
            this.count = replicas.isKnown() ? replicas : component.get(Keys.SCALE_MIN);
            this.countKey = replicas.isKnown() || !count.isKnown() ? Keys.REPLICAS : Keys.SCALE_MIN;
        }
    }

    static Members of(Entity component) {
        return new Members(component);
    }

    private static boolean votesBy(Fact<Words.Topology> topology) {
        return topology.is(Words.Topology.CONSENSUS);
    }

    /** Whether a majority of voters decides. */
    boolean votes() {
        return votesBy(topology) && most() > 1;
    }

    boolean hasLeader() {
        return most() > 1 && (votesBy(topology) || topology.is(Words.Topology.SINGLE_LEADER));
    }

    int least() {
        return count.or(placed());
    }

    int most() {
        return count.or(placed());
    }

    /** Without a count, as many as the placement names, else one. */
    private int placed() {
        if (votesBy(topology) && component.get(Keys.VOTER_PLACEMENT).isKnown()) {
            return component.get(Keys.VOTER_PLACEMENT).or(List.of()).size();
        }
        return component.get(Keys.PLACEMENT).value().map(List::size).orElse(component.kind() == Kind.EXTERNAL ? SOME : 1);
    }

    String shown() {
        return count.isKnown() ? least() + (votes() ? " voters" : " instances") : "an unstated number of instances";
    }

    /** What it takes, in words. */
    String need() {
        if (votes()) {
            return "a majority is floor(" + most() + "/2)+1 = " + majority();
        }
        if (topology.is(Words.Topology.LEADERLESS) && component.get(Keys.QUORUM_W).isKnown()) {
            return "writes need " + component.get(Keys.QUORUM_W).or(1) + ", reads "
                    + component.get(Keys.QUORUM_R).or(1);
        }
        if (isStateless()) {
            return component.get(Keys.MIN_REPLICAS).value()
                    .map(min -> "it needs " + min)
                    .orElse("how many it needs is not stated");
        }
        if (component.get(Keys.REPLICATION_MODE).is(Words.ReplicationMode.SYNC)
                && component.get(Keys.SYNC_FOLLOWERS).is(k -> k > 0)) {
            return "a write waits for " + component.get(Keys.SYNC_FOLLOWERS).or(0) + " followers beside the leader";
        }
        return topology.isUnknown() && most() > 1
                ? "how they stand in for each other is not stated"
                : "one is enough to go on";
    }

    /** Whether it is stated how many there are; a placement alone names the least. */
    private boolean isCounted() {
        return count.isKnown() || (votesBy(topology) && component.get(Keys.VOTER_PLACEMENT).isKnown());
    }

    private int majority() {
        return most() / 2 + 1;
    }

    boolean isStateless() {
        return component.kind() == Kind.SERVICE;
    }

    List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of(component, countKey, count));
        if (component.facts().has(Keys.TOPOLOGY)) {
            evidence.add(Evidence.of(component, Keys.TOPOLOGY));
        }
        if (isStateless()) {
            evidence.add(Evidence.of(component, Keys.MIN_REPLICAS));
        }
        return evidence;
    }

    /** Whether that many are enough. */
    StateRange suffices(Count left, Access access) {
        return new StateRange(state(left.most(), access, true), state(left.least(), access, false));
    }

    private State state(int left, Access access, boolean best) {
        if (left <= 0) {
            return State.DOWN;
        }
        boolean someLost = !isCounted() && left < most();
        if (votes()) {
            boolean enough = someLost ? best : left >= majority();
            return enough ? State.UP : State.DOWN;
        }
        if (topology.is(Words.Topology.LEADERLESS)) {
            int needed = switch (access) {
                case READ, LEADER_READ, FOLLOWER_READ -> component.get(Keys.QUORUM_R).or(best ? 1 : most());
                case WRITE -> component.get(Keys.QUORUM_W).or(best ? 1 : most());
                case ANY -> Math.max(
                        component.get(Keys.QUORUM_R).or(best ? 1 : most()),
                        component.get(Keys.QUORUM_W).or(best ? 1 : most()));
            };
            return left >= needed ? State.UP : State.DOWN;
        }
        if (isStateless()) {
            if (someLost && best) {
                return State.UP; // there may be more than its placement names
            }
            int minimum = component.get(Keys.MIN_REPLICAS).or(best ? 1 : least());
            return left >= minimum ? State.UP : State.DOWN;
        }
        int required = component.get(Keys.REPLICATION_MODE).is(Words.ReplicationMode.SYNC)
                ? component.get(Keys.SYNC_FOLLOWERS).or(0)
                : 0;
        if (!access.reads() && left <= required) {
            return State.DOWN; // a write waits for followers that are not there
        }
        // Several copies of something whose topology is not stated may or may not stand in for each other.
        boolean unclear = topology.isUnknown() && component.kind() != Kind.EXTERNAL && left < most();
        return unclear && !best ? State.DOWN : State.UP;
    }

    /** The unknown facts behind an uncertain answer. */
    Set<Missing> decides(StateRange range) {
        Set<Missing> missing = new TreeSet<>();
        if (range.isCertain()) {
            return missing;
        }
        if (!isCounted()) {
            missing.add(new Missing(component, votesBy(topology) ? Keys.VOTERS : Keys.REPLICAS));
        }
        if (isStateless() && !component.get(Keys.MIN_REPLICAS).isKnown()) {
            missing.add(new Missing(component, Keys.MIN_REPLICAS));
        }
        if (topology.is(Words.Topology.LEADERLESS)) {
            for (Key<Integer> key : List.of(Keys.QUORUM_R, Keys.QUORUM_W)) {
                if (!component.get(key).isKnown()) {
                    missing.add(new Missing(component, key));
                }
            }
        }
        if (!isStateless() && component.kind() != Kind.EXTERNAL && topology.isUnknown()) {
            missing.add(new Missing(component, Keys.TOPOLOGY));
        }
        return missing;
    }
}
