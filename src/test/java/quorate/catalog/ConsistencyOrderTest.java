package quorate.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorate.schema.Schemas;
import quorate.source.Problems;
import quorate.source.Resources;

/** The order of the consistency models and what each of them rules out, held against what the literature says. */
class ConsistencyOrderTest {

    private static ConsistencyOrder order;

    @BeforeAll
    static void read() throws IOException {
        Problems problems = new Problems();
        Map<String, byte[]> files = new TreeMap<>(Resources.inFolder(Path.of("catalog")));
        files.keySet().removeIf(path -> !path.equals("consistency-models.yaml"));
        order = CatalogReader.read(List.of(files), new Schemas(), problems, true).consistency();
        assertEquals(List.of(), problems.all());
    }

    /** Arrows of jepsen.io/consistency, and of the papers that the models cite. */
    @ParameterizedTest
    @CsvSource({
        "strict-serializable, linearizable", "strict-serializable, serializable", "serializable, repeatable-read",
        "serializable, snapshot-isolation", "repeatable-read, cursor-stability", "repeatable-read, monotonic-atomic-view",
        "snapshot-isolation, monotonic-atomic-view", "cursor-stability, read-committed", "monotonic-atomic-view, read-committed",
        "read-committed, read-uncommitted", "linearizable, sequential", "sequential, causal", "causal, writes-follow-reads",
        "causal, pram", "pram, monotonic-reads", "pram, monotonic-writes", "pram, read-your-writes",
                "causal-plus, strong-eventual",
        "read-atomic, item-cut-isolation", "regular-register, bounded-staleness", "linearizable, eventual"
    })
    void strongerModelImpliesTheWeakerAndNotTheOtherWayRound(String stronger, String weaker) {
        assertTrue(order.implies(stronger, weaker));
        assertFalse(order.implies(weaker, stronger));
    }

    @ParameterizedTest
    @CsvSource({
        "serializable, linearizable", "linearizable, serializable", "serializable, read-your-writes",
                "snapshot-isolation, repeatable-read",
        "repeatable-read, snapshot-isolation", "sequential, eventual", "strong-eventual, causal", "causal, strong-eventual",
        "cursor-stability, monotonic-atomic-view", "read-committed, item-cut-isolation"
    })
    void someModelsImplyNothingOfEachOther(String one, String other) {
        assertFalse(order.implies(one, other));
    }

    @ParameterizedTest
    @CsvSource({
        "serializable, stale-read, possible", "serializable, write-skew-anomaly, ruled out",
                "serializable, missing-own-write, possible",
        "snapshot-isolation, write-skew-anomaly, possible", "snapshot-isolation, lost-update-anomaly, ruled out",
        "snapshot-isolation, long-fork, ruled out", "parallel-snapshot-isolation, long-fork, possible",
        "repeatable-read, predicate-write-skew, possible", "repeatable-read, phantom-row, possible",
        "repeatable-read, read-skew-anomaly, ruled out", "read-committed, non-repeatable-read, possible",
        "read-committed, dirty-read, ruled out", "read-uncommitted, dirty-write, ruled out",
                "read-atomic, lost-update-anomaly, possible",
        "cursor-stability, cursor-lost-update, ruled out", "cursor-stability, lost-update-anomaly, possible",
        "linearizable, new-old-inversion, ruled out", "regular-register, new-old-inversion, possible",
        "sequential, stale-read, possible", "sequential, observers-disagree, ruled out", "causal, observers-disagree, possible",
        "causal, effect-without-cause, ruled out", "pram, effect-without-cause, possible",
                "sequential, lasting-divergence, possible",
        "eventual, non-monotonic-read, possible", "strict-serializable, order-against-real-time, ruled out",
        "strong-snapshot-isolation, order-against-real-time, possible", "strong-snapshot-isolation, stale-read, ruled out"
    })
    void anomalyIsRuledOutOrPossibleAsTheLiteratureSays(String model, String anomaly, String expected) {
        assertEquals(expected, order.forbids(model, order.anomalies().get(anomaly)) ? "ruled out" : "possible");
    }

    @Test
    void strictSerializabilityRulesOutEverything() {
        order.anomalies().values().forEach(a -> assertTrue(order.forbids("strict-serializable", a), a.id()));
    }

    /** Bailis et al. 2013: what prevents lost updates or write skew, or bounds staleness, is unavailable; so is what implies it. */
    @Test
    void noModelIsMoreAvailableThanOneThatItImplies() {
        List<String> classes = List.of("unavailable", "sticky", "total");
        for (ConsistencyModel model : order.models().values()) {
            for (String weaker : model.implies()) {
                int own = classes.indexOf(model.availability());
                int other = classes.indexOf(order.models().get(weaker).availability());
                assertTrue(own <= other, model.id() + " is " + model.availability() + ", but implies " + weaker);
            }
        }
    }

    @Test
    void everyModelHasAHistoryWithAnAnswerThatCannotBeAndASource() {
        assertEquals(29, order.models().size());
        for (ConsistencyModel model : order.models().values()) {
            assertTrue(model.forbidden().operations().stream().anyMatch(History.Operation::impossible), model.id());
            assertFalse(model.sources().isEmpty(), model.id());
            Set<String> busy = new TreeSet<>();
            for (History.Operation operation : model.forbidden().operations()) {
                for (int step = operation.at(); step < operation.until(); step++) {
                    assertTrue(busy.add(operation.client() + step),
                            model.id() + ": " + operation.client() + " does two things at once");
                }
            }
        }
    }
}
