package quorate.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quorate.derive.Deriver;
import quorate.link.Joiner;
import quorate.link.Linked;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Subject;

/**
 * Compares the answers of the rules with what the records of known outages expect, and prints the figures: of the records
 * that the rules were developed with, which stand outside the project ({@code -Dquorate.incidents=folder}; without them they
 * are left out), also as somebody wrote them who knew the records and the table of how they become files, but no rule; and of
 * those that were held out from that work.
 */
class IncidentScore {

    private static final Path RECORDS = Path.of(System.getProperty("quorate.incidents", "../shared/incidents"));
    private static final Path PROJECTS =
            Path.of(System.getProperty("quorate.incident-projects", "src/test/resources/incidents"));
    private static final Path SECOND_HAND = Path.of("src/test/resources/incidents-second-hand");
    private static final Path HELD_OUT = Path.of("src/test/resources/incidents-held-out");
    private static final List<Key<List<String>>> RELATIONS = List.of(
            Keys.ACTS_ON, Keys.CHANGES, Keys.REPAIRS, Keys.RUNS_ON, Keys.ABOUT, Keys.STORES, Keys.PROTECTS);
    /** Of what is marked plain, and of what is marked question, this share is to be found. */
    private static final double SHARE = 0.9;
    private static final int MEDIAN_OF_QUESTIONS = 12;

    private int plain;
    private int plainFound;
    private int asked;
    private int askedFound;
    private int other;
    private int otherFound;
    private final List<Integer> questions = new ArrayList<>();
    private final List<String> sprung = new ArrayList<>();
    private final List<String> unwanted = new ArrayList<>();

    @Test
    void score() throws IOException {
        score(PROJECTS, "known");
    }

    @Test
    void scoreOfWhatAnotherHandWrote() throws IOException {
        score(SECOND_HAND, "known, by a second hand");
    }

    private void score(Path projects, String set) throws IOException {
        assumeTrue(Files.isDirectory(RECORDS), "the records are elsewhere");
        Map<String, String> names = names();
        try (Stream<Path> files = Files.list(RECORDS)) {
            for (Path file : files.filter(p -> p.toString().endsWith(".yaml")).sorted().toList()) {
                JsonNode record = new YAMLMapper().readTree(Files.readString(file));
                Path project = projects.resolve(record.path("id").asText());
                if (Files.isDirectory(project)) {
                    score(record, project, names);
                }
            }
        }
        conclude(set);
    }

    @Test
    void scoreOfWhatWasHeldOut() throws IOException {
        try (Stream<Path> folders = Files.list(HELD_OUT)) {
            for (Path project : folders.filter(Files::isDirectory).sorted().toList()) {
                score(new YAMLMapper().readTree(Files.readString(project.resolve("record.yaml"))), project, Map.of());
            }
        }
        conclude("held out");
    }

    private void conclude(String set) {
        questions.sort(null);
        System.out.printf("%s: plain %d/%d, question %d/%d, other %d/%d, traps sprung %d, questions median %d, most %d%n",
                set, plainFound, plain, askedFound, asked, otherFound, other, sprung.size(),
                questions.get(questions.size() / 2), questions.get(questions.size() - 1));
        assertEquals(List.of(), sprung, "traps sprung");
        assertEquals(List.of(), unwanted, "references stay quiet at medium and above");
        assertTrue(plainFound >= SHARE * plain, "what is plain is found");
        assertTrue(askedFound >= SHARE * asked, "what is a question is asked");
        assertTrue(questions.get(questions.size() / 2) <= MEDIAN_OF_QUESTIONS, "few questions");
    }

