package quorate.derive.consistency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.catalog.Anomaly;
import quorate.derive.consistency.Exposure.Answer;
import quorate.formula.ReadWriteQuorum;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Missing;
import quorate.model.Words.AntiEntropy;
import quorate.model.Words.ConflictPolicy;
import quorate.model.Words.ReplicationMode;
import quorate.model.Words.Topology;

/** What becomes of writes that several copies accept at the same time. */
final class ConcurrentWrites {

    private static final String DROPPED = "concurrent-write-dropped";
    private static final String DIVERGENCE = "lasting-divergence";
    /** Those in which two requests change one and the same item. */
    static final Set<String> LOST_UPDATES = Set.of("lost-update-anomaly", "cursor-lost-update");

    private final Entity domain;
    private final Entity store;
    private final Fact<ConflictPolicy> policy;
    private final Fact<Topology> topology;

    /** @param authority the store that decides; without one nothing may be asked of what is built here */
    ConcurrentWrites(Entity domain, Optional<Entity> authority) {
        this.domain = domain;
        this.store = authority.orElse(domain);
        this.policy = domain.get(Keys.CONFLICTS).isUnknown() ? store.get(Keys.CONFLICTS) : domain.get(Keys.CONFLICTS);
        this.topology = store.get(Keys.TOPOLOGY);
    }

    /** The answer where it is concurrent writes that decide it, and not what a way of reading or a level of isolation gives. */
    Optional<Sight> of(Anomaly anomaly) {
        return switch (anomaly.id()) {
            case DROPPED -> Optional.of(dropped());
            case DIVERGENCE -> divergence();
            default -> Optional.empty();
        };
    }

    private Sight dropped() {
        if (onePlace()) {
            return sight(Answer.RULED_OUT, "no two places write the same datum", seen(domain, Keys.SEVERAL_WRITERS));
        }
        if (!severalCopiesAccept()) {
            return topology.isUnknown() && !single()
                    ? unknown("who accepts writes is not stated", store, Keys.TOPOLOGY)
                    : sight(Answer.RULED_OUT, "writes have one order at " + store.title(), order());
        }
        if (policy.isUnknown()) {
            return unknown("what happens to concurrent writes is not stated", domain, Keys.CONFLICTS);
        }
        if (policy.is(ConflictPolicy.LAST_WRITE_WINS)) {
            return harm("of two concurrent writes the one with the older stamp is dropped, although it was acknowledged");
        }
        return policy.is(ConflictPolicy.NONE) || policy.statedNone()
                ? harm("nothing keeps both of two concurrent writes")
                : sight(Answer.RULED_OUT, "what happens to concurrent writes drops none in silence",
                        List.of(topologyFact(), policyFact()));
    }

    /** Nothing where copies come to agree by themselves, so far as is known. */
    private Optional<Sight> divergence() {
        Fact<List<AntiEntropy>> repair = store.get(Keys.ANTI_ENTROPY);
        if (topology.is(Topology.LEADERLESS) && repair.statedNone()) {
            return Optional.of(sight(Answer.POSSIBLE, "nothing finds copies that missed a write",
                    List.of(topologyFact(), Evidence.of(store, Keys.ANTI_ENTROPY))));
        }
        if (!severalCopiesAccept() || onePlace()) {
            return Optional.empty();
        }
        if (policy.isUnknown()) {
            return Optional.of(unknown("what makes copies agree after concurrent writes is not stated", domain, Keys.CONFLICTS));
        }
        if (policy.is(ConflictPolicy.MANUAL)) {
            return Optional.of(harm("after concurrent writes copies differ until somebody merges them"));
        }
        return policy.is(ConflictPolicy.NONE) || policy.statedNone()
                ? Optional.of(harm("nothing makes copies agree after concurrent writes"))
                : Optional.empty();
    }

    /** What copies that take concurrent writes do, if two places write the same datum at all. */
    private Sight harm(String claim) {
        return domain.get(Keys.SEVERAL_WRITERS).is(true)
                ? sight(Answer.POSSIBLE, claim, List.of(topologyFact(), policyFact(), Evidence.of(domain, Keys.SEVERAL_WRITERS)))
                : unknown(claim + "; whether two places write the same datum is not stated", domain, Keys.SEVERAL_WRITERS);
    }

    /** Whether nobody writes what another writes elsewhere at the same time. */
    private boolean onePlace() {
        return domain.get(Keys.SEVERAL_WRITERS).is(false);
    }

