package quorate.review.data;

import java.util.List;
import quorate.review.Rule;

/** The rules of this step, in reading order. */
public final class DataRules {

    private DataRules() {}

    public static List<Rule> all() {
        return List.of();
    }
}
