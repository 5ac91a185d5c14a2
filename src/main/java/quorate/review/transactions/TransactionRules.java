package quorate.review.transactions;

import java.util.List;
import quorate.review.Rule;

/** The rules of this step, in reading order. */
public final class TransactionRules {

    private TransactionRules() {}

    public static List<Rule> all() {
        return List.of();
    }
}
