package quorate.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quorate.review.Review;
import quorate.review.Selection;

/** Decision records: the sections of MADR 4.0.0 in their order, every option with its reasons. */
class DecisionRecordTest {

    private static final List<String> SECTIONS = List.of(
            "## Context and Problem Statement", "## Decision Drivers", "## Considered Options", "## Decision Outcome",
            "### Consequences", "### Confirmation", "## Pros and Cons of the Options", "## More Information");

    @Test
    void everySettledChoiceHasARecordWithAllSections() {
        Review review = Fixture.shop();
        Map<String, String> records = DecisionRecord.all(Reviewed.of(review));
        List<Selection> settled =
                review.selections().stream().filter(s -> s.selected().isPresent()).toList();
        assertEquals(settled.size(), records.size());
        assertTrue(!records.isEmpty());
        for (Selection selection : settled) {
            String text = records.get(selection.slug() + ".md");
            assertTrue(text.startsWith("---\nstatus: accepted\n") || text.startsWith("---\nstatus: proposed\n"), text);
            int at = 0;
            for (String section : SECTIONS) {
                int next = text.indexOf("\n" + section + "\n", at);
                assertTrue(next >= at, section + " in\n" + text);
                at = next;
            }
            assertTrue(text.contains("Chosen option: \"" + Markdown.text(selection.selected().get().pattern().name()) + "\", because "));
            for (Selection.Ranked option : selection.ranked()) {
                assertTrue(text.contains("\n### " + Markdown.text(option.pattern().name()) + "\n"), text);
                assertTrue(!option.turnedDown() || text.contains("Turned down by stated facts."), text);
            }
        }
    }
}
