package quorate.review.operations;

import java.util.List;
import quorate.review.Rule;

/** The rules of step 6, operational readiness, in reading order. */
public final class OperationsRules {

    private OperationsRules() {}

    public static List<Rule> all() {
        return List.of(
                new RedundancyClaimNotClosed(),
                new BackupUnproven(),
                new FailurePathUnexercised(),
                new RunbookMissing(),
                new ChangeScopeGlobal(),
                new DestructiveUnguarded(),
                new RecoveryDependsOnFailed(),
                new DisruptionBudgetUnfit(),
                new ColdStartUnplanned(),
                new TraceGap(),
                new TraceGapSync());
    }
}
