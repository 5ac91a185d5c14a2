package quorate.importer.asyncapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import quorate.importer.Protocol;
import quorate.source.Node;

/**
 * The bindings of one object, with those of the traits that it applies. What the object says itself goes before its traits, and a
 * later trait before an earlier one.
 */
final class Bindings {

    private static final Map<String, String> SAME = Map.of("mqtt5", "mqtt");

    private final List<Node.Fields> layers = new ArrayList<>();
    private final References references;

    private Bindings(References references) {
        this.references = references;
    }

    /** Of a channel, an operation or a message. */
    static Bindings of(Node object, References references) {
        Bindings bindings = new Bindings(references);
        bindings.add(object);
        List<Node> traits = object.field("traits").map(Node::items).orElse(List.of());
        for (int i = traits.size() - 1; i >= 0; i--) {
            references.follow(traits.get(i)).ifPresent(bindings::add);
        }
        return bindings;
    }

    private void add(Node object) {
        object.field("bindings").flatMap(references::follow).ifPresent(node -> {
            if (node instanceof Node.Fields fields) {
                layers.add(fields);
            }
        });
    }

    /** A value below the binding of a protocol. */
    Optional<Node> value(String protocol, String... path) {
        for (Node.Fields layer : layers) {
            for (Map.Entry<String, Node> one : layer.values().entrySet()) {
                String word = one.getKey().toLowerCase(Locale.ROOT);
                Optional<Node> found = SAME.getOrDefault(word, word).equals(protocol)
                        ? references.follow(one.getValue()).flatMap(binding -> at(binding, path))
                        : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Names of topic settings have dots in them, so that each part of the path is one name. */
    private Optional<Node> at(Node binding, String... path) {
        Optional<Node> node = Optional.of(binding);
        for (String part : path) {
            node = node.flatMap(references::follow).flatMap(n -> n.field(part));
        }
        return node.flatMap(references::follow);
    }

    /** The protocols that have a binding. */
    List<Protocol> protocols() {
        List<Protocol> all = new ArrayList<>();
        layers.forEach(layer -> layer.values().keySet().stream()
                .filter(word -> !word.startsWith("x-"))
                .forEach(word -> all.add(new Protocol(word.toLowerCase(Locale.ROOT), layer.keyAt(word)))));
        return all;
    }
}
