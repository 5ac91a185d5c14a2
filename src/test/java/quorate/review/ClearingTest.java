package quorate.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import quorate.derive.Deriver;
import quorate.link.Joiner;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.testing.Models;

/** The smallest change that clears a finding: it is true, and it is none that gives up what was asked for. */
class ClearingTest {

    private static final Engine ENGINE = new Engine(Projects.rules(), Projects.CATALOG, LocalDate.of(2026, 6, 1));

    @Test
    void nextNumberThatClears() {
        Review review = review("""
                stores:
                  ledger: {type: database, replicas: 1, replication: {topology: single-leader}}
                data:
                  entries: {stores: [ledger], no-loss: true}
                """);
        Clearing clearing = clearing(review, "thin-redundancy@ledger").orElseThrow();
        assertEquals("stores.ledger.replicas: 3 instead of 1 (architecture.yaml:2)", clearing.words());
        assertEquals("stores:\n  ledger:\n    replicas: 3\n", clearing.change().yaml());
    }

    @Test
    void missingFactOfAPresumedFinding() {
        Review review = review("""
                services:
                  a: {criticality: critical}
                  b: {}
                links:
                  - {from: a, to: b, mode: sync, need: hard, purpose: call, timeout: none}
                """);
        Clearing clearing = clearing(review, "timeout-missing@a -> b").orElseThrow();
        assertEquals("timeout.total", clearing.change().key().id());
        assertTrue(clearing.change().yaml().endsWith("    timeout:\n      total: 3s\n"), clearing.change().yaml());
    }

    @Test
    void noneIsMadeUpWhereSeveralFactsAreAmiss() {
        Review review = review("""
                stores:
                  carts: {type: database, replicas: 3, backup: none}
                data:
                  cart: {stores: [carts], no-loss: true}
                """);
        assertEquals(Optional.empty(), clearing(review, "backup-unproven@carts"));
    }

    @Test
    void nothingIsTriedForWhatHolds() {
        Review review = review("""
                services: {a: {criticality: critical}, b: {}}
                links: [{from: a, to: b, mode: sync, need: hard, purpose: call, timeout: {total: 1s}}]
                """);
        Finding holds = review.findings().stream()
                .filter(f -> f.outcome() instanceof Outcome.Holds)
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.empty(), ENGINE.clearing(review, holds));
    }

    /** Each is made, and the whole review is done again. */
    @TestFactory
    Stream<DynamicTest> everyChangeOfOurProjectsClearsItsFinding() throws IOException {
        Path folder = Path.of("site/projects/online-shop");
        Review review = review(Models.read("online-shop", folder));
        Sensitivity sensitivity = ENGINE.sensitivity(review);
        assertTrue(sensitivity.clearings().size() >= 5, sensitivity.clearings().keySet().toString());
        return review.wrong().stream()
                .filter(f -> sensitivity.clearing(f).isPresent())
                .map(f -> DynamicTest.dynamicTest(f.id(), () -> {
                    Clearing clearing = sensitivity.clearing(f).get();
                    Architecture changed = review.input().linked().architecture().replacing(clearing.change().applied());
                    List<String> wrong = ids(review(changed));
                    assertTrue(!wrong.contains(f.id()), clearing.words());
                    List<String> more = wrong.stream().filter(id -> !ids(review).contains(id)).toList();
                    assertTrue(clearing.raises().containsAll(more), more + " by " + clearing.words());
                }));
    }

    private static List<String> ids(Review review) {
        return review.wrong().stream().map(Finding::id).toList();
    }

    private static Review review(String yaml) {
        return review(Models.architecture(yaml));
    }

    private static Review review(Architecture architecture) {
        Linked linked = new Joiner(Projects.CATALOG).join(architecture);
        return ENGINE.review(linked, Deriver.derive(linked));
    }

    private static Optional<Clearing> clearing(Review review, String id) {
        Finding finding = review.wrong().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(review.findings().stream().map(f -> f.id() + " " + f.outcome().word()).toList()));
        return ENGINE.clearing(review, finding);
    }
}
