package quorate.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.export.TextReport.Detail;
import quorate.review.Alike;
import quorate.review.Review;

/** Findings that differ by their subjects alone are read as one, and counted as what they are. */
class AlikeTest {

    private static Review calls(int number, String more) {
        StringBuilder yaml = new StringBuilder("name: Many\nservices:\n  shop: {name: The shop}\n");
        for (int i = 1; i <= number; i++) {
            yaml.append("  part-").append(i).append(": {name: Part ").append(i).append("}\n");
        }
        yaml.append("links:\n");
        for (int i = 1; i <= number; i++) {
            yaml.append("  - {from: shop, to: part-").append(i).append(", mode: sync, timeout: none}\n");
        }
        return Fixture.of("many", yaml + more);
    }

    private static List<Integer> sizes(Review review) {
        return Alike.of(review.wrong(), review).stream().map(Alike::size).toList();
    }

    @Test
    void fourAreReadAsOneAndThreeSideBySide() {
        assertEquals(List.of(4), sizes(calls(4, "")));
        assertEquals(List.of(1, 1, 1), sizes(calls(3, "")));
    }

    @Test
    void whatTheOwnerAcceptsStandsApart() {
        Review review = calls(5,
                "accepted:\n  - {rule: timeout-missing, subject: shop -> part-2, reason: known, owner: me, expires: 2030-01-01}\n");
        assertEquals(List.of(1, 4), sizes(review).stream().sorted().toList());
    }

    @Test
    void terminalShowsOneEntryAndEachWithItsReasonsWhenAsked() {
        Report report = Report.of(List.of(Reviewed.of(calls(7, ""))));
        String text = TextReport.of(report, Detail.NORMAL, false);
        assertEquals(1, text.lines().filter(line -> line.contains("[timeout-missing]")).count(), text);
        assertTrue(text.contains(
                "\n  7 subjects: shop -> part-1, shop -> part-2, shop -> part-3, shop -> part-4, shop -> part-5 and 2 more"
                        + " (-v shows each)\n"), text);
        assertTrue(text.contains("7 violated"), text);
        String each = TextReport.of(report, Detail.REASONS, false);
        assertEquals(7, each.lines().filter(line -> line.contains("[timeout-missing]")).count(), each);
        assertFalse(each.contains("subjects:"), each);
    }

    @Test
    void gateAndFormatsForProgramsKnowEachOfThem() {
        Report report = Report.of(List.of(Reviewed.of(calls(7, ""))));
        assertEquals(7, report.failing());
        assertEquals(7, GithubReport.of(report).lines().count());
        assertEquals(1, MarkdownReport.of(report).lines().filter(line -> line.contains("7 subjects: ")).count());
    }
}
