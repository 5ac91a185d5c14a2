package quorate.review.consistency;

import java.util.Set;
import quorate.formula.Majority;
import quorate.model.Entity;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Provenance;
import quorate.model.Words.Topology;
import quorate.review.Copies;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** A group that decides by majority has an odd number of voters from 3 to 7. */
final class ConsensusVoterCount implements Rule.OfEntity {

    @Override
    public String id() {
        return "consensus-voter-count";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.STORE, Kind.CHANNEL);
    }

    @Override
    public Outcome check(Entity group, Review.Input in) {
        boolean voting = Copies.of(group, in).is(Topology.CONSENSUS);
        if (!voting) {
            return Outcome.notApplicable();
        }
        Key<Integer> counted = group.get(Keys.VOTERS).isKnown() ? Keys.VOTERS : Keys.REPLICAS;
        Reasons reasons = Reasons.of(group, Keys.TOPOLOGY, counted);
        if (!group.get(counted).is(n -> n > 0)) { // no group decides anything with no voter
            boolean byDefault = group.get(Keys.TOPOLOGY).origin().provenance() == Provenance.DEFAULT;
            return byDefault && !Importance.of(group, in).critical()
                    ? Outcome.notApplicable()
                    : reasons.lacks(group, Keys.VOTERS).unknown();
        }
        int n = group.get(counted).value().get();
        int majority = new Majority(n).quorum();
        int tolerated = new Majority(n).tolerated();
        reasons.conclude("majority = floor(" + n + "/2)+1 = " + majority + ", crashes tolerated = " + tolerated);
        Severity few = Importance.of(group, in).weigh(Severity.MEDIUM);
        if (n == 1) {
            return reasons.violated(few, "Loss of one process stops " + group.title()
                    + ": its consensus group has 1 voter and tolerates no crash.");
        }
        if (n == 2) {
            return reasons.violated(few.raised(), "Loss of either of 2 voters stops " + group.title()
                    + ": the majority of 2 is 2, so the second voter adds a failure and no tolerance.");
        }
        if (n % 2 == 1 && n <= 7) {
            return reasons.holds();
        }
        if (counted == Keys.REPLICAS) {
            return reasons.lacks(group, Keys.VOTERS).unknown(); // some of them may be learners
        }
        if (n % 2 == 0) {
            return reasons.violated(Severity.LOW, group.title() + " tolerates " + tolerated + " crash"
                    + (tolerated == 1 ? "" : "es") + " with " + n + " voters, as it would with " + (n - 1)
                    + ", and an even split leaves no side with a majority.");
        }
        return reasons.violated(Severity.LOW, "Every write to " + group.title() + " waits for " + majority + " of "
                + n + " voters; more than 7 make it slower and are rarely needed.");
    }
}
