package quorate.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorate.model.Words;
import quorate.source.Location;

/** A C4 model as it is read: elements, what they say of each other, and how many instances a deployment has. */
public final class C4Model {

    /** A relationship; its texts are empty where nothing is written. */
    public record Relation(C4Element from, C4Element to, Location at, String description, String technology, boolean async) {}

    /**
     * Instances of one element on one node of a deployment.
     *
     * @param count how many; empty when it is a range or no number
     * @param node identifies the place in the tree of nodes
     * @param place id of the innermost fault domain around it, where the deployment draws one
     */
    public record Instance(
            String environment, C4Element element, Optional<Integer> count, String node, Optional<String> place, Location at) {

        /** An instance of which no fault domain is drawn. */
        Instance(String environment, C4Element element, Optional<Integer> count, String node, Location at) {
            this(environment, element, count, node, Optional.empty(), at);
        }
    }

    /** A node of a deployment whose kind says that what it holds fails together; {@code parent} is the one around it. */
    public record Place(String id, String name, Words.DomainKind kind, Optional<String> parent, Location at) {}

    /** A relationship between two nodes of a deployment. */
    public record Between(String environment, String from, String to, String description, Location at) {}

    private final Map<String, C4Element> elements = new LinkedHashMap<>();
    public final List<Relation> relations = new ArrayList<>();
    public final List<Instance> instances = new ArrayList<>();
    public final List<Between> between = new ArrayList<>();
    /** Fault domains of the deployments, by environment and id. */
    public final Map<String, Map<String, Place>> places = new LinkedHashMap<>();
    /** Shapes of the styles, by tag. */
    final Map<String, String> shapes = new LinkedHashMap<>();

    /** The element of that place and name, made when it is new. */
    public C4Element element(C4Element.Level level, String name, Location at, Optional<C4Element> parent) {
        C4Element made = new C4Element(level, name, at, parent);
        return elements.computeIfAbsent(made.path(), k -> made);
    }

    /** The element of that id, made when it is new. */
    public C4Element element(C4Element.Level level, String name, Location at, Optional<C4Element> parent, String id) {
        C4Element made = new C4Element(level, name, at, parent, Optional.of(id));
        return elements.computeIfAbsent(made.path(), k -> made);
    }

    public List<C4Element> elements() {
        return List.copyOf(elements.values());
    }

    /** Keeps of the instances that several files state for one element the first file's: they describe the same deployment. */
    void describedOnce() {
        Map<String, String> first = new HashMap<>();
        instances.removeIf(i -> !first.computeIfAbsent(
                i.environment() + "\n" + i.element().path(), k -> i.at().file()).equals(i.at().file()));
    }
}
