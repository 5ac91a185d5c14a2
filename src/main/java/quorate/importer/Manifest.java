package quorate.importer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import quorate.source.Location;
import quorate.source.Node;

/**
 * One Kubernetes object.
 *
 * @param group the API group without version; empty for the core group
 * @param namespace as written; {@code default} when none is
 */
record Manifest(String group, String kind, String namespace, String name, Node.Fields node) {

    /** An object, or nothing when the node has no kind and name. */
    static Optional<Manifest> of(Node node) {
        Optional<String> kind = node.field("kind").flatMap(Node::text);
        Optional<String> name = node.path("metadata", "name").flatMap(Node::text);
        if (kind.isEmpty() || name.isEmpty() || !(node instanceof Node.Fields fields)) {
            return Optional.empty();
        }
        String version = node.field("apiVersion").flatMap(Node::text).orElse("");
        String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
        String namespace = node.path("metadata", "namespace").flatMap(Node::text).orElse("default");
        return Optional.of(new Manifest(group, kind.get(), namespace, name.get(), fields));
    }

    /** Where its name is written. */
    Location at() {
        return node.path("metadata", "name").map(Node::at).orElse(node.at());
    }

    Optional<Node> spec(String... path) {
        return node.field("spec").flatMap(spec -> spec.path(path));
    }

    /** A mapping of texts, such as labels; what is no text is left out. */
    static Map<String, String> texts(Optional<Node> node) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (node.isPresent() && node.get() instanceof Node.Fields fields) {
            fields.values().forEach((key, value) -> value.text().ifPresent(text -> texts.put(key, text)));
        }
        return texts;
    }

    Map<String, String> annotations() {
        return texts(node.path("metadata", "annotations"));
    }
}
