package quorate.review;

import java.util.List;
import java.util.Optional;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Provenance;
import quorate.model.Words.AutomationAction;
import quorate.model.Words.Boundary;
import quorate.model.Words.FailoverMode;
import quorate.model.Words.ReplicationMode;
import quorate.model.Words.Topology;

/** How many copies of a component there are, and how they are kept and replaced, as far as it is known. */
public final class Copies {

    private final Entity entity;
    private final Review.Input in;

    private Copies(Entity entity, Review.Input in) {
        this.entity = entity;
        this.in = in;
    }

    public static Copies of(Entity entity, Review.Input in) {
        return new Copies(entity, in);
    }

    /** The number of instances, by the first of the keys that states it. */
    public Optional<Integer> count() {
        return counted().flatMap(key -> entity.get(key).value());
    }

    /** The key that states the number of instances. */
    public Optional<Key<Integer>> counted() {
        for (Key<Integer> key : List.of(Keys.REPLICAS, Keys.VOTERS, Keys.QUORUM_N)) {
            if (entity.get(key).isKnown()) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    public boolean single() {
        return count().filter(n -> n <= 1).isPresent();
    }

    /**
     * Whether there are several copies. A catalog default says how a product replicates when it does, not that it does, so
     * only what a source states counts.
     */
    public boolean several() {
        Optional<Integer> count = count();
        if (count.isPresent()) {
            return count.get() > 1;
        }
        return written(Keys.REPLICATION_MODE)
                || written(Keys.REPLICATION_BOUNDARY)
                || entity.get(Keys.SYNC_FOLLOWERS).is(n -> n > 0)
                || (written(Keys.TOPOLOGY) && !topology().is(Topology.NONE))
                || (written(Keys.FAILOVER_MODE) && !entity.get(Keys.FAILOVER_MODE).is(FailoverMode.NONE));
    }

    private boolean written(Key<?> key) {
        Fact<?> fact = entity.get(key);
        return fact.isKnown() && fact.origin().provenance() != Provenance.DEFAULT;
    }

    public Fact<Topology> topology() {
        return entity.get(Keys.TOPOLOGY);
    }

    public boolean is(Topology... any) {
        return topology().is(t -> List.of(any).contains(t));
    }

    /** Copies may lag behind what was acknowledged. */
    public boolean asynchronous() {
        return entity.get(Keys.REPLICATION_MODE)
                .is(mode -> mode == ReplicationMode.ASYNC || mode == ReplicationMode.SEMI_SYNC);
    }

    /** A write is acknowledged only once several copies have it. */
    public boolean synchronous() {
        return entity.get(Keys.REPLICATION_MODE)
                .is(mode -> mode == ReplicationMode.SYNC || mode == ReplicationMode.QUORUM);
    }

    /** Some copies are not waited for: a majority suffices, or fewer followers than there are must have a write. */
    public boolean behindMajority() {
        boolean majority = is(Topology.CONSENSUS) || entity.get(Keys.REPLICATION_MODE).is(ReplicationMode.QUORUM);
        Optional<Integer> followers = count().map(n -> n - 1);
        boolean some = followers.isPresent() && entity.get(Keys.SYNC_FOLLOWERS).is(n -> n < followers.get());
        return (majority && followers.filter(n -> n > 1).isPresent()) || (synchronous() && some);
    }

    /** Every copy has a write before it is acknowledged. */
    public boolean allSynchronous() {
        Optional<Integer> followers = count().map(n -> n - 1);
        boolean all = followers.isPresent()
                && (followers.get() <= 1 || entity.get(Keys.SYNC_FOLLOWERS).is(n -> n >= followers.get()));
        return entity.get(Keys.REPLICATION_MODE).is(ReplicationMode.SYNC) && all;
    }

    /** Whether a border at least that wide is crossed by replication. */
    public boolean crosses(Boundary atLeast) {
        return entity.get(Keys.REPLICATION_BOUNDARY).is(b -> b.compareTo(atLeast) >= 0);
    }

    /** Why it is known that something promotes by itself; nothing when that is not known. */
    public Optional<Evidence> automaticFailover() {
        if (entity.get(Keys.FAILOVER_MODE).is(FailoverMode.AUTOMATIC)) {
            return Optional.of(Evidence.of(entity, Keys.FAILOVER_MODE));
        }
        return in.linked().architecture().all(Kind.AUTOMATION).stream()
                .filter(a -> a.get(Keys.AUTOMATION_ACTION)
                        .is(action -> action == AutomationAction.PROMOTE || action == AutomationAction.FAIL_OVER))
                .filter(a -> a.get(Keys.ACTS_ON).or(List.of()).contains(entity.id()))
                .map(a -> Evidence.of(a, Keys.ACTS_ON))
                .findFirst();
    }

    /** Whether the product itself promotes, by the catalog: such products decide by a majority of their own. */
    public boolean builtInFailover() {
        boolean builtIn = in.linked()
                .technology(entity)
                .map(t -> t.failover().automatic().equals("built-in"))
                .orElse(false);
        return builtIn && !written(Keys.FAILOVER_MODE);
    }
}
