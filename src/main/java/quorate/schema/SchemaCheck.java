package quorate.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Vocabulary;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.Spelling;

/** Validates one document and says each error in the words of the person who wrote it. */
final class SchemaCheck {

    private static final int LONGEST = 60;

    private final Schema schema;
    private final JsonNode tree;

    SchemaCheck(Schema schema, JsonNode tree) {
        this.schema = schema;
        this.tree = tree;
    }

    void check(Node document, Problems problems) {
        List<Error> errors = schema.validate(Trees.json(document));
        Map<List<String>, List<Error>> byPlace = new LinkedHashMap<>();
        errors.forEach(error -> byPlace.computeIfAbsent(path(error), p -> new ArrayList<>()).add(error));
        byPlace.forEach((path, here) -> {
            if (!explainedDeeper(path, here, byPlace)) {
                report(document, path, here, problems);
            }
        });
    }

    /** An alternative that fails inside says more than the alternatives that fail at once. */
    private static boolean explainedDeeper(
            List<String> path, List<Error> here, Map<List<String>, List<Error>> byPlace) {
        boolean plain = here.stream()
                .noneMatch(error -> Set.of("additionalProperties", "required").contains(error.getKeyword()));
        return plain
                && byPlace.keySet().stream()
                        .anyMatch(other -> other.size() > path.size()
                                && other.subList(0, path.size()).equals(path));
    }

    private void report(Node document, List<String> path, List<Error> here, Problems problems) {
        Node node = find(document, path);
        boolean said = false;
        for (Error error : here) {
            switch (error.getKeyword()) {
                case "additionalProperties", "unevaluatedProperties" -> {
                    unknownField(node, path, error.getProperty(), problems);
                    said = true;
                }
                case "required" -> {
                    problems.error(
                            node.at(),
                            where(path) + "lacks '" + error.getProperty() + "'",
                            SchemaPath.help(tree, append(path, error.getProperty())));
                    said = true;
                }
                default -> {
                    // said once below, for all alternatives together
                }
            }
        }
        if (!said) {
            wrongValue(node, path, here, problems);
        }
    }

    private void unknownField(Node node, List<String> path, String name, Problems problems) {
        Location at = node instanceof Node.Fields fields ? fields.keyAt(name) : node.at();
        Set<String> allowed = new TreeSet<>(SchemaPath.properties(tree, path));
        problems.error(at, where(path) + "unknown field '" + shortened(name) + "'", Spelling.hint(name, allowed));
    }

    private static void wrongIds(Node.Fields node, List<String> path, Problems problems) {
        for (String id : node.values().keySet()) {
            if (!id.matches(Vocabulary.ID_PATTERN)) {
                problems.error(
                        node.keyAt(id),
                        where(path) + "'" + shortened(id) + "' is no id",
                        "Ids have letters, digits, '-', '_' and '.', no spaces, and start with a letter or digit."
                                + " What people read is written as its 'name'.");
            }
        }
    }

    private void wrongValue(Node node, List<String> path, List<Error> here, Problems problems) {
        boolean aboutIds = here.stream().anyMatch(e -> e.getEvaluationPath().toString().contains("propertyNames"));
        if (aboutIds && node instanceof Node.Fields fields) {
            wrongIds(fields, path, problems);
            return;
        }
        String found = node instanceof Node.Scalar scalar && scalar.type() != Node.Type.NULL
                ? "'" + shortened(scalar.value()) + "'"
                : node instanceof Node.Items items && items.items().isEmpty() ? "an empty list" : node.kind();
        String expected = SchemaPath.expected(tree, path);
        String written = node instanceof Node.Scalar scalar ? scalar.value() : "";
        List<String> words = SchemaPath.words(tree, path);
        String meant = Spelling.nearest(written, words)
                .map(word -> "Did you mean '" + word + "'? ")
                .orElse("");
        problems.error(
                node.at(),
                name(path) + " is " + found + "; expected " + expected,
                (meant + SchemaPath.help(tree, path)).trim());
    }

    private static String name(List<String> path) {
        if (path.isEmpty()) {
            return "the document";
        }
        String last = path.get(path.size() - 1);
        return last.matches("[0-9]+") && path.size() > 1 ? written(path) : parent(path) + "'" + shortened(last) + "'";
    }

    private static String where(List<String> path) {
        return path.isEmpty() ? "" : written(path) + ": ";
    }

    private static String parent(List<String> path) {
        return path.size() < 2 ? "" : written(path.subList(0, path.size() - 1)) + ": ";
    }

    /** {@code links[1].timeout}. */
    private static String written(List<String> path) {
        StringBuilder written = new StringBuilder();
        for (String step : path) {
            boolean index = step.matches("[0-9]+") && written.length() > 0;
            written.append(index ? "[" + step + "]" : (written.length() > 0 ? "." : "") + shortened(step));
        }
        return written.toString();
    }

    private static String shortened(String value) {
        return value.length() > LONGEST ? value.substring(0, LONGEST) + "..." : value;
    }

    private static List<String> append(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    private static List<String> path(Error error) {
        NodePath at = error.getInstanceLocation();
        List<String> path = new ArrayList<>();
        for (int i = 0; i < at.getNameCount(); i++) {
            path.add(String.valueOf(at.getElement(i)));
        }
        return path;
    }

    private static Node find(Node document, List<String> path) {
        Node node = document;
        for (String step : path) {
            Node next = child(node, step);
            if (next == null) {
                return node;
            }
            node = next;
        }
        return node;
    }

    private static Node child(Node node, String step) {
        if (node instanceof Node.Fields fields) {
            return fields.values().get(step);
        }
        if (node instanceof Node.Items items && step.matches("[0-9]{1,9}")) {
            int index = Integer.parseInt(step);
            return index < items.items().size() ? items.items().get(index) : null;
        }
        return null;
    }
}
