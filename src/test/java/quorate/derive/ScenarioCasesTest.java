package quorate.derive;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import quorate.derive.failure.DataImpact;
import quorate.derive.failure.Impacts;
import quorate.derive.failure.JourneyImpact;
import quorate.derive.failure.Spread;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.model.Kind;
import quorate.model.ValueType;
import quorate.testing.Models;

/** The meaning of failures, one text case for each statement: a small system, and lines that must be computed for it. */
class ScenarioCasesTest {

    private static final Path CASES = Path.of("src/test/resources/derive");
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
        Linked linked = Models.linked(architecture);
        List<String> computed = lines(Deriver.derive(linked), linked.architecture());
        for (JsonNode expected : one.get("expect")) {
            boolean absent = expected.asText().startsWith("not ");
            assertTrue(
                    absent ? computed.stream().noneMatch(line -> line.startsWith(expected.asText().substring(4) + " ")) : computed.contains(expected.asText()),
                    () -> "expected\n  " + expected.asText() + "\nbut computed\n  " + String.join("\n  ", computed)
                            + "\nfor\n" + architecture);
        }
    }

    private static List<String> lines(Derived derived, Architecture architecture) {
        List<String> lines = new ArrayList<>();
        Set<String> journeys = new TreeSet<>();
        derived.scenarios().forEach(s -> s.journeys().forEach(j -> journeys.add(j.journey().id())));
        architecture.all(Kind.JOURNEY).forEach(j -> journeys.add(j.id()));
        Impacts impacts = new Impacts(architecture);
        for (Scenario scenario : derived.scenarios()) {
            String id = scenario.failure().id();
            impacts.spread(scenario.failure()).forEach(spread -> lines.addAll(lines(id, spread)));
            for (JourneyImpact impact : scenario.journeys()) {
                lines.add(id + at(impact.side()) + " " + impact.journey().id() + ": " + impact.during().words() + ", then "
                        + impact.settled().words());
                String journey = impact.journey().id();
                scenario.trace(impact).holds().ifPresent(time -> lines.add(id + " " + journey + " holds " + ValueType.Span.text(time)));
                scenario.trace(impact).deciding().forEach(missing -> lines.add(id + " " + journey + " asks " + missing.path()));
            }
            journeys.stream()
                    .filter(j -> scenario.journeys().stream().noneMatch(i -> i.journey().id().equals(j)))
                    .forEach(j -> lines.add(id + " " + j + ": up, then up"));
            for (DataImpact impact : scenario.data()) {
                String possible = impact.possible().isEmpty() ? "" : ", possibly " + impact.possible();
                lines.add(id + at(impact.side()) + " data " + impact.domain().id() + ": " + impact.effects() + possible);
            }
            lines.add(id + " recovery: " + scenario.recovery().words());
            scenario.recovery().parts().forEach(part -> lines.add(id + " part " + part.name() + ": " + part.words()));
        }
        derived.positions().forEach(p -> lines.add("position " + p.domain().id() + ": " + p.cap()));
        return lines;
    }

    private static List<String> lines(String id, Spread spread) {
        List<String> lines = new ArrayList<>();
        String head = id + at(spread.side());
        for (Spread.Part part : spread.parts()) {
            lines.add(head + " spread " + part.step() + " " + part.component() + ": " + part.during().words() + ", then "
                    + part.settled().words());
            part.deciding().forEach(missing -> lines.add(head + " spread " + part.component() + " asks " + missing.path()));
        }
        spread.hops().forEach(hop ->
                lines.add(head + " over " + hop.step() + " " + hop.from() + " -> " + hop.to() + ": " + hop.during().words()));
        return lines;
    }

    private static String at(String side) {
        return side.isEmpty() ? "" : " [" + side + "]";
    }
}
