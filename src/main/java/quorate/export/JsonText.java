package quorate.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** JSON trees, and their text: indented by two, lines ended by LF on every system. */
final class JsonText {

    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final Separators TIGHT = Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    private static final ObjectWriter WRITER = new ObjectMapper()
            .writer(new DefaultPrettyPrinter(TIGHT).withObjectIndenter(INDENT).withArrayIndenter(INDENT));

    private JsonText() {}

    static String of(JsonNode tree) {
        try {
            return WRITER.writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode object() {
        return JSON.objectNode();
    }

    /** An array with one element for each value. */
    static <T> ArrayNode array(Collection<? extends T> values, Function<? super T, JsonNode> element) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(value -> array.add(element.apply(value)));
        return array;
    }

    static ArrayNode texts(Collection<String> values) {
        return array(values, JSON::textNode);
    }

    /** Sets the field unless the text is empty. */
    static void put(ObjectNode object, String name, String text) {
        if (!text.isEmpty()) {
            object.put(name, text);
        }
    }

    /** Sets the field if there is a value. */
    static <T> void put(ObjectNode object, String name, Optional<T> value, Function<? super T, JsonNode> element) {
        value.ifPresent(v -> object.set(name, element.apply(v)));
    }
}
