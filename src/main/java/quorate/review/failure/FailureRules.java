package quorate.review.failure;

import java.util.List;
import quorate.review.Rule;

/** The rules of step 3, failure handling, in reading order. */
public final class FailureRules {

    private FailureRules() {}

    public static List<Rule> all() {
        return List.of(
                new TimeoutMissing(),
                new TimeoutBudgetIncoherent(),
                new RetryUnbounded(),
                new BreakerIneffective(),
                new NoFallback(),
                new SingleInstance(),
                new CrashNotHealed(),
                new HealthUnwatched(),
                new DetectorMisjudges(),
                new SplitBrainUnfenced(),
                new RemediationUncapped(),
                new RecoveryHerd(),
                new LoadBearingCache(),
                new NoBulkheadOrCell(),
                new PeerMeshUnbounded(),
                new CommonModeStandby());
    }
}
