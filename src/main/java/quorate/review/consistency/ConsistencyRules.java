package quorate.review.consistency;

import java.util.List;
import quorate.review.Rule;

/** The rules of step 2, consistency patterns, in reading order. */
public final class ConsistencyRules {

    private ConsistencyRules() {}

    public static List<Rule> all() {
        return List.of(
                new AgreementWithoutConsensus(),
                new ConsensusVoterCount(),
                new ElectionUnderPartialConnectivity(),
                new CoordinationOverloaded(),
                new StaleActorUnfenced(),
                new DisseminationUnchecked(),
                new OrderingNotTotal(),
                new WallClockDependence());
    }
}
