package quorate.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import quorate.derive.Deriver;
import quorate.link.Joiner;
import quorate.link.Linked;

/** One fact written in two ways has one answer: architectures of known systems are spelt otherwise and reviewed again. */
class SpellingTest {

    private static final List<Path> SYSTEMS =
            List.of(Path.of("src/test/resources/incidents"), Path.of("src/test/resources/incidents-held-out"));

    /** Keys whose absence is stated, and which 'false' denies as well as 'none'. */
    private static final Set<String> DENIED = Set.of(
            "isolation", "cap", "fallback", "withdraw-floor", "clock-guard", "destructive-guard", "budget", "validation", "stages",
            "exercised", "restore-tested", "idempotency-key", "dead-letter", "bound", "overflow", "integrity-check", "hysteresis",
            "token-checked-by", "loss-guard", "fencing", "on-failure", "max-deliveries", "read-your-writes-by");

    private static final Map<Path, List<String>> AS_WRITTEN = new HashMap<>();

    @TempDir
    Path folder;

    private record Spelling(String name, Consumer<ObjectNode> write) {}

    @TestFactory
    Stream<DynamicTest> anotherSpellingChangesNoAnswer() {
        return Stream.of(
                        new Spelling("none for false", tree -> everywhere(tree, (key, value) ->
                                value.isBoolean() && !value.booleanValue() ? TextNode.valueOf("none") : value)),
                        new Spelling("false for none", tree -> everywhere(tree, (key, value) ->
                                DENIED.contains(key) && value.asText().equals("none") ? BooleanNode.FALSE : value)),
                        new Spelling("one for a list of one", tree -> everywhere(tree, (key, value) ->
                                value instanceof ArrayNode list && list.size() == 1 && !key.equals("links") ? list.get(0) : value)),
                        new Spelling("no number of attempts for retries without end", tree -> tree.path("links").forEach(link ->
                                link.path("retry").forEach(layer -> {
                                    if (layer.path("unbounded").asBoolean()) {
                                        ((ObjectNode) layer).remove("unbounded");
                                        ((ObjectNode) layer).put("attempts", "none");
                                    }
                                }))),
                        new Spelling("own writes as the consistency that is needed", tree -> tree.path("data").forEach(data -> {
                            if (data.path("read-your-writes").asBoolean() && !data.has("consistency")) {
                                ((ObjectNode) data).remove("read-your-writes");
                                ((ObjectNode) data).put("consistency", "read-your-writes");
                            }
                        })),
                        new Spelling("one stage for none", tree -> tree.path("changes").forEach(change -> {
                            if (change.path("stages").asText().equals("none")) {
                                ((ObjectNode) change).put("stages", 1);
                            }
                        })),
                        new Spelling("hard beside critical", tree -> tree.path("links").forEach(link -> {
                            if (link.path("criticality").asText().equals("critical") && !link.has("need")) {
                                ((ObjectNode) link).put("need", "hard");
                            }
                        })),
                        new Spelling("a fallback said twice", tree -> tree.path("links").forEach(link -> {
                            boolean answers = link.has("fallback") && !link.path("fallback").asText().equals("none");
                            if (answers && !link.has("on-failure")) {
                                ((ObjectNode) link).put("on-failure", "fallback");
                            }
                        })))
                .map(spelling -> dynamicTest(spelling.name(), () -> compare(spelling, UnaryOperator.identity())));
    }

    /** What is asked may move to the other end, or to another key; what is found may not. */
    @TestFactory
    Stream<DynamicTest> anotherSpellingChangesNoFinding() {
        return Stream.of(
                        new Spelling("a recovery point of zero for no loss", tree -> tree.path("data").forEach(data -> {
                            if (data.path("no-loss").asBoolean() && !data.has("rpo")) {
                                ((ObjectNode) data).remove("no-loss");
                                ((ObjectNode) data).put("rpo", "0s");
                            }
                        })),
                        new Spelling("links of channels drawn the other way", SpellingTest::turn))
                .map(spelling -> dynamicTest(spelling.name(), () -> compare(spelling, SpellingTest::found)));
    }

    private void compare(Spelling spelling, UnaryOperator<List<String>> part) throws IOException {
        List<Path> changed = new ArrayList<>();
        for (Path system : systems()) {
            ObjectNode tree = (ObjectNode) new YAMLMapper().readTree(Files.readString(system.resolve("architecture.yaml")));
            ObjectNode other = tree.deepCopy();
            spelling.write().accept(other);
            if (!other.equals(tree)) {
                changed.add(system);
                List<String> before = AS_WRITTEN.computeIfAbsent(system, path -> answers(tree));
                assertEquals(lines(part.apply(before)), lines(part.apply(answers(other))), system.toString());
            }
        }
        assertTrue(!changed.isEmpty(), "some system can be spelt so");
    }

    private static List<Path> systems() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path set : SYSTEMS) {
            try (Stream<Path> folders = Files.list(set)) {
                folders.filter(Files::isDirectory).sorted().forEach(all::add);
            }
        }
        return all;
    }

    private List<String> answers(ObjectNode tree) {
        Linked linked = new Joiner(Projects.CATALOG).join(Projects.read(tree, folder));
        Review review = new Engine(Projects.rules(), Projects.CATALOG, LocalDate.of(2026, 1, 1))
                .review(linked, Deriver.derive(linked));
        return Stream.concat(
                        review.wrong().stream().map(f -> f.outcome().word() + " " + f.severity().word() + " " + f.id()),
                        review.questions().stream().map(q -> "asks " + q.id()))
                .sorted()
                .toList();
    }

    private static List<String> found(List<String> answers) {
        return answers.stream().filter(answer -> !answer.startsWith("asks ")).toList();
    }

    private static String lines(List<String> answers) {
        return String.join("\n", answers);
    }

    private static void turn(ObjectNode tree) {
        for (JsonNode each : tree.path("links")) {
            ObjectNode link = (ObjectNode) each;
            String from = link.path("from").asText();
            String to = link.path("to").asText();
            boolean delivers = tree.path("channels").has(from) && tree.path("services").has(to);
            boolean takes = tree.path("channels").has(to) && link.path("purpose").asText().equals("consume");
            if (link.has("id") && (delivers || takes)) {
                link.put("from", to).put("to", from);
                if (delivers) {
                    link.put("purpose", "consume");
                } else {
                    link.remove("purpose");
                }
            }
        }
    }

    private interface Change {
        JsonNode of(String key, JsonNode value);
    }

    private static void everywhere(JsonNode node, Change change) {
        if (node instanceof ObjectNode fields) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(fields.properties())) {
                fields.set(field.getKey(), change.of(field.getKey(), field.getValue()));
            }
        }
        node.forEach(child -> everywhere(child, change));
    }
}