    /**
     * What becomes of a change to one item that another changes at the same time, where the level of isolation allows that it is
     * lost.
     *
     * @param allowed what the level allows
     */
    Sight update(Sight allowed) {
        boolean merged = policy.is(ConflictPolicy.CRDT) || policy.is(ConflictPolicy.MERGE_FUNCTION);
        if (policy.is(ConflictPolicy.CONDITIONAL_WRITE)) {
            return sight(Answer.RULED_OUT, "a write is refused if what it replaces has changed", List.of(policyFact()));
        }
        if (policy.is(ConflictPolicy.SINGLE_WRITER)) {
            return sight(Answer.RULED_OUT, "one writer makes all changes to an item", List.of(policyFact()));
        }
        if (severalCopiesAccept() && merged) {
            return sight(Answer.RULED_OUT, "concurrent changes are merged", List.of(topologyFact(), policyFact()));
        }
        if (allowed.answer() != Answer.POSSIBLE) {
            return allowed;
        }
        if (policy.isUnknown()) {
            return new Sight(
                    Answer.UNKNOWN, store.title(),
                    Evidence.derived("whether a write is conditional is not stated", allowed.why()),
                    Set.of(new Missing(domain, Keys.CONFLICTS)));
        }
        return allowed;
    }

    /** Whether two places are known to write the same datum. */
    Fact<Boolean> severalPlaces() {
        return domain.get(Keys.SEVERAL_WRITERS);
    }

    private boolean severalCopiesAccept() {
        return topology.is(Topology.MULTI_LEADER) || topology.is(Topology.LEADERLESS);
    }

    /** Whether two copies are known to accept writes without asking each other. */
    boolean acceptedApart() {
        if (topology.is(Topology.MULTI_LEADER)) {
            return store.get(Keys.REPLICATION_MODE)
                    .is(mode -> mode == ReplicationMode.ASYNC || mode == ReplicationMode.SEMI_SYNC);
        }
        boolean quorums = store.get(Keys.QUORUM_N).isKnown() && store.get(Keys.QUORUM_W).isKnown();
        return topology.is(Topology.LEADERLESS) && (store.get(Keys.QUORUM_STRICT).is(false) || quorums && writesMiss());
    }

    private boolean writesMiss() {
        int n = store.get(Keys.QUORUM_N).or(0);
        int w = store.get(Keys.QUORUM_W).or(0);
        return new ReadWriteQuorum(n, store.get(Keys.QUORUM_R).or(w), w).writeMeetsWrite() == 0;
    }

    /** What it hangs on whether they do; nothing where that is known. */
    Set<Missing> openApart() {
        List<Key<?>> keys = topology.is(Topology.MULTI_LEADER) ? List.of(Keys.REPLICATION_MODE)
                : topology.is(Topology.LEADERLESS) ? List.of(Keys.QUORUM_N, Keys.QUORUM_W) : List.of();
        Set<Missing> open = new TreeSet<>();
        keys.stream().filter(key -> store.get(key).isUnknown()).forEach(key -> open.add(new Missing(store, key)));
        return acceptedApart() ? Set.of() : open;
    }

    /** What says that they do. */
    List<Evidence> apart() {
        List<Evidence> because = new ArrayList<>(List.of(topologyFact()));
        for (Key<?> key : List.of(Keys.REPLICATION_MODE, Keys.QUORUM_N, Keys.QUORUM_W, Keys.QUORUM_STRICT)) {
            if (!store.get(key).isUnknown()) {
                because.add(Evidence.of(store, key));
            }
        }
        return because;
    }

    private boolean single() {
        return store.get(Keys.REPLICAS).is(1);
    }

    private List<Evidence> order() {
        return List.of(topology.isUnknown() ? Evidence.of(store, Keys.REPLICAS) : topologyFact());
    }

    private Evidence topologyFact() {
        return Evidence.of(store, Keys.TOPOLOGY);
    }

    private Evidence policyFact() {
        return Evidence.of(domain.get(Keys.CONFLICTS).isUnknown() ? store : domain, Keys.CONFLICTS);
    }

    private static List<Evidence> seen(Entity subject, Key<?> key) {
        return List.of(Evidence.of(subject, key));
    }

    private Sight sight(Answer answer, String claim, List<Evidence> because) {
        return new Sight(answer, store.title(), Evidence.derived(claim, because), Set.of());
    }

    private Sight unknown(String claim, Entity subject, Key<?> key) {
        return new Sight(
                Answer.UNKNOWN, store.title(), Evidence.derived(claim, Evidence.of(subject, key)), Set.of(new Missing(subject, key)));
    }
}
