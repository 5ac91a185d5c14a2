package quorate.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import quorate.derive.consistency.DomainPosition;
import quorate.derive.consistency.Exposure;
import quorate.derive.consistency.Positions;
import quorate.derive.consistency.Verdict;
import quorate.link.Joiner;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Provenance;
import quorate.model.Subject;
import quorate.review.Engine;
import quorate.review.Outcome;
import quorate.testing.Models;

/** Saying less may leave more open. It never makes something certain that was not so before. */
class LessIsKnownTest {

    private static final Path CASES = Path.of("src/test/resources/numbers");
    private static final YAMLMapper YAML = new YAMLMapper();
    /** What a thing is decides what is asked of it, and guards nothing. */
    private static final Set<Key<?>> SCOPE = Set.of(Keys.SERVICE_TYPE, Keys.STORE_TYPE, Keys.TECHNOLOGY);

    @Test
    void noRuleIsViolatedForWantOfAFact() {
        int removed = 0;
        Set<String> all = new TreeSet<>();
        for (long seed = 0; seed < 12; seed++) {
            long number = seed;
            Architecture system = new RandomSystem(seed).architecture(2);
            Set<String> before = violated(system);
            for (Subject subject : subjects(system)) {
                for (Key<?> key : subject.facts().keys()) {
                    if (!SCOPE.contains(key)) {
                        Set<String> after = violated(without(system, subject, key));
                        after.removeAll(before);
                        after.forEach(one ->
                                all.add("seed " + number + ", without " + subject.id() + " " + key.id() + ": " + one));
                        removed++;
                    }
                }
            }
        }
        assertEquals(Set.of(), all);
        assertTrue(removed > 300, removed + " facts");
    }

    /** Neither a verdict on what readers need nor an anomaly becomes certain. */
    @TestFactory
    Stream<DynamicTest> noAnomalyIsAssertedForWantOfAFact() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String file : List.of("anomalies.yaml", "consistency.yaml")) {
            for (JsonNode one : YAML.readTree(Files.readString(CASES.resolve(file)))) {
                String text = YAML.writeValueAsString(one.get("architecture"));
                tests.add(DynamicTest.dynamicTest("less of " + one.get("name").asText(), () -> lessOf(Models.architecture(text))));
            }
        }
        return tests.stream();
    }

    private static void lessOf(Architecture system) {
        Set<String> before = asserted(system);
        for (Subject subject : subjects(system)) {
            for (Key<?> key : subject.facts().keys()) {
                Architecture less = without(system, subject, key);
                if (!SCOPE.contains(key) && !defaulted(less, subject, key)) {
                    Set<String> after = asserted(less);
                    after.removeAll(before);
                    assertTrue(after.isEmpty(), "without " + subject.id() + " " + key.id() + ": " + after);
                }
            }
        }
    }

    /** Whether something else is known in its place. */
    private static boolean defaulted(Architecture less, Subject subject, Key<?> key) {
        return subjects(linked(less).architecture()).stream()
                .filter(one -> one.kind() == subject.kind() && one.id().equals(subject.id()))
                .anyMatch(one -> one.get(key).origin().provenance() == Provenance.DEFAULT);
    }

    private static Set<String> violated(Architecture system) {
        Linked linked = linked(system);
        return new Engine(Models.RULES, Models.CATALOG, LocalDate.of(2026, 1, 1))
                .review(linked, Deriver.derive(linked))
                .findings()
                .stream()
                .filter(finding -> finding.outcome() instanceof Outcome.Violated)
                .map(finding -> finding.id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> asserted(Architecture system) {
        Set<String> all = new TreeSet<>();
        for (DomainPosition position : new Positions(linked(system)).all()) {
            position.verdicts().stream()
                    .filter(verdict -> verdict.answer() == Verdict.Answer.VIOLATED)
                    .forEach(verdict -> all.add(position.domain().id() + " needs " + verdict.requirement().key().id()));
            position.anomalies().stream()
                    .filter(one -> one.answer() == Exposure.Answer.POSSIBLE)
                    .forEach(one -> all.add(position.domain().id() + " shows " + one.anomaly()));
        }
        return all;
    }

    private static Linked linked(Architecture architecture) {
        return new Joiner(Models.CATALOG).join(architecture);
    }

    private static List<Subject> subjects(Architecture architecture) {
        List<Subject> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            all.addAll(architecture.subjects(kind));
        }
        return all;
    }

    private static Architecture without(Architecture architecture, Subject subject, Key<?> key) {
        return architecture.replacing(subject instanceof Link link
                ? link.with(link.facts().without(key)) : ((Entity) subject).with(subject.facts().without(key)));
    }
}
