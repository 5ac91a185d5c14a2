package quorate.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import quorate.source.Location;
import quorate.source.Node;

/** Binds documents that a schema has accepted to records whose components are named as the fields, in camel case. */
public final class Binding {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Binding() {}

    /** Records as JSON text that {@link #unpack} reads back. */
    public static byte[] pack(Object records) {
        try {
            return MAPPER.writeValueAsBytes(records);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + records.getClass().getSimpleName(), e);
        }
    }

    /**
     * Records from JSON text that {@link #pack} wrote.
     *
     * @throws IOException when it is something else
     */
    public static <T> T unpack(byte[] json, Class<T> type) throws IOException {
        return MAPPER.readValue(json, type);
    }

    /**
     * A list of records from JSON text that {@link #pack} wrote of one.
     *
     * @throws IOException when it is something else
     */
    public static <T> List<T> unpackList(byte[] json, Class<T> type) throws IOException {
        return MAPPER.readerForListOf(type).readValue(json);
    }

    /**
     * Binds the document together with values that it does not hold itself: its id, its place, its prose.
     *
     * @throws IllegalStateException when the record does not fit the schema, which is an error of ours
     */
    public static <T> T bind(Node document, Map<String, String> more, Location at, Class<T> type) {
        JsonNode tree = Trees.json(document);
        if (tree instanceof ObjectNode object) {
            more.forEach(object::put);
            object.putPOJO("at", at);
        }
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot bind " + at + " to " + type.getSimpleName(), e);
        }
    }
}
