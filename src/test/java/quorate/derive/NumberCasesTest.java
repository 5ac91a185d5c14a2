package quorate.derive;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import quorate.derive.agreement.Reckoning;
import quorate.derive.budget.Budget;
import quorate.derive.consistency.DomainPosition;
import quorate.model.ValueType;
import quorate.testing.Models;

/** Numbers computed by hand, one text case for each formula: a small system, and lines that must be computed for it. */
class NumberCasesTest {

    private static final Path CASES = Path.of("src/test/resources/numbers");
    private static final YAMLMapper YAML = new YAMLMapper();

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                for (JsonNode one : YAML.readTree(file.toFile())) {
                    String name = file.getFileName().toString().replace(".yaml", "") + ": " + one.get("name").asText();
                    tests.add(DynamicTest.dynamicTest(name, () -> check(one)));
                }
            }
        }
        return tests.stream();
    }

    private static void check(JsonNode one) throws IOException {
        String architecture = YAML.writeValueAsString(one.get("architecture"));
        List<String> computed = lines(Deriver.derive(Models.linked(architecture)));
        for (JsonNode expected : one.get("expect")) {
            assertTrue(
                    computed.contains(expected.asText()),
                    () -> "expected\n  " + expected.asText() + "\nbut computed\n  " + String.join("\n  ", computed)
                            + "\nfor\n" + architecture);
        }
    }

    private static List<String> lines(Derived derived) {
        List<String> lines = new ArrayList<>();
        derived.budgets().stream().filter(b -> b.operation().journey().isPresent()).forEach(b -> budget(b, lines));
        derived.positions().forEach(p -> position(p, lines));
        derived.agreements().forEach(r -> reckoning(r, lines));
        derived.loops().loops().forEach(l -> lines.add("loop " + l.kind().word() + " at " + l.at().id() + ": gain " + l.gain().words()
                + ", " + (!l.cut().isEmpty() ? "cut" : l.certain() ? "certain" : "open") + ", by " + l.factors().size()));
        lines.add("loops open " + derived.loops().open().stream().map(one -> one.id()).toList());
        return lines;
    }

    private static void reckoning(Reckoning one, List<String> lines) {
        String name = one.section().id() + " " + one.subject().id() + (one.about().isEmpty() ? "" : " " + one.about());
        lines.add(name + ": " + String.join(", ", one.figures().stream().map(f -> f.name() + " " + f.value()).toList()));
        lines.add(one.section().id() + " " + one.subject().id() + " decided by "
                + one.figures().stream().flatMap(f -> f.missing().stream()).map(m -> m.path()).distinct().sorted().toList());
    }

    private static void position(DomainPosition position, List<String> lines) {
        String id = position.domain().id();
        lines.add(id + " offers " + position.offered().orElse("unknown") + ", isolation " + position.isolation().orElse("unknown"));
        lines.add(id + " possible " + position.possible());
        position.anomalies().forEach(one -> {
            String name = id + " anomaly " + one.anomaly();
            lines.add(name + ": " + one.answer().word() + " " + one.deciding().stream().map(m -> m.path()).toList());
            lines.add(name + " by " + one.ways() + ": " + one.example());
            lines.add(name + " against " + one.unwanted());
        });
        position.verdicts().forEach(v -> lines.add(id + " needs " + v.requirement().words() + ": " + v.answer().word()
                + " " + v.deciding().stream().map(m -> m.path()).toList()));
        position.paths().forEach(path -> path.verdicts().forEach(v -> lines.add(
                id + " by " + path.name() + " needs " + v.requirement().words() + ": " + v.answer().word())));
        position.paths().forEach(path -> lines.add(id + " by " + path.name() + ": " + path.model().orElse("unknown") + ", "
                + path.staleness().map(ValueType.Span::text).orElse("unknown") + " "
                + path.deciding().stream().map(m -> m.path()).toList()));
    }

    private static void budget(Budget budget, List<String> lines) {
        String journey = budget.operation().journey().get().id();
        lines.add(journey + " waits " + budget.longest().words());
        lines.add(journey + " decided by " + budget.deciding());
        lines.add(journey + " tail " + Math.round(budget.tail() * 10_000) / 100.0 + "% of " + budget.fanOut());
        for (Budget.Step step : budget.steps()) {
            String link = step.call().link().title();
            lines.add(link + " waits " + step.call().formula());
            String verdict = step.verdict().map(v -> v + ", left " + step.left().words()).orElse("nobody above");
            lines.add(link + " " + verdict);
            lines.add(link + " orphaned " + step.orphaned().words());
            lines.add(link + " decided by " + step.deciding().get().stream().map(m -> m.path()).toList());
        }
        budget.loops().forEach(link -> lines.add("loop " + link.title()));
        budget.dependencies().forEach(d -> lines.add(
                d.component() + " gets " + d.calls().words() + " calls instead of " + (long) d.paths()));
    }
}
