package quorate.review.failure;

import java.util.List;
import quorate.review.Rule;

/** The rules of this step, in reading order. */
public final class FailureRules {

    private FailureRules() {}

    public static List<Rule> all() {
        return List.of();
    }
}
