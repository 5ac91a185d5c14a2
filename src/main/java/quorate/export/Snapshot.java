package quorate.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import quorate.review.Review;

/**
 * What an analysis states, one line a statement, so that two analyses of a project can be compared. Made from the published
 * form of the analysis, so that a kept {@code analysis.json} and a fresh review are read by one reader.
 */
public record Snapshot(List<Statement> statements) {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    public Snapshot {
        statements = List.copyOf(statements);
    }

    /** What is stated about, in the order in which changes are told. */
    public enum Matter {
        FINDING("finding"),
        SCENARIO("scenario"),
        RECOVERY("recovery time"),
        DATA("data effect"),
        GUARANTEE("guarantee"),
        PATTERN("pattern"),
        PART("part"),
        FACT("fact");

        private final String words;

        Matter(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * One statement.
     *
     * @param id stable over revisions, unique within its matter
     * @param parent id of the scenario or part to which it belongs; with that it comes and goes without being told
     * @param subject what it is about, in words
     * @param value what is stated, in words
     */
    public record Statement(Matter matter, String id, String parent, String subject, String value) {
        private String key() {
            return matter.ordinal() + " " + id;
        }
    }

    /**
     * A statement that differs between two analyses.
     *
     * @param before empty when it came
     * @param after empty when it went
     */
    public record Change(Matter matter, String subject, String before, String after) {}

    /** What the review states. */
    public static Snapshot of(Review review) {
        return of(AnalysisJson.stated(review));
    }

    /** What a published {@code analysis.json} states; nothing when it is none, or of another form than ours. */
    public static Optional<Snapshot> ofAnalysis(String json) {
        try {
            JsonNode tree = new ObjectMapper().readTree(json);
            boolean ours = tree != null && tree.path("schemaVersion").asInt() == AnalysisJson.SCHEMA_VERSION;
            return ours ? Optional.of(of(tree)) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Reads what {@link #text} wrote; nothing when a line is not of that form. */
    public static Optional<Snapshot> read(String text) {
        List<Statement> statements = new ArrayList<>();
        for (String line : text.split("\n")) {
            String[] parts = line.split("\t", -1);
            Optional<Matter> matter = matter(parts[0]);
            if (parts.length != 5 || matter.isEmpty()) {
                return Optional.empty();
            }
            statements.add(new Statement(matter.get(), parts[1], parts[2], parts[3], parts[4]));
        }
        return Optional.of(new Snapshot(statements));
    }

    private static Optional<Matter> matter(String name) {
        for (Matter matter : Matter.values()) {
            if (matter.name().equals(name)) {
                return Optional.of(matter);
            }
        }
        return Optional.empty();
    }

    /** The statements as lines, their parts separated by tabs. */
    public String text() {
        StringJoiner text = new StringJoiner("\n", "", "\n");
        statements.forEach(s -> text.add(String.join("\t", s.matter().name(), s.id(), s.parent(), s.subject(), s.value())));
        return text.toString();
    }

    /** What changed since an earlier analysis, by matter. */
    public List<Change> since(Snapshot earlier) {
        Map<String, Statement> before = earlier.byKey();
        Map<String, Statement> after = byKey();
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        Set<String> stay = new TreeSet<>();
        before.values().stream().map(Statement::id).forEach(stay::add);
        Set<String> now = new TreeSet<>();
        after.values().stream().map(Statement::id).forEach(now::add);
        stay.retainAll(now);
        List<Change> changes = new ArrayList<>();
        for (String key : keys) {
            Statement old = before.get(key);
            Statement fresh = after.get(key);
            Statement any = fresh == null ? old : fresh;
            String was = old == null ? "" : old.value();
            String is = fresh == null ? "" : fresh.value();
            boolean alone = any.parent().isEmpty() || stay.contains(any.parent());
            if (!was.equals(is) && alone && isTold(any.matter(), was, is)) {
                changes.add(new Change(any.matter(), any.subject(), was, is));
            }
        }
        return changes;
    }

    /** An answer that came or went matters when something is, or was, wrong. */
    private static boolean isTold(Matter matter, String before, String after) {
        return matter != Matter.FINDING || isWrong(before) || isWrong(after);
    }

    private static boolean isWrong(String answer) {
        return answer.startsWith("violated") || answer.startsWith("presumed");
    }

    private Map<String, Statement> byKey() {
        Map<String, Statement> all = new TreeMap<>();
        statements.forEach(s -> all.putIfAbsent(s.key(), s));
        return all;
    }

    private static Snapshot of(JsonNode analysis) {
        List<Statement> all = new ArrayList<>();
        analysis.path("findings").forEach(f -> finding(all, f));
        analysis.path("scenarios").forEach(s -> scenario(all, s));
        analysis.path("positions").forEach(p -> position(all, p));
        analysis.path("selections").forEach(s -> selection(all, s));
        analysis.path("model").forEach(section -> {
            if (section instanceof ArrayNode subjects) {
                subjects.forEach(subject -> part(all, subject));
            } else {
                part(all, section);
            }
        });
        return new Snapshot(all);
    }

    private static void add(List<Statement> all, Matter matter, String id, String parent, String subject, String value) {
        all.add(new Statement(matter, flat(id), flat(parent), flat(subject), flat(value)));
    }

    private static String flat(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static void finding(List<Statement> all, JsonNode finding) {
        String outcome = text(finding, "outcome");
        if (!outcome.equals("does not apply")) {
            String wrong = isWrong(outcome) ? outcome + ", " + text(finding, "severity") : outcome;
            add(all, Matter.FINDING, text(finding, "id"), "", text(finding, "title") + ": " + text(finding.path("subject"), "title"),
                    wrong + (finding.has("accepted") ? ", accepted" : ""));
        }
    }

    private static void scenario(List<Statement> all, JsonNode scenario) {
        String id = "scenario " + text(scenario, "id");
        String title = text(scenario.path("failure"), "title");
        add(all, Matter.SCENARIO, id, "", title, range(scenario.path("state")));
        add(all, Matter.RECOVERY, id, id, title, text(scenario.path("recovery"), "text"));
        Map<String, List<String>> effects = new LinkedHashMap<>();
        scenario.path("data").forEach(data -> {
            List<String> words = new ArrayList<>();
            data.path("effects").forEach(effect -> words.add(effect.asText()));
            List<String> more = new ArrayList<>();
            data.path("possible").forEach(effect -> more.add(effect.asText()));
            more.removeAll(words);
            String loss = text(data, "loss");
            String side = text(data, "side");
            effects.computeIfAbsent(text(data.path("domain"), "title") + (side.isEmpty() ? "" : " (from " + side + ")"), k -> new ArrayList<>())
                    .add(String.join(", ", words) + (more.isEmpty() ? "" : ", at worst also " + String.join(", ", more)) + (loss.isEmpty() ? "" : " (" + loss + ")"));
        });
        effects.forEach((domain, words) -> add(all, Matter.DATA, id + " " + domain, id, title + ": " + domain, String.join("; ", words)));
    }

    private static String range(JsonNode range) {
        String best = text(range, "best");
        String worst = text(range, "worst");
        return best.equals(worst) ? best : best + " to " + worst;
    }

    private static void position(List<Statement> all, JsonNode position) {
        List<String> words = new ArrayList<>(List.of(text(position, "cap")));
        if (position.has("offered")) {
            words.add("offers " + text(position, "offered"));
        }
        if (position.has("underPartition")) {
            words.add("under partition: " + text(position, "underPartition"));
        }
        add(all, Matter.GUARANTEE, text(position.path("domain"), "id"), "", text(position.path("domain"), "title"), String.join("; ", words));
    }

    private static void selection(List<Statement> all, JsonNode selection) {
        String selected = text(selection, "selected");
        String used = text(selection, "inUse");
        String value = (selected.isEmpty() ? "none selected" : selected + " selected") + (used.isEmpty() ? "" : ", " + used + " in use");
        add(all, Matter.PATTERN, text(selection, "concern") + "/" + text(selection.path("subject"), "id"), "",
                text(selection, "name") + ": " + text(selection.path("subject"), "title"), value);
    }

    private static void part(List<Statement> all, JsonNode subject) {
        String kind = text(subject, "kind");
        String id = "part " + kind + "/" + text(subject, "id");
        String title = text(subject, "title");
        add(all, Matter.PART, id, "", title, kind);
        subject.path("facts").forEach(fact -> {
            String key = text(fact, "key");
            add(all, Matter.FACT, id + " " + key, id, title + ": " + key, text(fact, "value"));
        });
    }
}
