package quorate.derive.failure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Missing;
import quorate.model.ValueType;
import quorate.model.Words;

/** Collects what certainly and what possibly happens to one store. */
final class StoreEffects {
    private final Entity store;
    private final Members members;
    private final Set<DataEffect> certain = new TreeSet<>();
    private final Set<DataEffect> possible = new TreeSet<>();
    private final Set<Missing> deciding = new TreeSet<>();
    private final List<Evidence> because = new ArrayList<>();
    private String loss = "";

    StoreEffects(Entity store, Members members) {
        this.store = store;
        this.members = members;
    }

    void blocked(Condition writes, Condition reads) {
        boolean readsGoOn = reads.during().worst() != State.DOWN;
        DataEffect effect = readsGoOn ? DataEffect.BLOCKS_WRITES : DataEffect.UNAVAILABLE;
        boolean readsMayGoOn = reads.during().best() != State.DOWN;
        if (writes.during().best() == State.DOWN && !readsGoOn && readsMayGoOn) {
            certain.add(DataEffect.BLOCKS_WRITES);
            possible.add(DataEffect.UNAVAILABLE);
            deciding.addAll(reads.deciding());
        } else if (writes.during().best() == State.DOWN) {
            certain.add(effect);
        } else if (writes.during().worst() == State.DOWN) {
            possible.add(effect);
        }
        if (reads.during().best() == State.DEGRADED) {
            (readsGoOn ? certain : possible).add(DataEffect.SERVES_STALE);
        }
        deciding.addAll(writes.deciding());
    }

    /** Acknowledged writes that exist only where the failure struck. */
    void loss(Failure failure, Condition writes, int lostMembers) {
        boolean losesMembers = failure.kind() == Words.FailureKind.ZONE_LOSS
                || failure.kind() == Words.FailureKind.REGION_LOSS
                || failure.kind() == Words.FailureKind.LEADER_LOSS
                || failure.kind() == Words.FailureKind.REPLICA_LOSS;
        if (failure.kind() == Words.FailureKind.RESTORE) {
            onlyBackup("");
        } else if (failure.kind() == Words.FailureKind.CRASH) {
            unflushed();
        } else if (!losesMembers) {
            return;
        } else if (writes.settled().best() == State.DOWN && lostMembers >= members.most()) {
            onlyBackup("if its disks do not return: ");
        } else if (failure.kind() == Words.FailureKind.REPLICA_LOSS && store.get(Keys.TOPOLOGY).isUnknown()) {
            possible.add(DataEffect.MAY_LOSE);
            loss = "what only the lost copy had";
            deciding.add(new Missing(store, Keys.TOPOLOGY));
        } else if (members.hasLeader() && !members.votes()) {
            if (failure.kind() != Words.FailureKind.REPLICA_LOSS) {
                unreplicated(); // a follower has nothing that its leader lacks
            }
        } else if (store.get(Keys.TOPOLOGY).is(Words.Topology.MULTI_LEADER)) {
            unreplicated();
        } else if (store.get(Keys.TOPOLOGY).is(Words.Topology.LEADERLESS)) {
            acknowledgedByTheLost(lostMembers);
        }
    }

    /** W replicas of one key may all have been among the lost. */
    private void acknowledgedByTheLost(int lostMembers) {
        Fact<Integer> w = store.get(Keys.QUORUM_W);
        if (w.is(value -> value <= lostMembers)) {
            certain.add(DataEffect.MAY_LOSE);
            because.add(Evidence.of(store, Keys.QUORUM_W));
            loss = "writes acknowledged by " + w.or(0) + " of the lost replicas and not yet copied elsewhere";
        }
    }

    private void unflushed() {
        Fact<Words.Flush> flush = store.get(Keys.FLUSH);
        Fact<Words.VolumeKind> volume = store.get(Keys.VOLUME);
        if (volume.is(Words.VolumeKind.EPHEMERAL) || volume.is(Words.VolumeKind.MEMORY)) {
            certain.add(DataEffect.MAY_LOSE);
            loss = "everything since the last backup";
            because.add(Evidence.of(store, Keys.VOLUME));
        } else if (flush.is(Words.Flush.PERIODIC) || flush.is(Words.Flush.NONE)) {
            certain.add(DataEffect.MAY_LOSE);
            loss = "writes acknowledged since the last flush";
            because.add(Evidence.of(store, Keys.FLUSH));
        } else if (flush.isUnknown()) {
            possible.add(DataEffect.MAY_LOSE);
            loss = "if writes are acknowledged before they are on disk";
            deciding.add(new Missing(store, Keys.FLUSH));
        }
    }

