package quorate.review.operations;

import java.util.List;
import quorate.review.Rule;

/** The rules of this step, in reading order. */
public final class OperationsRules {

    private OperationsRules() {}

    public static List<Rule> all() {
        return List.of();
    }
}
