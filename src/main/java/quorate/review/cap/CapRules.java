package quorate.review.cap;

import java.util.List;
import quorate.review.Rule;

/** The rules of step 1, CAP trade-offs, in reading order. */
public final class CapRules {

    private CapRules() {}

    public static List<Rule> all() {
        return List.of(
                new CapClassUndeclared(),
                new PartitionIgnored(),
                new LossyAutomaticFailover(),
                new RecoveryPointUndecided(),
                new QuorumSharesFaultDomain(),
                new FailClosedControlData(),
                new CorrelatedSelfWithdrawal());
    }
}
