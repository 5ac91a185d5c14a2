package quorate.review.cap;

import java.util.List;
import quorate.review.Rule;

/** The rules of this step, in reading order. */
public final class CapRules {

    private CapRules() {}

    public static List<Rule> all() {
        return List.of();
    }
}
