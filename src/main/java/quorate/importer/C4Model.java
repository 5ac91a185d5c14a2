package quorate.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorate.source.Location;

/** A C4 model as it is read: elements, what they say of each other, and how many instances a deployment has. */
final class C4Model {

    /** A relationship; its texts are empty where nothing is written. */
    record Relation(C4Element from, C4Element to, Location at, String description, String technology, boolean async) {}

    /**
     * Instances of one element on one node of a deployment.
     *
     * @param count how many; empty when it is a range or no number
     * @param node identifies the place in the tree of nodes
     */
    record Instance(String environment, C4Element element, Optional<Integer> count, String node, Location at) {}

    /** A relationship between two nodes of a deployment. */
    record Between(String environment, String from, String to, String description, Location at) {}

    private final Map<String, C4Element> elements = new LinkedHashMap<>();
    final List<Relation> relations = new ArrayList<>();
    final List<Instance> instances = new ArrayList<>();
    final List<Between> between = new ArrayList<>();
    /** Shapes of the styles, by tag. */
    final Map<String, String> shapes = new LinkedHashMap<>();

    /** The element of that place and name, made when it is new. */
    C4Element element(C4Element.Level level, String name, Location at, Optional<C4Element> parent) {
        C4Element made = new C4Element(level, name, at, parent);
        return elements.computeIfAbsent(made.path(), k -> made);
    }

    List<C4Element> elements() {
        return List.copyOf(elements.values());
    }
}
