package quorate.importer.plantuml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorate.importer.C4Element;
import quorate.importer.C4Element.Level;
import quorate.importer.C4Model;
import quorate.importer.Written;
import quorate.source.Location;
import quorate.source.Problems;

/**
 * Puts diagrams together to one C4 model. What two diagrams call the same is the same; what a deployment draws on several nodes
 * under one label is one element with several instances. Drawn once, it is not known to run once.
 */
final class Diagrams {

    private final C4Model model;
    private final Problems problems;
    private final Map<Drawn, C4Element> elements = new HashMap<>();
    private final Map<String, List<C4Element>> byName = new HashMap<>();
    private final Map<C4Element, Boolean> drawnAsBoundary = new LinkedHashMap<>();
    private final List<Drawn> loose = new ArrayList<>();

    Diagrams(C4Model model, Problems problems) {
        this.model = model;
        this.problems = problems;
    }

    void read(List<Diagram> diagrams) {
        for (boolean within : List.of(true, false)) { // those without a boundary may be some of those within one
            diagrams.forEach(d -> d.elements.values().stream()
                    .filter(drawn -> within == (drawn.parent.isPresent() && drawn.level != Level.COMPONENT))
                    .forEach(this::element));
        }
        drawnAsBoundary.forEach(C4Element::surrounds);
        looseComponents();
        Set<String> environments = new HashSet<>();
        for (Diagram diagram : diagrams) {
            String environment = environments.add(diagram.title) ? diagram.title : diagram.title + " at " + diagram.at.brief();
            instances(diagram, environment);
            relations(diagram, environment);
        }
    }

    private C4Element element(Drawn drawn) {
        C4Element known = elements.get(drawn);
        if (known != null) {
            return known;
        }
        Optional<C4Element> parent = drawn.parent.map(this::element);
        boolean part = drawn.level == Level.COMPONENT
                && drawn.parent.filter(p -> p.level == Level.CONTAINER && !p.around).isPresent();
        Level level = drawn.level == Level.COMPONENT && !part ? Level.CONTAINER : drawn.level;
        if (level != drawn.level && drawn.tags.stream().noneMatch(Set.of("database", "queue")::contains) && !drawn.external) {
            loose.add(drawn);
        }
        List<C4Element> same = byName.computeIfAbsent(level + " " + drawn.name, k -> new ArrayList<>());
        C4Element element = parent.isEmpty() && same.size() == 1
                ? same.get(0)
                : model.element(level, drawn.name, drawn.at, parent);
        if (!same.contains(element)) {
            same.add(element);
        }
        elements.put(drawn, element);
        describe(element, drawn);
        return element;
    }

    private void describe(C4Element element, Drawn drawn) {
        element.describe(drawn.technology, drawn.description);
        element.tags.addAll(drawn.tags);
        if (drawn.level != Level.PERSON && !drawn.boundary) {
            element.runByOthers(drawn.external);
        }
        boolean border = drawn.boundary && (drawn.level == Level.SYSTEM || drawn.around);
        drawnAsBoundary.merge(element, border, (one, other) -> one || other);
    }

    private void looseComponents() {
        if (!loose.isEmpty()) {
            List<String> names = loose.stream().map(d -> d.name).distinct().sorted().toList();
            String shown = String.join(", ", names.subList(0, Math.min(4, names.size()))) + (names.size() > 4 ? " ..." : "");
            problems.warning(loose.get(0).at, "components that stand in no container are read as services: " + shown,
                    "Draw a Container_Boundary around those that are parts of one.");
        }
    }

    private void instances(Diagram diagram, String environment) {
        Map<C4Element, List<Drawn>> deployed = new LinkedHashMap<>();
        diagram.elements.values().stream()
                .filter(d -> d.node.isPresent() && (d.level == Level.CONTAINER || d.level == Level.SYSTEM) && !d.boundary)
                .forEach(d -> deployed.computeIfAbsent(elements.get(d), k -> new ArrayList<>()).add(d));
        deployed.forEach((element, all) -> all.forEach(drawn -> {
            Drawn.Node node = drawn.node.get();
            boolean counted = node.several() || all.size() > 1;
            model.instances.add(new C4Model.Instance(
                    environment, element, counted ? node.factor() : Optional.empty(), path(drawn), node.place(), drawn.at));
        }));
        if (!deployed.isEmpty()) {
            model.places.put(environment, diagram.places);
        }
    }

    /** Of an instance, below its node. */
    private static String path(Drawn drawn) {
        return drawn.node.map(Drawn.Node::path).orElse("") + "/" + drawn.alias;
    }

    private void relations(Diagram diagram, String environment) {
        Set<String> asked = new HashSet<>();
        for (Drawn.Arrow arrow : diagram.arrows) {
            Optional<String> from = place(diagram, arrow.from());
            Optional<String> to = place(diagram, arrow.to());
            Drawn one = diagram.elements.get(arrow.from().text());
            Drawn other = diagram.elements.get(arrow.to().text());
            boolean nodes = one == null || other == null || elements.get(one) == elements.get(other);
            if (from.isEmpty() || to.isEmpty()) {
                unknown(from.isEmpty() ? arrow.from() : arrow.to());
            } else if (nodes) {
                model.between.add(new C4Model.Between(environment, from.get(), to.get(), arrow.label(), arrow.at()));
            } else if (!diagram.answers || !asked.contains(other.alias + "\n" + one.alias)) {
                asked.add(one.alias + "\n" + other.alias);
                model.relations.add(new C4Model.Relation(elements.get(one), elements.get(other), arrow.at(), arrow.label(),
                        arrow.technology(), arrow.async()));
            }
        }
    }

    /** Where an end of an arrow stands: the path of a node, or of an instance. */
    private static Optional<String> place(Diagram diagram, Written alias) {
        Drawn drawn = diagram.elements.get(alias.text());
        return drawn != null
                ? Optional.of(path(drawn))
                : Optional.ofNullable(diagram.nodes.get(alias.text())).map(Drawn.Node::path);
    }

    private void unknown(Written alias) {
        Location at = alias.at();
        problems.warning(at, "'" + alias.text() + "' names no element of the diagram that is read", "Name one by its alias.");
    }
}
