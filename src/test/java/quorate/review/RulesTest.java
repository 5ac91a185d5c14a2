package quorate.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import quorate.catalog.RuleText;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Provenance;
import quorate.model.Subject;
import quorate.model.ValueType;
import quorate.model.Vocabulary;
import quorate.schema.SchemaName;
import quorate.source.Limits;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Yaml;

/**
 * Runs the cases of every rule, and refuses a rule that is incomplete. A case is an architecture and the answers that the
 * rule gives for it, all but "does not apply": {@code violated high x}, {@code presumed high x}, {@code holds x},
 * {@code unknown x: key, key}. Files that it imports can stand beside it under {@code files}.
 */
class RulesTest {

    private static final Path CASES = Path.of("src/test/resources/rules");

    @TempDir
    Path folder;

    private record Case(Rule rule, String name, JsonNode architecture, JsonNode files, List<String> expect) {}

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return all().stream().map(c -> dynamicTest(c.rule().id() + ": " + c.name(), () -> {
            Architecture architecture = Projects.read(c.architecture(), c.files(), folder);
            assertEquals(String.join("\n", c.expect()), String.join("\n", answers(c.rule(), architecture)));
        }));
    }

    /** Saying less may turn an answer into a question, never into a certain violation. */
    @TestFactory
    Stream<DynamicTest> aRemovedFactNeverMakesACertainViolation() throws IOException {
        return all().stream().map(c -> dynamicTest(c.rule().id() + ": less of " + c.name(), () -> {
            Architecture architecture = Projects.read(c.architecture(), c.files(), folder);
            Set<String> before = violated(c.rule(), architecture);
            for (Removal removal : removals(architecture)) {
                Set<String> after = violated(c.rule(), removal.rest());
                after.removeAll(before);
                assertTrue(after.isEmpty(), "without " + removal.what() + ": " + after);
            }
        }));
    }

    @Test
    void everyRuleHasItsPageAndItsCases() throws IOException {
        Set<String> classes = Projects.rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> files;
        try (Stream<Path> list = Files.list(CASES)) {
            files = list.map(p -> p.getFileName().toString().replace(".yaml", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertEquals(Projects.rules().size(), classes.size(), "ids are unique");
        assertEquals(classes, new TreeSet<>(Projects.CATALOG.rules().keySet()), "one page for each rule");
        assertEquals(classes, files, "one file of cases for each rule");
    }

    @TestFactory
    Stream<DynamicTest> everyRuleShowsItsFourAnswers() throws IOException {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        for (Case c : all()) {
            Set<String> of = words.computeIfAbsent(c.rule().id(), k -> new TreeSet<>());
            of.addAll(c.expect().isEmpty()
                    ? List.of("quiet")
                    : c.expect().stream().map(line -> line.split(" ")[0]).toList());
        }
        return words.entrySet().stream().map(entry -> dynamicTest(entry.getKey(), () -> {
            Set<String> of = entry.getValue();
            boolean presumed = Projects.CATALOG.rules().get(entry.getKey()).presumed();
            assertTrue(of.contains("violated"), "a case that fires");
            assertTrue(of.contains("holds"), "a case that holds");
            assertTrue(of.contains("unknown"), "a case that asks");
            assertTrue(of.contains("quiet"), "a case that stays quiet");
            assertEquals(presumed, of.contains("presumed"), "presumes exactly when its page says so");
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsSound() {
        return Projects.CATALOG.rules().values().stream().map(page -> dynamicTest(page.id(), () -> {
            assertEquals("", problemsOf(page.fixYaml()), "fix-yaml");
            List<String> known = known();
            assertEquals(List.of(), page.reads().stream().filter(r -> !known.contains(r)).toList(), "reads");
            assertTrue(page.body().contains("## Why it matters"), "body");
            assertTrue(page.body().contains("## How to mend it"), "body");
            assertTrue(page.body().contains("## When it is wrong to raise it"), "body");
            int words = page.body().split("\\s+").length;
            assertTrue(words >= 120 && words <= 330, "the body has " + words + " words");
        }));
    }

    @Test
    void noPageIsRefusedByItsSchema() {
        assertEquals(
                List.of(),
                Projects.CATALOG_PROBLEMS.all().stream()
                        .filter(p -> p.at().toString().contains("rules/"))
                        .toList());
    }

    private static String problemsOf(String yaml) {
        Problems problems = new Problems();
        Yaml.document(new SourceFile("fix.yaml", yaml), Limits.DEFAULT, problems)
                .ifPresent(document -> Projects.SCHEMAS.check(SchemaName.ARCHITECTURE, document, problems));
        return problems.all().stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }

    /** {@code link.timeout.total}, {@code data-domain.no-loss}. */
    private static List<String> known() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Vocabulary.keys(kind).stream()
                        .map(key -> kind.word().replace(' ', '-') + "." + key.id()))
                .toList();
    }

    private static List<Case> all() throws IOException {
        List<Case> all = new ArrayList<>();
        for (Rule rule : Projects.rules()) {
            Path file = CASES.resolve(rule.id() + ".yaml");
            if (Files.exists(file)) {
                for (JsonNode node : new YAMLMapper().readTree(Files.readString(file))) {
                    List<String> expect = StreamSupport.stream(node.path("expect").spliterator(), false)
                            .map(JsonNode::asText)
                            .sorted()
                            .toList();
                    all.add(new Case(rule, node.path("name").asText(), node.path("architecture"), node.path("files"), expect));
                }
            }
        }
        return all;
    }

    private static List<String> answers(Rule rule, Architecture architecture) {
        Review.Input in = Projects.join(architecture);
        List<String> lines = new ArrayList<>();
        for (Kind kind : rule.about()) {
            for (Subject subject : in.linked().architecture().subjects(kind)) {
                Outcome outcome = rule.check(subject, in);
                if (!(outcome instanceof Outcome.DoesNotApply)) {
                    lines.add(line(subject, outcome));
                }
            }
        }
        lines.sort(null);
        return lines;
    }

    private static String line(Subject subject, Outcome outcome) {
        if (outcome instanceof Outcome.Violated violated) {
            return "violated " + violated.severity().word() + " " + subject.id();
        }
        if (outcome instanceof Outcome.Presumed presumed) {
            return "presumed " + presumed.severity().word() + " " + subject.id();
        }
        if (outcome instanceof Outcome.Unknown unknown) {
            return "unknown " + subject.id() + ": "
                    + unknown.missing().stream()
                            .map(m -> path(subject, m))
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        return outcome.word() + " " + subject.id();
    }

    private static String path(Subject subject, Missing missing) {
        boolean same = missing.subject().kind() == subject.kind() && missing.subject().id().equals(subject.id());
        return same ? missing.key().id() : missing.path();
    }

    private static Set<String> violated(Rule rule, Architecture architecture) {
        return answers(rule, architecture).stream()
                .filter(line -> line.startsWith("violated"))
                .map(line -> line.split(" ", 3)[2])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private record Removal(String what, Architecture rest) {}

    private static List<Removal> removals(Architecture architecture) {
        List<Removal> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Subject subject : architecture.subjects(kind)) {
                for (Key<?> key : subject.facts().keys()) {
                    remove(architecture, subject, key, all);
                }
            }
        }
        return all;
    }

    private static <T> void remove(Architecture architecture, Subject subject, Key<T> key, List<Removal> all) {
        String what = subject.id() + " " + key.id();
        Architecture rest = with(architecture, subject, subject.facts().without(key));
        boolean defaulted = subjectOf(Projects.join(rest).linked().architecture(), subject)
                        .get(key)
                        .origin()
                        .provenance()
                == Provenance.DEFAULT;
        boolean scope = key == Keys.SERVICE_TYPE; // telemetry is not reviewed; what it is, is no guard of anything
        if (!defaulted && !scope) { // by default something else is known in its place
            all.add(new Removal(what, rest));
        }
        Fact<T> fact = subject.get(key);
        if (key.type() instanceof ValueType.Records && fact.isKnown()) {
            removeWithin(architecture, subject, key, fact, what, all);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> void removeWithin(
            Architecture architecture, Subject subject, Key<T> key, Fact<T> fact, String what, List<Removal> all) {
        List<Facts> records = (List<Facts>) fact.value().get();
        for (int i = 0; i < records.size(); i++) {
            for (Key<?> inner : records.get(i).keys()) {
                List<Facts> less = new ArrayList<>(records);
                less.set(i, records.get(i).without(inner));
                Facts facts = subject.facts().with(key, Fact.of((T) less, fact.origin()));
                all.add(new Removal(what + "[" + i + "]." + inner.id(), with(architecture, subject, facts)));
            }
        }
    }

    private static Subject subjectOf(Architecture architecture, Subject subject) {
        return architecture.subjects(subject.kind()).stream()
                .filter(s -> s.id().equals(subject.id()))
                .findFirst()
                .map(Subject.class::cast)
                .orElseThrow();
    }

    private static Architecture with(Architecture architecture, Subject changed, Facts facts) {
        List<Entity> entities = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind != Kind.SYSTEM && kind != Kind.LINK) {
                architecture.all(kind).forEach(e -> entities.add(e == changed ? e.with(facts) : e));
            }
        }
        List<Link> links = architecture.links().stream()
                .map(link -> link == changed ? link.with(facts) : link)
                .toList();
        Entity system = architecture.system() == changed ? architecture.system().with(facts) : architecture.system();
        return Architecture.of(
                system, entities, links, architecture.conflicts(), architecture.problems(), architecture.sources());
    }
}
