package quorate.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.review.Review;

/** The findings that were there before, as a file that is committed. */
class BaselineTest {

    private static final String ONE = "services:\n  a:\n    replicas: 1\n";

    @Test
    void itSurvivesMovedLinesAndOtherNames() {
        Baseline before = of(ONE);
        assertEquals(1, before.known().size());
        assertEquals(before, of("name: Other\n\n\nservices:\n  b: {replicas: 2}\n  a: {name: Another name, replicas: 1}\n"));
    }

    @Test
    void itIsSortedAndReadsWhatItWrote() {
        Baseline two = of("services:\n  b: {replicas: 1}\n  a: {replicas: 1}\n");
        List<String> lines = two.text().lines().toList();
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).contains("\"subject\":\"a\"") && lines.get(1).contains("\"subject\":\"b\""), two.text());
        assertEquals(two, Baseline.read(lines.get(1) + "\n\n" + lines.get(0)));
        assertEquals(0, Baseline.badLine(two.text()));
    }

    @Test
    void linesOfAnotherFormAreFound() {
        String good = of(ONE).text();
        for (String bad : List.of("<<<<<<< HEAD", "{}", "[]", "1", good.strip().replace("\"a\"", "\"b\""), "{\"project\":\"p\"}")) {
            assertEquals(2, Baseline.badLine(good + bad + "\n"), bad);
        }
    }

    @Test
    void acceptedFindingsAndQuestionsAreNoPartOfIt() {
        assertEquals(Baseline.NONE, of(ONE + "accepted:\n  - {rule: single-instance, subject: a, reason: a cache}\n"));
        assertEquals(Baseline.NONE, of("services:\n  a: {}\n"));
    }

    private static Baseline of(String yaml) {
        Review review = Fixture.of("p", yaml);
        return Baseline.of(List.of(review));
    }
}
