package quorate.review.failure;

import java.util.Optional;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words;
import quorate.model.Words.Fencing;
import quorate.model.Words.LossGuard;
import quorate.model.Words.ReplicationMode;
import quorate.model.Words.Topology;
import quorate.review.Copies;
import quorate.review.DataNeeds;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** When a new leader is made without asking a person, the old one is stopped and a third party has decided. */
final class SplitBrainUnfenced implements Rule.OfEntity {

    private static final Set<Fencing> STOPS =
            Set.of(Fencing.INDEPENDENT, Fencing.LEASE_SELF_STOP, Fencing.EPOCH_CHECKED);

    @Override
    public String id() {
        return "split-brain-unfenced";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.STORE, Kind.CHANNEL);
    }

    @Override
    public Outcome check(Entity store, Review.Input in) {
        Copies copies = Copies.of(store, in);
        Optional<Evidence> automatic = copies.automaticFailover();
        boolean leader = !copies.is(Topology.LEADERLESS, Topology.MULTI_LEADER, Topology.NONE);
        if (automatic.isEmpty() || !leader || !copies.several()) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(store, Keys.REPLICAS, Keys.VOTERS, Keys.WITNESS, Keys.FENCING, Keys.LOSS_GUARD,
                Keys.REPLICATION_MODE).add(automatic.get());
        boolean byMajority = copies.is(Topology.CONSENSUS)
                || store.get(Keys.LOSS_GUARD).is(LossGuard.QUORUM_COMMIT)
                || store.get(Keys.REPLICATION_MODE).is(ReplicationMode.QUORUM);
        Fact<Fencing> fencing = store.get(Keys.FENCING);
        if (byMajority || fencing.is(STOPS::contains)) {
            return reasons.holds();
        }
        if (copies.builtInFailover() && fencing.isUnknown()) {
            return Outcome.notApplicable();
        }
        boolean unfenced = fencing.is(f -> !STOPS.contains(f)) || fencing.statedNone();
        boolean alone = store.get(Keys.WITNESS).is(false);
        Severity severity = DataNeeds.of(store, in).noLoss() ? Severity.CRITICAL : Importance.of(store, in).weigh(Severity.HIGH);
        String message = "Two members of " + store.title() + " can both act as leader after a partition: promotion is"
                + " automatic" + (alone ? ", no third party decides" : "") + how(fencing);
        if (unfenced && !store.get(Keys.WITNESS).isUnknown()) {
            return reasons.violated(severity, message + ".");
        }
        boolean held = copies.synchronous() && store.get(Keys.LOSS_GUARD).is(LossGuard.SYNC_REPLICA_ONLY);
        boolean even = !held && copies.count().filter(n -> n % 2 == 0).isPresent();
        if (unfenced || alone || (even && store.get(Keys.WITNESS).isUnknown())) {
            return reasons.lacks(store, Keys.WITNESS, Keys.FENCING)
                    .presumed(severity == Severity.CRITICAL ? Severity.HIGH : severity.lowered(),
                            message + ", as far as is stated.");
        }
        boolean ask = Importance.of(store, in).critical() || DataNeeds.of(store, in).noLoss();
        return ask ? reasons.lacks(store, Keys.WITNESS, Keys.FENCING).unknown() : Outcome.notApplicable();
    }

    private static String how(Fact<Fencing> fencing) {
        if (fencing.is(Fencing.SAME_NETWORK)) {
            return ", and the order to stop the old leader travels on the network that failed";
        }
        return fencing.isUnknown() ? "" : ", and nothing stops the old leader (fencing "
                + fencing.map(Words::written).or("none") + ")";
    }
}
