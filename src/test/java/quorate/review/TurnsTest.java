package quorate.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quorate.derive.Deriver;
import quorate.link.Joiner;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.testing.Models;

/** At which value of a single fact a choice falls on another pattern. */
class TurnsTest {

    private static final Engine ENGINE = new Engine(Projects.rules(), Projects.CATALOG, LocalDate.of(2026, 6, 1));

    @Test
    void everyTurnOfOurProjectComesTrue() throws IOException {
        Review review = review(Models.read("online-shop", Path.of("site/projects/online-shop")));
        Sensitivity sensitivity = ENGINE.sensitivity(review);
        int seen = 0;
        for (Map.Entry<String, List<Turn>> choice : sensitivity.turns().entrySet()) {
            for (Turn turn : choice.getValue()) {
                Review changed = review(review.input().linked().architecture().replacing(turn.change().applied()));
                Selection again = changed.selections().stream()
                        .filter(s -> s.key().equals(choice.getKey()))
                        .findFirst()
                        .orElseThrow();
                assertEquals(turn.pattern().id(), again.selected().orElseThrow().pattern().id(), turn.words());
                seen++;
            }
        }
        assertTrue(seen > 3, "turns: " + seen);
    }

    @Test
    void whatNoFactDecidesTurnsAtNone() {
        Review review = review(Models.architecture("services: {a: {replicas: 1}}\n"));
        assertEquals(Map.of(), ENGINE.sensitivity(review).turns());
    }

    private static Review review(Architecture architecture) {
        Linked linked = new Joiner(Projects.CATALOG).join(architecture);
        return ENGINE.review(linked, Deriver.derive(linked));
    }
}
