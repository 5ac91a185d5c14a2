package quorate.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorate.importer.C4Element.Level;
import quorate.source.Limits;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;

/**
 * Reads a workspace of Structurizr as JSON, which is what its DSL becomes, into the same model. Relationships that follow from
 * others are left out: the file marks them with the one that they follow from.
 */
final class WorkspaceJson {

    private final C4Model model;
    private final Problems problems;
    private final Expect expect;
    private final Map<String, C4Element> byId = new HashMap<>();
    private final Map<String, String> nodes = new HashMap<>();
    /** What may state relationships, with the environment it belongs to; empty for elements of the model. */
    private final Map<Node, String> sources = new LinkedHashMap<>();

    WorkspaceJson(C4Model model, Problems problems) {
        this.model = model;
        this.problems = problems;
        this.expect = new Expect(problems);
    }

    static boolean accepts(SourceFile file) {
        return file.extension().equals("json") && file.text().contains("\"softwareSystems\"")
                && file.text().contains("\"model\"");
    }

    void read(SourceFile file, Limits limits) {
        for (Node document : Documents.of(file, limits, problems)) {
            Node root = document.field("model").orElse(document);
            items(root, "people").forEach(person -> element(Level.PERSON, person, Optional.empty()));
            items(root, "softwareSystems").forEach(system -> element(Level.SYSTEM, system, Optional.empty()));
            items(root, "customElements").forEach(other -> element(Level.OTHER, other, Optional.empty()));
            items(root, "deploymentNodes").forEach(node -> node(node, "", Optional.of(1)));
            styles(document);
            sources.forEach(this::relations);
        }
    }

    private List<Node> items(Node node, String field) {
        return expect.items(node.field(field), field);
    }

    private void element(Level level, Node node, Optional<C4Element> parent) {
        String name = text(node, "name");
        if (name.isBlank()) {
            problems.warning(node.at(), "an element has no name", "Give it one.");
            return;
        }
        C4Element element = model.element(level, name, node.field("name").orElse(node).at(), parent);
        byId.put(text(node, "id"), element);
        sources.put(node, "");
        element.technology = written(node, "technology").or(() -> element.technology);
        element.description = written(node, "description").or(() -> element.description);
        element.tags.addAll(tags(node));
        items(node, "containers").forEach(container -> element(Level.CONTAINER, container, Optional.of(element)));
        items(node, "components").forEach(component -> element(Level.COMPONENT, component, Optional.of(element)));
    }

    private static List<String> tags(Node node) {
        List<String> tags = new ArrayList<>();
        for (String tag : text(node, "tags").split(",")) {
            if (!tag.isBlank()) {
                tags.add(tag.strip().toLowerCase(Locale.ROOT));
            }
        }
        return tags;
    }

    private void node(Node node, String above, Optional<Integer> factor) {
        String path = above + "/" + text(node, "name");
        String environment = text(node, "environment");
        nodes.put(text(node, "id"), path);
        sources.put(node, environment);
        String written = text(node, "instances");
        Optional<Integer> own = written.isBlank()
                ? Optional.of(1)
                : Optional.of(written).filter(w -> w.matches("[0-9]{1,4}")).map(Integer::valueOf);
        Optional<Integer> all = own.flatMap(n -> factor.filter(f -> f < 100_000).map(f -> n * f));
        for (String kind : List.of("container", "softwareSystem")) {
            for (Node instance : items(node, kind + "Instances")) {
                C4Element element = byId.get(text(instance, kind + "Id"));
                if (element != null) {
                    Location at = instance.field(kind + "Id").orElse(instance).at();
                    model.instances.add(new C4Model.Instance(environment, element, all, path, at));
                }
            }
        }
        items(node, "children").forEach(child -> node(child, path, all));
    }

    private void relations(Node source, String environment) {
        for (Node relation : items(source, "relationships")) {
            if (!text(relation, "linkedRelationshipId").isBlank()) {
                continue;
            }
            String from = text(relation, "sourceId").isBlank() ? text(source, "id") : text(relation, "sourceId");
            String to = text(relation, "destinationId");
            Location at = relation.field("destinationId").orElse(relation).at();
            if (nodes.containsKey(from) && nodes.containsKey(to)) {
                model.between.add(new C4Model.Between(environment, nodes.get(from), nodes.get(to), text(relation,
                        "description"), at));
            } else if (byId.containsKey(from) && byId.containsKey(to)) {
                boolean async = text(relation, "interactionStyle").equalsIgnoreCase("Asynchronous")
                        || tags(relation).stream().anyMatch(Set.of("asynchronous", "async")::contains);
                model.relations.add(new C4Model.Relation(
                        byId.get(from), byId.get(to), at, text(relation, "description"), text(relation, "technology"), async));
            } else if (environment.isEmpty()) {
                problems.warning(at, "a relationship leads to '" + to + "', which is no element that is read",
                        "Name one by its id.");
            }
        }
    }

    private void styles(Node document) {
        for (Node style : expect.items(document.path("views", "configuration", "styles", "elements"), "styles")) {
            if (!text(style, "tag").isBlank() && !text(style, "shape").isBlank()) {
                model.shapes.put(text(style, "tag").toLowerCase(Locale.ROOT), text(style, "shape").toLowerCase(Locale.ROOT));
            }
        }
    }

    private static Optional<Written> written(Node node, String field) {
        return node.field(field).flatMap(n -> n.text().filter(text -> !text.isBlank()).map(text -> new Written(text, n.at())));
    }

    private static String text(Node node, String field) {
        return node.field(field).flatMap(Node::text).orElse("");
    }
}
