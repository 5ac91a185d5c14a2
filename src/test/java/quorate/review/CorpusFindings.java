package quorate.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quorate.program.Program;

/**
 * Compares what the program says of real architecture files with what a reviewer would and would not raise, and prints the
 * figures: what is raised as a finding, what is told in another way (a rule that holds with its figures, a warning of an
 * importer), what is asked, and what is missed.
 * The files stand outside the project ({@code -Dquorate.shared=folder}); without them nothing is done.
 */
class CorpusFindings {

    private static final Path SYSTEMS = Path.of(System.getProperty("quorate.shared", "../shared")).resolve("corpus");
    private static final Path EXPECTED = Path.of("src/test/resources/corpus/findings.yaml");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String WARNING = ": warning: ";
    private static final int RAISED_OR_TOLD = 66;
    private static final int FOUND = 88;

    private int wanted;
    private int raised;
    private int told;
    private int asked;
    private final List<String> sprung = new ArrayList<>();

    @Test
    void score() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(SYSTEMS), "the systems are elsewhere");
        List<Path> systems;
        try (Stream<Path> folders = Files.list(SYSTEMS)) {
            systems = folders.filter(Files::isDirectory).sorted().toList();
        }
        Map<String, List<Answer>> answers = answers(systems);
        JsonNode expected = YAML.readTree(Files.readString(EXPECTED));
        System.out.printf("%-26s %6s %6s %6s %6s %6s  missed (* no rule, or a format that is not read)%n",
                "system", "wanted", "raised", "told", "asked", "traps");
        for (Path system : systems) {
            String name = system.getFileName().toString();
            score(name, YAML.readTree(Files.readString(system.resolve("truth.yaml"))), expected.path(name), answers.getOrDefault(name, List.of()));
        }
        System.out.printf(Locale.ROOT, "%-26s %6d %6d %6d %6d %6d%n", "all", wanted, raised, told, asked, sprung.size());
        assertEquals(List.of(), sprung, "traps sprung");
        assertTrue(raised + told >= RAISED_OR_TOLD, "fewer are raised or told than were: " + raised + " + " + told);
        assertTrue(raised + told + asked >= FOUND, "fewer are found than were: " + (raised + told + asked));
    }

    /** What the program answers, as its users get it. */
    private static Map<String, List<Answer>> answers(List<Path> systems) throws IOException, InterruptedException {
        List<Object> arguments = new ArrayList<>(List.of("check", "--allow-empty", "--fail-on", "none", "-f", "csv"));
        arguments.addAll(systems);
        Program.Run run = Program.with().run(arguments.toArray());
        assertEquals(0, run.exit(), run.err());
        Map<String, List<Answer>> answers = new TreeMap<>();
        run.out().lines().skip(1).map(line -> line.split(",", 6)).forEach(cells ->
                answers.computeIfAbsent(cells[0], k -> new ArrayList<>()).add(new Answer(cells[1] + "@" + cells[3], cells[4])));
        for (Path system : systems) {
            String beginning = system + "/";
            run.err().lines().filter(line -> line.startsWith(beginning) && line.contains(WARNING)).forEach(line ->
                    answers.computeIfAbsent(system.getFileName().toString(), k -> new ArrayList<>())
                            .add(new Answer(line.substring(line.indexOf(WARNING) + WARNING.length()), "warning")));
        }
        return answers;
    }

    private void score(String name, JsonNode truth, JsonNode expected, List<Answer> answers) {
        int here = 0;
        int wrong = 0;
        int said = 0;
        int open = 0;
        List<String> missed = new ArrayList<>();
        for (JsonNode one : truth.path("must_find")) {
            JsonNode patterns = expected.path("find").path(one.path("id").asText());
            here++;
            if (any(answers, patterns, "", Answer::isWrong)) {
                wrong++;
            } else if (any(answers, patterns, "holds ", answer -> answer.outcome().equals("holds"))
                    || any(answers, patterns, "warning ", answer -> answer.outcome().equals("warning"))) {
                said++;
            } else if (any(answers, patterns, "", answer -> answer.outcome().equals("unknown"))) {
                open++;
            } else {
                missed.add(one.path("id").asText() + (patterns.isMissingNode() ? "*" : ""));
            }
        }
        int before = sprung.size();
        for (JsonNode trap : expected.path("traps")) {
            answers.stream().filter(a -> a.isWrong() && a.id().matches(trap.asText())).forEach(a -> sprung.add(name + ": " + a.id()));
        }
        System.out.printf("%-26s %6d %6d %6d %6d %6d  %s%n", name, here, wrong, said, open,
                sprung.size() - before, String.join(" ", missed));
        wanted += here;
        raised += wrong;
        told += said;
        asked += open;
    }

    /** Whether one of those patterns that begin with the word, or with none of the words, matches one of those answers. */
    private static boolean any(List<Answer> answers, JsonNode patterns, String word, Predicate<Answer> which) {
        for (JsonNode pattern : patterns) {
            String text = pattern.asText();
            boolean ours = word.isEmpty() ? !text.startsWith("holds ") && !text.startsWith("warning ") : text.startsWith(word);
            if (ours && answers.stream().anyMatch(a -> which.test(a) && a.id().matches(text.substring(word.length())))) {
                return true;
            }
        }
        return false;
    }

    /** @param id {@code rule@subject}, or the text of a warning */
    private record Answer(String id, String outcome) {
        boolean isWrong() {
            return outcome.equals("violated") || outcome.equals("presumed");
        }
    }
}
