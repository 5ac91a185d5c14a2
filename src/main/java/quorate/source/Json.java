package quorate.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON text into {@link Node}s. YAML readers refuse JSON that is indented with tabs; this one does not. */
public final class Json {

    private final SourceFile file;
    private final Problems problems;
    private int left;

    private Json(SourceFile file, Limits limits, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.left = limits.nodes();
    }

    /** The file's document, or nothing when it cannot be read; then the problem is reported. */
    public static Optional<Node> document(SourceFile file, Limits limits, Problems problems) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxDocumentLength(limits.bytes())
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(file.text())) {
            parser.nextToken();
            Node document = new Json(file, limits, problems).value(parser);
            if (parser.nextToken() != null) {
                problems.error(at(file, parser.currentTokenLocation()), "text after the end of the document", "");
            }
            return Optional.of(document);
        } catch (JsonProcessingException e) {
            problems.error(at(file, e.getLocation()), "not readable as JSON: " + plain(e.getOriginalMessage()), "");
        } catch (IOException e) {
            problems.error(file.whole(), "not readable as JSON: " + e.getMessage(), "");
        }
        return Optional.empty();
    }

    private Node value(JsonParser parser) throws IOException {
        Location at = at(file, parser.currentTokenLocation());
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("the file is empty");
        }
        if (--left < 0) {
            throw new IOException("too many values");
        }
        return switch (token) {
            case START_OBJECT -> fields(parser, at);
            case START_ARRAY -> items(parser, at);
            case VALUE_NULL -> new Node.Scalar("null", Node.Type.NULL, at);
            case VALUE_TRUE, VALUE_FALSE -> new Node.Scalar(parser.getText(), Node.Type.BOOLEAN, at);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText(), at);
            default -> new Node.Scalar(parser.getText(), Node.Type.STRING, at);
        };
    }

    private static Node number(String text, Location at) {
        if (Numbers.isInteger(text)) {
            return new Node.Scalar(text, Node.Type.INTEGER, at);
        }
        return new Node.Scalar(text, Numbers.isDecimal(text) ? Node.Type.NUMBER : Node.Type.STRING, at);
    }

    private Node items(JsonParser parser, Location at) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Node.Items(items, at);
    }

    private Node fields(JsonParser parser, Location at) throws IOException {
        Map<String, Node> values = new LinkedHashMap<>();
        Map<String, Location> keys = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Location keyAt = at(file, parser.currentTokenLocation());
            parser.nextToken();
            Node value = value(parser);
            Location before = keys.putIfAbsent(key, keyAt);
            if (before == null) {
                values.put(key, value);
            } else {
                problems.error(keyAt, "'" + key + "' is written twice", "The first is at " + before + ".");
            }
        }
        return new Node.Fields(values, keys, at);
    }

    /** Jackson's message without its hint at the source, which it does not show. */
    private static String plain(String message) {
        return message.replaceAll("\\[Source: [^;]*; line: ([0-9]+), column: ([0-9]+)]", "line $1, column $2");
    }

    private static Location at(SourceFile file, JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? file.whole()
                : new Location(file.path(), location.getLineNr(), Math.max(1, location.getColumnNr()));
    }
}
