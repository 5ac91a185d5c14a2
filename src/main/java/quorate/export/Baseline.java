package quorate.export;

import static quorate.export.JsonText.object;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import quorate.model.Kind;
import quorate.review.Finding;
import quorate.review.Review;

/**
 * Findings that were there before and therefore fail no gate: those of a committed file, or those of an earlier revision.
 * A finding is known by its project, rule and subject, so that neither a moved line nor another wording makes it new.
 *
 * @param known by the line that stands for each in the file, in the order of the file
 */
public record Baseline(SortedMap<String, Entry> known) {

    /** Nothing was there before. */
    public static final Baseline NONE = new Baseline(List.of());

    /**
     * A finding that was there.
     *
     * @param kind word for the kind of the subject, such as {@code link}
     */
    public record Entry(String project, String rule, String kind, String subject) {

        static Entry of(String project, Finding finding) {
            return new Entry(project, finding.rule().id(), finding.subject().kind().word(), finding.subject().id());
        }

        /** {@code online-shop: timeout-missing@cart -> catalog}. */
        public String words() {
            return project + ": " + rule + "@" + subject;
        }

        private String line() {
            String fingerprint = Fingerprint.of(rule, kind, subject);
            return object().put("project", project).put("rule", rule).put("kind", kind).put("subject", subject)
                    .put("fingerprint", fingerprint).toString();
        }
    }

    public Baseline {
        known = Collections.unmodifiableSortedMap(new TreeMap<>(known));
    }

    public Baseline(List<Entry> entries) {
        this(byLine(entries));
    }

    private static SortedMap<String, Entry> byLine(List<Entry> entries) {
        SortedMap<String, Entry> lines = new TreeMap<>();
        entries.forEach(entry -> lines.put(entry.line(), entry));
        return lines;
    }

    /** What is wrong in the reviews and not accepted. */
    public static Baseline of(List<Review> reviews) {
        List<Entry> entries = new ArrayList<>();
        reviews.forEach(review -> review.wrong().stream()
                .filter(finding -> finding.acceptance().isEmpty())
                .forEach(finding -> entries.add(Entry.of(review.project(), finding))));
        return new Baseline(entries);
    }

    /** Reads what {@link #text} wrote, in any order of lines, lines that are not of that form left out. */
    public static Baseline read(String text) {
        return new Baseline(text.lines().flatMap(line -> entry(line).stream()).toList());
    }

    /** Number of the first line that {@link #text} would not write; 0 when there is none. */
    public static int badLine(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && entry(lines.get(i)).isEmpty()) {
                return i + 1;
            }
        }
        return 0;
    }

    private static Optional<Entry> entry(String line) {
        try {
            JsonNode node = Lines.JSON.readTree(line);
            Entry entry = new Entry(text(node, "project"), text(node, "rule"), text(node, "kind"), text(node, "subject"));
            boolean whole = isKind(entry.kind()) && !entry.project().isEmpty() && !entry.rule().isEmpty() && !entry.subject().isEmpty()
                    && text(node, "fingerprint").equals(Fingerprint.of(entry.rule(), entry.kind(), entry.subject()));
            return whole ? Optional.of(entry) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static boolean isKind(String word) {
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    /** A line of JSON for each finding, sorted, so that a file that is committed changes only where a finding did. */
    public String text() {
        StringBuilder text = new StringBuilder();
        known.keySet().forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Whether the finding was there. */
    public boolean has(String project, Finding finding) {
        return known.containsKey(Entry.of(project, finding).line());
    }

    /** Those of these projects. */
    public Baseline of(Collection<String> projects) {
        return new Baseline(known.values().stream().filter(entry -> projects.contains(entry.project())).toList());
    }

    /** Those of this one and of the other together. */
    public Baseline plus(Baseline other) {
        List<Entry> all = new ArrayList<>(known.values());
        all.addAll(other.known.values());
        return new Baseline(all);
    }

    /** Those that the other has too. */
    public Baseline within(Baseline other) {
        return new Baseline(entries(line -> other.known.containsKey(line)));
    }

    /** Those that the other has not. */
    public Baseline without(Baseline other) {
        return new Baseline(entries(line -> !other.known.containsKey(line)));
    }

    private List<Entry> entries(Predicate<String> which) {
        return known.entrySet().stream().filter(e -> which.test(e.getKey())).map(Map.Entry::getValue).toList();
    }

    /** Made only when a file is read, since it is slow to make. */
    private static final class Lines {
        static final ObjectMapper JSON = new ObjectMapper();
    }
}
