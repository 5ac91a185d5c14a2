package quorate.review.consistency;

import java.util.List;
import quorate.review.Rule;

/** The rules of this step, in reading order. */
public final class ConsistencyRules {

    private ConsistencyRules() {}

    public static List<Rule> all() {
        return List.of();
    }
}
