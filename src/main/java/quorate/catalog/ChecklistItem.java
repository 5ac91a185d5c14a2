package quorate.catalog;

import java.util.List;

/** An item of the review's checklist, and the rules and computations that answer it. */
public record ChecklistItem(String id, int step, String text, List<String> rules, List<String> computations) {
    public ChecklistItem {
        rules = Absent.list(rules);
        computations = Absent.list(computations);
    }
}
