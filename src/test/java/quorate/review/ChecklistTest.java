package quorate.review;

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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.catalog.ChecklistItem;
import quorate.derive.Deriver;
import quorate.link.Joiner;
import quorate.link.Linked;

/** Every item of the checklist has an answer, and an architecture for each answer that matters. */
class ChecklistTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir
    Path folder;

    @Test
    void everyItemNamesWhatAnswersIt() {
        List<String> unanswered = Projects.CATALOG.checklist().stream()
                .filter(item -> item.rules().isEmpty()
                        && item.computations().stream().noneMatch(Checklist.COMPUTATIONS::containsKey))
                .map(ChecklistItem::id)
                .toList();
        assertEquals(List.of(), unanswered);
        assertEquals(30, Projects.CATALOG.checklist().size());
    }

    /** The cases of the rules serve as the projects. */
    @Test
    void everyItemThatRulesAnswerIsViolatedInOneProjectAndHoldsInAnother() throws IOException {
        Map<String, Set<String>> answers = new TreeMap<>();
        for (JsonNode one : cases()) {
            for (ChecklistAnswer answer : review(one).checklist()) {
                answers.computeIfAbsent(answer.item().id(), k -> new TreeSet<>()).add(answer.answer());
            }
        }
        for (ChecklistItem item : Projects.CATALOG.checklist()) {
            if (!item.rules().isEmpty()) {
                Set<String> seen = answers.get(item.id());
                assertTrue(seen.containsAll(Set.of("violated", "holds")), () -> item.id() + " was only ever " + seen);
            }
        }
    }

    private Review review(JsonNode one) {
        Linked linked = new Joiner(Projects.CATALOG).join(Projects.read(one.get("architecture"), one.path("files"), folder));
        return new Engine(Projects.rules(), Projects.CATALOG, LocalDate.of(2026, 11, 22))
                .review(linked, Deriver.derive(linked));
    }

    private static List<JsonNode> cases() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/rules"))) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                YAML.readTree(file.toFile()).forEach(all::add);
            }
        }
        return all;
    }
}