    private void unreplicated() {
        Fact<Words.ReplicationMode> mode = store.get(Keys.REPLICATION_MODE);
        Fact<Words.LossGuard> guard = store.get(Keys.LOSS_GUARD);
        boolean guarded = guard.isKnown() && !guard.is(Words.LossGuard.NONE);
        if (guarded || mode.is(Words.ReplicationMode.SYNC) || mode.is(Words.ReplicationMode.QUORUM)) {
            return;
        }
        because.add(Evidence.of(store, Keys.REPLICATION_MODE));
        because.add(Evidence.of(store, Keys.LOSS_GUARD));
        loss = store.get(Keys.LAG_BOUND).value()
                .map(bound -> "up to the replication lag, bounded at " + ValueType.Span.text(bound))
                .orElse("up to the replication lag");
        boolean unguarded = guard.statedNone() || guard.is(Words.LossGuard.NONE);
        if (mode.isKnown() && unguarded) {
            certain.add(DataEffect.MAY_LOSE);
            return;
        }
        possible.add(DataEffect.MAY_LOSE);
        deciding.add(new Missing(store, mode.isKnown() ? Keys.LOSS_GUARD : Keys.REPLICATION_MODE));
    }

    private void onlyBackup(String condition) {
        certain.add(DataEffect.MAY_LOSE);
        Fact<Duration> interval = store.get(Keys.BACKUP_INTERVAL);
        because.add(Evidence.of(store, Keys.BACKUP_INTERVAL));
        String much = interval.value()
                .map(every -> "up to " + ValueType.Span.text(every) + ", the backup interval")
                .orElse(interval.statedNone()
                        ? "everything, since there is no backup"
                        : "everything since the last backup, whose age is not stated");
        loss = condition + much;
    }

    /** Both sides of a partition accept writes. */
    void divergence(boolean split) {
        Fact<Words.Topology> topology = store.get(Keys.TOPOLOGY);
        if (!split) {
            return;
        }
        if (topology.is(Words.Topology.MULTI_LEADER)) {
            certain.add(DataEffect.MAY_DIVERGE);
            because.add(Evidence.of(store, Keys.TOPOLOGY));
        } else if (topology.is(Words.Topology.LEADERLESS)) {
            leaderless();
        } else if (members.hasLeader() && !members.votes() && store.get(Keys.FAILOVER_MODE).is(Words.FailoverMode.AUTOMATIC)) {
            unfenced();
        }
    }

    /** Two sides can both reach W replicas when W is not a majority of N, or when hints stand in for them. */
    private void leaderless() {
        Fact<Integer> w = store.get(Keys.QUORUM_W);
        boolean sloppy = store.get(Keys.QUORUM_STRICT).is(false);
        because.add(Evidence.of(store, Keys.QUORUM_W));
        if (sloppy || w.is(value -> 2 * value <= members.most())) {
            certain.add(DataEffect.MAY_DIVERGE);
        } else if (w.isUnknown()) {
            possible.add(DataEffect.MAY_DIVERGE);
            deciding.add(new Missing(store, Keys.QUORUM_W));
        }
    }

    private void unfenced() {
        Fact<Words.Fencing> fencing = store.get(Keys.FENCING);
        Fact<Boolean> witness = store.get(Keys.WITNESS);
        boolean weak = fencing.statedNone() || fencing.is(Words.Fencing.NONE) || fencing.is(Words.Fencing.SAME_NETWORK);
        because.add(Evidence.of(store, Keys.FENCING));
        if (weak) {
            certain.add(DataEffect.MAY_DIVERGE);
        } else if (fencing.isUnknown() && !witness.is(true)) {
            possible.add(DataEffect.MAY_DIVERGE);
            deciding.add(new Missing(store, Keys.FENCING));
        }
    }

    DataImpact result(Entity domain, String side, Condition writes) {
        List<Evidence> all = new ArrayList<>(List.of(writes.why()));
        all.addAll(because);
        return DataImpact.of(domain, side, certain, possible, writes.settled().best() != State.DOWN, loss, all, deciding);
    }
}
