package quorate.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what a schema says about a place in a document, for error messages. */
final class SchemaPath {

    /** The patterns of the published schemas, in words. */
    private static final Map<String, String> FORMS = Map.of(
            "^[0-9]+(\\.[0-9]+)?(us|ms|s|m|h|d)$", "a duration with its unit, such as 500ms, 30s or 2h",
            "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$", "a percentage, such as 99.95%",
            "^[0-9]+(\\.[0-9]+)?/(s|min|h|d)$", "a rate, such as 120/s",
            "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "a day, such as 2026-03-31",
            "^[a-z0-9]+(-[a-z0-9]+)*$", "a kebab-case id");

    private SchemaPath() {}

    /** The names that are allowed below the place. */
    static Set<String> properties(JsonNode schema, List<String> path) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode here : at(schema, path)) {
            here.path("properties").fieldNames().forEachRemaining(names::add);
        }
        return names;
    }

    /** What may stand at the place, in words. */
    static String expected(JsonNode schema, List<String> path) {
        Set<String> said = new LinkedHashSet<>();
        for (JsonNode here : at(schema, path)) {
            if (!here.has("anyOf")) {
                said.add(describe(here));
            }
        }
        said.remove("");
        return said.isEmpty() ? "something else" : String.join(", or ", said);
    }

    /** The words of a closed list that may stand at the place. */
    static List<String> words(JsonNode schema, List<String> path) {
        List<String> words = new ArrayList<>();
        for (JsonNode here : at(schema, path)) {
            here.path("enum").forEach(word -> words.add(word.asText()));
        }
        return words;
    }

    /** Description and example of the place; empty when the schema has none. */
    static String help(JsonNode schema, List<String> path) {
        for (JsonNode here : at(schema, path)) {
            if (here.has("description")) {
                return here.get("description").asText() + example(here.path("examples"), path);
            }
        }
        return "";
    }

    private static String example(JsonNode examples, List<String> path) {
        if (examples.isEmpty() || path.isEmpty()) {
            return "";
        }
        List<String> words = new ArrayList<>();
        examples.get(0).forEach(word -> words.add(word.asText()));
        String value = words.isEmpty() ? examples.get(0).asText() : "[" + String.join(", ", words) + "]";
        return " Example: " + path.get(path.size() - 1) + ": " + value;
    }

    private static String describe(JsonNode schema) {
        if (schema.has("enum")) {
            List<String> words = new ArrayList<>();
            schema.get("enum").forEach(word -> words.add(word.asText()));
            words.remove("false");
            if (words.equals(List.of("none", "unknown"))) {
                return "none, or unknown";
            }
            return words.size() == 1 ? words.get(0) : "one of " + String.join(", ", words);
        }
        if (schema.has("pattern")) {
            return FORMS.getOrDefault(schema.get("pattern").asText(), "text of the form " + schema.get("pattern").asText());
        }
        return switch (schema.path("type").asText()) {
            case "integer" -> "a whole number" + range(schema);
            case "boolean" -> "true or false";
            case "array" -> "a list" + (schema.has("minItems") ? " of at least " + schema.get("minItems").asText() : "")
                    + (schema.path("uniqueItems").asBoolean() ? ", each once" : "");
            case "object" -> "a mapping";
            case "string" -> "text";
            default -> schema.path("type").isArray() ? "text" : "";
        };
    }

    private static String range(JsonNode schema) {
        return schema.has("minimum") && schema.has("maximum")
                ? " from " + schema.get("minimum").asText() + " to " + schema.get("maximum").asText()
                : "";
    }

    /** All subschemas that apply to the place, alternatives opened. */
    private static List<JsonNode> at(JsonNode schema, List<String> path) {
        List<JsonNode> here = open(List.of(schema));
        for (String step : path) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode one : here) {
                if (one.path("properties").has(step)) {
                    next.add(one.get("properties").get(step));
                } else if (one.path("additionalProperties").isObject()) {
                    next.add(one.get("additionalProperties"));
                } else if (one.has("items") && step.matches("[0-9]+")) {
                    next.add(one.get("items"));
                }
            }
            here = open(next);
        }
        return here;
    }

    private static List<JsonNode> open(List<JsonNode> schemas) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode schema : schemas) {
            all.add(schema);
            List<JsonNode> alternatives = new ArrayList<>();
            schema.path("anyOf").forEach(alternatives::add);
            all.addAll(open(alternatives));
        }
        return all;
    }
}
