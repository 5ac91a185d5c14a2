package quorate.export;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.dot.DOTExporter;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Provenance;
import quorate.model.Words;

/**
 * The components and links as a graph for other tools, with what is stated of them. Attributes are called like the keys of the vocabulary, so that the
 * importers of both formats read back what was stated.
 */
public final class Graphs {

    private final Architecture architecture;
    private final Graph<String, String> graph = new DirectedPseudograph<>(null, null, false);

    private Graphs(Architecture architecture) {
        this.architecture = architecture;
        architecture.components().forEach(component -> graph.addVertex(component.id()));
        for (Link link : LinkOrder.of(architecture)) {
            graph.addVertex(link.from());
            graph.addVertex(link.to());
            graph.addEdge(link.from(), link.to(), link.id());
        }
    }

    /** Graphviz DOT. Container images are left out, since Graphviz would look for files of that name. */
    public static String dot(Architecture architecture) {
        Graphs graphs = new Graphs(architecture);
        DOTExporter<String, String> exporter = new DOTExporter<>(Graphs::quoted);
        exporter.setVertexAttributeProvider(id -> quoted(graphs.drawn(id)));
        exporter.setEdgeAttributeProvider(id -> quoted(graphs.drawnLink(id)));
        StringWriter text = new StringWriter();
        exporter.exportGraph(graphs.graph, text);
        return text.toString().replace("\r\n", "\n");
    }

    /** GraphML. */
    public static String graphMl(Architecture architecture) {
        Graphs graphs = new Graphs(architecture);
        Map<String, Map<String, String>> nodes = new LinkedHashMap<>();
        graphs.graph.vertexSet().forEach(id -> nodes.put(id, graphs.component(id)));
        List<GraphMl.Edge> edges = LinkOrder.of(architecture).stream()
                .map(link -> new GraphMl.Edge(link.from(), link.to(), graphs.link(link.id())))
                .toList();
        return GraphMl.of(nodes, edges);
    }

    private Map<String, String> component(String id) {
        Map<String, String> attributes = new LinkedHashMap<>();
        architecture.component(id).ifPresent(entity -> {
            attributes.put("kind", entity.kind().word());
            attributes.put("label", entity.title());
            attributes.putAll(facts(entity.facts(), Set.of(Keys.NAME)));
        });
        return attributes;
    }

    private Map<String, String> link(String id) {
        Map<String, String> attributes = new LinkedHashMap<>();
        architecture.link(id).ifPresent(link -> {
            if (LinkOrder.isNamed(link)) {
                attributes.put("id", link.id());
            }
            link.get(Keys.NAME).value().ifPresent(name -> attributes.put("label", name));
            attributes.putAll(facts(link.facts(), Set.of(Keys.ID, Keys.NAME, Keys.FROM, Keys.TO)));
        });
        return attributes;
    }

    private static Map<String, String> facts(Facts facts, Set<Key<?>> but) {
        Map<String, String> attributes = new LinkedHashMap<>();
        facts.keys().stream()
                .filter(key -> !but.contains(key))
                .filter(key -> facts.get(key).origin().provenance() != Provenance.DEFAULT)
                .forEach(key -> attributes.put(key.id(), shown(facts, key)));
        return attributes;
    }

    private static <T> String shown(Facts facts, Key<T> key) {
        Fact<T> fact = facts.get(key);
        return fact.value().map(key.type()::show).orElse("none");
    }

    private Map<String, String> drawn(String id) {
        Map<String, String> attributes = component(id);
        attributes.remove(Keys.IMAGE.id());
        architecture.component(id).map(Entity::kind).ifPresent(kind -> attributes.put("shape", shape(kind)));
        return attributes;
    }

    private Map<String, String> drawnLink(String id) {
        Map<String, String> attributes = link(id);
        boolean async = architecture.link(id).filter(l -> l.get(Keys.MODE).is(Words.LinkMode.ASYNC)).isPresent();
        if (async) {
            attributes.put("style", "dashed");
        }
        return attributes;
    }

    private static String shape(Kind kind) {
        return switch (kind) {
            case STORE -> "cylinder";
            case CHANNEL -> "cds";
            case EXTERNAL -> "component";
            default -> "box";
        };
    }

    /** The exporter escapes no backslash, so the quoted form is made here and handed over as an identifier. */
    private static Map<String, Attribute> quoted(Map<String, String> texts) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        texts.forEach((name, text) -> attributes.put(
                name.matches("[a-z]+") ? name : quoted(name), new DefaultAttribute<>(quoted(text), AttributeType.IDENTIFIER)));
        return attributes;
    }

    private static String quoted(String text) {
        return "\"" + Plain.line(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