    private void score(JsonNode record, Path project, Map<String, String> names) throws IOException {
        String id = record.path("id").asText();
        Linked linked = new Joiner(Projects.CATALOG).join(Projects.read(id, project));
        Review review = new Engine(Projects.rules(), Projects.CATALOG, LocalDate.of(2026, 1, 1))
                .review(linked, Deriver.derive(linked));
        System.out.printf("%n%s: %d wrong, %d questions%n", id, review.wrong().size(), review.questions().size());
        questions.add(review.questions().size());
        List<Finding> matched = new ArrayList<>();
        for (JsonNode expected : record.path("expected_findings")) {
            String rule = rule(expected, names);
            String subject = expected.path("subject").asText();
            List<Finding> here = review.findings().stream()
                    .filter(f -> f.rule().id().equals(rule) && concerns(f, subject, review))
                    .filter(f -> f.isWrong() || f.outcome() instanceof Outcome.Unknown)
                    .toList();
            matched.addAll(here);
            boolean wrong = here.stream().anyMatch(Finding::isWrong);
            count(expected.path("visibility").asText(), wrong, !here.isEmpty());
            System.out.printf("  %-8s %-9s %s @ %s%n", expected.path("visibility").asText(),
                    wrong ? here.get(0).outcome().word() : here.isEmpty() ? "MISSED" : "asked", rule, subject);
        }
        review.wrong().stream().filter(f -> !matched.contains(f)).forEach(f ->
                System.out.printf("  beside   %-9s %s %s%n", f.outcome().word(), f.severity().word(), f.id()));
        review.questions().forEach(q -> System.out.println("  asks     " + q.id()));
        traps(record, review, names);
        if (record.path("kind").asText().equals("reference")) {
            review.wrong().stream().filter(f -> f.severity().atLeast(Severity.MEDIUM)).forEach(f -> unwanted.add(f.id()));
        }
    }

    private void traps(JsonNode record, Review review, Map<String, String> names) {
        for (JsonNode trap : record.path("traps")) {
            String rule = rule(trap, names);
            String subject = trap.path("subject").asText();
            boolean wrong = review.wrong().stream()
                    .filter(f -> !(f.subject() instanceof Link link) || speaksOf(link, subject)) // not its neighbour
                    .anyMatch(f -> f.rule().id().equals(rule) && concerns(f, subject, review));
            if (wrong) {
                sprung.add(record.path("id").asText() + ": " + rule + " @ " + subject);
            }
            System.out.printf("  trap     %-9s %s @ %s%n", wrong ? "SPRUNG" : "quiet", rule, subject);
        }
    }

    /** The id of the rule, which a record names by its id or by its number. */
    private static String rule(JsonNode entry, Map<String, String> names) {
        String name = entry.path("rule").asText();
        return names.getOrDefault(name, name);
    }

    private void count(String visibility, boolean wrong, boolean any) {
        switch (visibility) {
            case "plain" -> {
                plain++;
                plainFound += wrong ? 1 : 0;
            }
            case "question" -> {
                asked++;
                askedFound += any ? 1 : 0;
            }
            default -> {
                other++;
                otherFound += any ? 1 : 0;
            }
        }
    }

    /** Whether the finding is about the record's subject: the same, an end of it, what acts on it, or what it asks for. */
    private static boolean concerns(Finding finding, String subject, Review review) {
        if (touches(finding.subject(), subject)) {
            return true;
        }
        boolean end = review.input().linked().architecture().link(subject)
                .filter(link -> touches(finding.subject(), link.to()) || touches(finding.subject(), link.from()))
                .isPresent();
        boolean asks = finding.outcome() instanceof Outcome.Unknown unknown
                && unknown.missing().stream().map(Missing::subject).anyMatch(s -> touches(s, subject));
        return end || asks;
    }

    private static boolean speaksOf(Link link, String subject) {
        return link.id().equals(subject) || link.from().equals(subject) || link.to().equals(subject);
    }

    private static boolean touches(Subject subject, String id) {
        if (subject.id().equals(id)) {
            return true;
        }
        if (subject instanceof Link link) {
            return link.from().equals(id) || link.to().equals(id);
        }
        if (subject.kind() == Kind.READINESS && subject.get(Keys.ABOUT).isUnknown()) {
            return true; // it is about all components
        }
        return RELATIONS.stream().anyMatch(key -> {
            Fact<List<String>> fact = subject.get(key);
            return fact.is(list -> list.contains(id));
        });
    }

    /** The rules by their numbers in the table beside the records. */
    private static Map<String, String> names() throws IOException {
        Map<String, String> names = new TreeMap<>();
        Matcher row = Pattern.compile("(?m)^\\| (A[0-9.]+) \\| ([a-z0-9-]+) \\|")
                .matcher(Files.readString(RECORDS.resolveSibling("rules/rules.md")));
        while (row.find()) {
            names.put(row.group(1), row.group(2));
        }
        return names;
    }
}
