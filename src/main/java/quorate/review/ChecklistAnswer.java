package quorate.review;

import java.util.List;
import quorate.catalog.ChecklistItem;

/**
 * The answer to one item of the checklist.
 *
 * @param answer in the words of model.md: violated, presumed, question, holds, accepted, does not apply; or
 *     {@code not reviewed yet} when no rule or computation answers the item
 * @param rules ids of the rules that were asked
 * @param computations ids of the computations that answer it
 */
public record ChecklistAnswer(
        ChecklistItem item, String answer, List<Finding> findings, List<String> rules, List<String> computations) {

    public static final String NOT_REVIEWED = "not reviewed yet";

    public ChecklistAnswer {
        findings = List.copyOf(findings);
        rules = List.copyOf(rules);
        computations = List.copyOf(computations);
    }
}
