package quorate.review.transactions;

import java.util.List;
import quorate.review.Rule;

/** The rules of step 5, transactions, in reading order. */
public final class TransactionRules {

    private TransactionRules() {}

    public static List<Rule> all() {
        return List.of(
                new DualWrite(),
                new SagaUncompensated(),
                new EffectNotIdempotent(),
                new DuplicateNotAbsorbed(),
                new PoisonMessage(),
                new BacklogUnbounded(),
                new CheckThenAct(),
                new NoReconciliation(),
                new LockOrTwoPhaseCommit(),
                new DatabaseAsQueue());
    }
}
