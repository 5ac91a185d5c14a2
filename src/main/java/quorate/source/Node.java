package quorate.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value read from YAML or JSON, with the place where it was written. */
public sealed interface Node permits Node.Scalar, Node.Items, Node.Fields {

    Location at();

    /** What kind of node it is, in the words of an error message. */
    String kind();

    /** The scalar's text, or nothing if this is a list or a mapping, or null. */
    default Optional<String> text() {
        return Optional.empty();
    }

    /** The list's items; nothing when this is no list. */
    default List<Node> items() {
        return List.of();
    }

    /** The mapping's field of that name, or nothing when this is no mapping or has no such field. */
    default Optional<Node> field(String name) {
        return Optional.empty();
    }

    /** Follows field names downwards. */
    default Optional<Node> path(String... names) {
        Optional<Node> node = Optional.of(this);
        for (String name : names) {
            node = node.flatMap(n -> n.field(name));
        }
        return node;
    }

    /** What a plain scalar means by the core rules of YAML 1.2, with the booleans of 1.1 that compose files use. */
    enum Type {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /**
     * A single value.
     *
     * @param value as written, without quotes
     */
    record Scalar(String value, Type type, Location at) implements Node {
        @Override
        public String kind() {
            return switch (type) {
                case STRING -> "text";
                case INTEGER, NUMBER -> "a number";
                case BOOLEAN -> "true or false";
                case NULL -> "nothing";
            };
        }

        @Override
        public Optional<String> text() {
            return type == Type.NULL ? Optional.empty() : Optional.of(value);
        }
    }

    /** A list. */
    record Items(List<Node> items, Location at) implements Node {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A mapping in the order of the file.
     *
     * @param keys where each key was written
     */
    record Fields(Map<String, Node> values, Map<String, Location> keys, Location at) implements Node {
        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }

        @Override
        public String kind() {
            return "a mapping";
        }

        @Override
        public Optional<Node> field(String name) {
            return Optional.ofNullable(values.get(name));
        }

        /** Where the key was written, or the mapping's own place when it has no such key. */
        public Location keyAt(String name) {
            return keys.getOrDefault(name, at);
        }
    }
}
