package quorate.review.data;

import java.util.List;
import quorate.review.Rule;

/** The rules of step 4, data synchronization, in reading order. */
public final class DataRules {

    private DataRules() {}

    public static List<Rule> all() {
        return List.of(
                new ThinRedundancy(),
                new DurabilityBelowDomain(),
                new LagUnwatched(),
                new ReadAfterWriteMissing(),
                new DivergenceUndetected(),
                new ConflictPolicyUnfit(),
                new AuthorityBeforeData());
    }
}
