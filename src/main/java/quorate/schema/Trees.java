package quorate.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import quorate.source.Node;

/** A document as the JSON tree that a schema validator takes. */
final class Trees {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> TRUE = Set.of("true", "yes", "on");

    private Trees() {}

    static JsonNode json(Node node) {
        if (node instanceof Node.Fields fields) {
            ObjectNode object = JSON.objectNode();
            fields.values().forEach((key, value) -> object.set(key, json(value)));
            return object;
        }
        if (node instanceof Node.Items items) {
            ArrayNode array = JSON.arrayNode();
            items.items().forEach(item -> array.add(json(item)));
            return array;
        }
        return scalar((Node.Scalar) node);
    }

    /**
     * The same of maps, lists, texts, numbers and truth values.
     *
     * @throws IllegalArgumentException for a value of another kind
     */
    static JsonNode json(Object value) {
        if (value instanceof Map<?, ?> fields) {
            ObjectNode object = JSON.objectNode();
            fields.forEach((name, field) -> object.set((String) name, json(field)));
            return object;
        }
        if (value instanceof Collection<?> items) {
            ArrayNode array = JSON.arrayNode();
            items.forEach(item -> array.add(json(item)));
            return array;
        }
        if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        if (value instanceof Integer number) {
            return JSON.numberNode(number);
        }
        if (value instanceof String text) {
            return JSON.textNode(text);
        }
        throw new IllegalArgumentException("no JSON for " + value);
    }

    private static JsonNode scalar(Node.Scalar scalar) {
        return switch (scalar.type()) {
            case NULL -> JSON.nullNode();
            case BOOLEAN -> JSON.booleanNode(TRUE.contains(scalar.value().toLowerCase(Locale.ROOT)));
            case INTEGER -> JSON.numberNode(new BigInteger(scalar.value()));
            case NUMBER -> JSON.numberNode(new BigDecimal(scalar.value()));
            case STRING -> JSON.textNode(scalar.value());
        };
    }
}
