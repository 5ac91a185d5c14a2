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
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.Spelling;

/** Validates one document and says each error in the words of the person who wrote it. */
final class SchemaCheck {

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
        Location keyAt = keyPlace(document, path, node);
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
            wrongValue(node, path, keyAt, here, problems);
        }
    }

    private void unknownField(Node node, List<String> path, String name, Problems problems) {
        Location at = node instanceof Node.Fields fields ? fields.keyAt(name) : node.at();
        Set<String> allowed = new TreeSet<>(SchemaPath.properties(tree, path));
        problems.error(at, where(path) + "unknown field '" + name + "'", Spelling.hint(name, allowed));
    }

    private void wrongValue(Node node, List<String> path, Location keyAt, List<Error> here, Problems problems) {
        String name = path.isEmpty() ? "the document" : "'" + path.get(path.size() - 1) + "'";
        boolean aboutName = here.stream().anyMatch(e -> e.getEvaluationPath().toString().contains("propertyNames"));
        if (aboutName) {
            problems.error(
                    keyAt, where(path) + "an id that is no id", "Ids have letters, digits, '-', '_' and '.', no spaces.");
            return;
        }
        String found = node instanceof Node.Scalar scalar && scalar.type() != Node.Type.NULL
                ? "'" + scalar.value() + "'"
                : node.kind();
        String expected = SchemaPath.expected(tree, path);
        String written = node instanceof Node.Scalar scalar ? scalar.value() : "";
        List<String> words = SchemaPath.words(tree, path);
        String meant = Spelling.nearest(written, words)
                .map(word -> "Did you mean '" + word + "'? ")
                .orElse("");
        problems.error(
                node.at(),
                parent(path) + name + " is " + found + "; expected " + expected,
                (meant + SchemaPath.help(tree, path)).trim());
    }

    private static String where(List<String> path) {
        return path.isEmpty() ? "" : String.join(".", path) + ": ";
    }

    private static String parent(List<String> path) {
        return path.size() < 2 ? "" : String.join(".", path.subList(0, path.size() - 1)) + ": ";
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

    private static Location keyPlace(Node document, List<String> path, Node node) {
        if (path.isEmpty()) {
            return node.at();
        }
        Node parent = find(document, path.subList(0, path.size() - 1));
        return parent instanceof Node.Fields fields ? fields.keyAt(path.get(path.size() - 1)) : node.at();
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
