package quorate.review.consistency;

import java.util.Optional;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words;
import quorate.model.Words.CoordinationPurpose;
import quorate.model.Words.Topology;
import quorate.review.Copies;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** What must have one answer everywhere is decided by something that still has one when the network splits. */
final class AgreementWithoutConsensus implements Rule.OfEntity {

    private static final Set<CoordinationPurpose> ONE_ANSWER = Set.of(
            CoordinationPurpose.LEADER_ELECTION, CoordinationPurpose.LOCK, CoordinationPurpose.SEQUENCE,
            CoordinationPurpose.CONFIGURATION);

    @Override
    public String id() {
        return "agreement-without-consensus";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.COORDINATION);
    }

    @Override
    public Outcome check(Entity coordination, Review.Input in) {
        if (!coordination.get(Keys.COORDINATION_PURPOSE).is(ONE_ANSWER::contains)) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(
                coordination, Keys.COORDINATION_PURPOSE, Keys.BUILT_ON, Keys.FENCING_TOKEN, Keys.TOKEN_CHECKED_BY);
        Optional<Entity> base = coordination.get(Keys.BUILT_ON).value().flatMap(in.linked().architecture()::component);
        if (base.isEmpty()) {
            return reasons.lacks(coordination, Keys.BUILT_ON).unknown();
        }
        Entity store = base.get();
        Copies copies = Copies.of(store, in);
        reasons.saw(store, Keys.TECHNOLOGY, Keys.TOPOLOGY, Keys.REPLICATION_MODE, Keys.REPLICAS);
        boolean agrees = copies.is(Topology.CONSENSUS) || (copies.is(Topology.SINGLE_LEADER) && copies.synchronous());
        if (agrees || coordination.get(Keys.TOKEN_CHECKED_BY).isKnown()) {
            return reasons.holds();
        }
        if (copies.single() || store.kind() != Kind.STORE) {
            return Outcome.notApplicable();
        }
        boolean splits = copies.is(Topology.LEADERLESS, Topology.MULTI_LEADER)
                || (copies.is(Topology.SINGLE_LEADER) && copies.asynchronous() && copies.several());
        if (splits && copies.is(Topology.SINGLE_LEADER) && copies.count().isEmpty()) {
            return reasons.lacks(store, Keys.REPLICAS).unknown();
        }
        if (!splits) {
            return reasons.lacks(store, Keys.TOPOLOGY, Keys.REPLICATION_MODE).unknown();
        }
        if (!coordination.get(Keys.TOKEN_CHECKED_BY).statedNone()) {
            return reasons.lacks(coordination, Keys.TOKEN_CHECKED_BY).unknown();
        }
        String what = coordination.get(Keys.COORDINATION_PURPOSE).map(Words::written).or("").replace('-', ' ');
        return reasons.violated(Severity.HIGH, "Two sides of a partition, or the old and the new leader, can both win "
                + coordination.title() + ": the " + what + " stands on " + store.title() + ", which is "
                + store.get(Keys.TOPOLOGY).map(Words::written).or("") + " and gives no agreement then, and nobody checks a"
                + " token.");
    }
}
