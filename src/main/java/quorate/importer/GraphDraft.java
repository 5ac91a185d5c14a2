package quorate.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.FactsReader;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.ValueType;
import quorate.model.Vocabulary;
import quorate.model.Words;
import quorate.source.Limits;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Yaml;

/**
 * Nodes and edges of a drawn graph as components and links. An attribute whose name is a key of the vocabulary is that fact;
 * of the others only the shape, the style and the label say something, the rest is drawing.
 */
final class GraphDraft {

    /** An edge with its attributes. */
    record Edge(String from, String to, Map<String, String> attributes) {}

    private static final Set<String> STORES = Set.of("cylinder", "database");

    private final Location at;
    private final Problems problems;

    GraphDraft(SourceFile file, Problems problems) {
        this.at = file.whole();
        this.problems = problems;
    }

    List<Entity> entities(Map<String, Map<String, String>> nodes) {
        return nodes.entrySet().stream().map(node -> entity(node.getKey(), node.getValue())).toList();
    }

    private Entity entity(String node, Map<String, String> attributes) {
        String id = Ids.ofName(node);
        Kind kind = kind(id, attributes);
        Facts.Builder facts = facts(id, kind, attributes).builder();
        label(attributes).filter(label -> !label.equals(id)).ifPresent(
                label -> facts.setIfUnknown(Keys.NAME, Fact.of(label, Origin.imported(at, "label"))));
        if (!id.equals(node)) {
            facts.setIfUnknown(Keys.NAME, Fact.of(node.strip(), Origin.imported(at, "id of the node")));
        }
        return new Entity(kind, id, facts.build(), at);
    }

    private Kind kind(String id, Map<String, String> attributes) {
        String written = attributes.getOrDefault("kind", "").toLowerCase(Locale.ROOT);
        if (!written.isEmpty()) {
            for (Kind kind : Kind.components()) {
                if (kind.word().equals(written)) {
                    return kind;
                }
            }
            problems.warning(
                    at, "node " + id + " has kind '" + written + "', which is not read",
                    "Write kind=service, store, channel or external.");
        }
        return STORES.contains(attributes.getOrDefault("shape", "").toLowerCase(Locale.ROOT)) ? Kind.STORE : Kind.SERVICE;
    }

    List<Link> links(List<Edge> edges) {
        Map<String, Link> links = new LinkedHashMap<>();
        List<String> undirected = new ArrayList<>();
        for (Edge edge : edges) {
            String dir = edge.attributes().getOrDefault("dir", "forward");
            if (dir.equals("none")) {
                undirected.add(edge.from() + " -- " + edge.to());
                continue;
            }
            Link link = dir.equals("back")
                    ? link(Ids.ofName(edge.to()), Ids.ofName(edge.from()), edge.attributes())
                    : link(Ids.ofName(edge.from()), Ids.ofName(edge.to()), edge.attributes());
            if (!link.from().equals(link.to()) && links.putIfAbsent(link.id(), link) != null) {
                problems.warning(
                        at, "two edges " + link.title() + "; the first is read", "Give the second an id attribute.");
            }
        }
        sayUndirected(undirected);
        return List.copyOf(links.values());
    }

    /** Which end depends on the other is not drawn, so nothing can be said. */
    void sayUndirected(List<String> edges) {
        if (!edges.isEmpty()) {
            List<String> first = edges.stream().limit(3).toList();
            problems.warning(
                    at,
                    edges.size() + (edges.size() == 1 ? " edge without direction is" : " edges without direction are")
                            + " not read: " + String.join(", ", first) + (edges.size() > 3 ? " ..." : ""),
                    "Draw an arrow from the one that depends to the one that it depends on.");
        }
    }

    private Link link(String from, String to, Map<String, String> attributes) {
        String id = attributes.getOrDefault("id", Link.idOf(from, to));
        Facts.Builder facts = facts(Link.idOf(from, to), Kind.LINK, attributes).without(Keys.ID).builder();
        if (attributes.getOrDefault("style", "").toLowerCase(Locale.ROOT).contains("dashed")) {
            facts.setIfUnknown(Keys.MODE, Fact.of(Words.LinkMode.ASYNC, Origin.imported(at, "dashed line")));
        }
        label(attributes).ifPresent(label -> facts.setIfUnknown(Keys.NAME, Fact.of(label, Origin.imported(at, "label"))));
        return new Link(id, from, to, facts.build(), at);
    }

    /** The label on one line; an HTML label is drawing. */
    private static Optional<String> label(Map<String, String> attributes) {
        return Optional.ofNullable(attributes.get("label"))
                .map(label -> label.replaceAll("\\\\[nlr]|\\s", " ").replaceAll(" +", " ").strip())
                .filter(label -> !label.isEmpty() && !label.startsWith("<"));
    }

    private Facts facts(String subject, Kind kind, Map<String, String> attributes) {
        Facts.Builder facts = Facts.at(at);
        // "kind" says which component it is, not a fact of it; "id" and "label" are read apart.
        for (Key<?> key : Vocabulary.keys(kind)) {
            String value = attributes.get(key.id());
            if (value != null && !Set.of(Keys.FROM, Keys.TO).contains(key)) {
                read(subject, key, value, facts);
            }
        }
        return facts.build();
    }

    private <T> void read(String subject, Key<T> key, String value, Facts.Builder facts) {
        Node node = node(key, value);
        for (int i = key.path().size() - 1; i >= 0; i--) {
            String part = key.path().get(i);
            node = new Node.Fields(Map.of(part, node), Map.of(part, at), at);
        }
        Fact<T> fact = FactsReader.read(node, List.of(key), place -> Origin.imported(at, "attribute")).get(key);
        if (fact.isUnknown() && !value.equals("unknown")) {
            problems.warning(
                    at,
                    subject + ": " + key.id() + " is '" + value + "', which is not read",
                    "Write it as in " + key.id() + "=\"" + key.example() + "\".");
        }
        facts.set(key, fact);
    }

    /** Lists are written with commas, records as YAML in brackets. */
    private <T> Node node(Key<T> key, String value) {
        boolean list = key.type() instanceof ValueType.Several || key.type() instanceof ValueType.Records;
        if (!list) {
            return scalar(value);
        }
        if (value.startsWith("[") || value.startsWith("{")) {
            return Yaml.document(new SourceFile(at.file(), value), Limits.DEFAULT, new Problems()).orElse(scalar(value));
        }
        List<Node> items = new ArrayList<>();
        for (String item : value.split("\\s*,\\s*")) {
            items.add(scalar(item));
        }
        return new Node.Items(items, at);
    }

    private Node scalar(String value) {
        return new Node.Scalar(value, Node.Type.STRING, at);
    }
}
