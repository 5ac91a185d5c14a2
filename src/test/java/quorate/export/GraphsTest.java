package quorate.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jgrapht.Graph;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.dot.DOTImporter;
import org.jgrapht.nio.graphml.SimpleGraphMLImporter;
import org.junit.jupiter.api.Test;
import quorate.model.Architecture;
import quorate.model.Keys;
import quorate.model.Link;

/** What is exported is imported again by the library's readers, and compared. */
class GraphsTest {

    /** An edge as the reader makes it. */
    private static final class Edge {}

    private final Map<String, Map<String, String>> nodes = new TreeMap<>();
    private final Map<Edge, Map<String, String>> attributes = new java.util.HashMap<>();
    private final Graph<String, Edge> graph = new DirectedPseudograph<>(null, Edge::new, false);

    private void readDot(String text) {
        DOTImporter<String, Edge> importer = new DOTImporter<>();
        importer.setVertexFactory(this::node);
        importer.addVertexAttributeConsumer((at, value) -> nodes.get(at.getFirst()).put(at.getSecond(), value.getValue()));
        importer.addEdgeAttributeConsumer((at, value) -> edge(at.getFirst()).put(at.getSecond(), value.getValue()));
        importer.importGraph(graph, new StringReader(text));
    }

    private void readGraphMl(String text) {
        SimpleGraphMLImporter<String, Edge> importer = new SimpleGraphMLImporter<>();
        importer.setVertexFactory(this::node);
        importer.addVertexAttributeConsumer((at, value) -> nodes.get(at.getFirst()).put(at.getSecond(), value.getValue()));
        importer.addEdgeAttributeConsumer((at, value) -> edge(at.getFirst()).put(at.getSecond(), value.getValue()));
        importer.importGraph(graph, new StringReader(text)); // validates against the schema of GraphML, which it carries
    }

    private String node(String id) {
        nodes.computeIfAbsent(id, i -> new TreeMap<>());
        return id;
    }

    private Map<String, String> edge(Edge edge) {
        return attributes.computeIfAbsent(edge, e -> new TreeMap<>());
    }

    private void compare(Architecture expected, UnaryOperator<String> safe) {
        assertEquals(expected.components().size(), nodes.size());
        assertEquals(expected.links().size(), graph.edgeSet().size());
        expected.components().forEach(component -> {
            Map<String, String> node = nodes.get(component.id());
            assertEquals(component.kind().word(), node.get("kind"));
            assertEquals(safe.apply(component.title()), node.get("label"));
            component.get(Keys.REPLICAS).value().ifPresent(n -> assertEquals(n.toString(), node.get("replicas")));
        });
        for (Link link : expected.links()) {
            assertTrue(graph.getAllEdges(link.from(), link.to()).stream()
                    .map(this::edge)
                    .anyMatch(edge -> edge.getOrDefault("id", Link.idOf(link.from(), link.to())).equals(link.id())
                            && edge.getOrDefault("mode", "").equals(link.get(Keys.MODE).map(Keys.MODE.type()::show).or(""))
                            && edge.getOrDefault("need", "").equals(link.get(Keys.NEED).map(Keys.NEED.type()::show).or(""))),
                    link.id());
        }
    }

    @Test
    void dotReadsBack() {
        Architecture shop = Fixture.shopArchitecture();
        readDot(Graphs.dot(shop));
        compare(shop, Plain::line);
    }

    @Test
    void graphMlReadsBack() {
        Architecture shop = Fixture.shopArchitecture();
        readGraphMl(Graphs.graphMl(shop));
        compare(shop, Plain::xml);
    }

    @Test
    void hostileDotReadsBack() {
        Architecture hostile = Fixture.architecture("p", HostileTest.YAML);
        readDot(Graphs.dot(hostile));
        compare(hostile, Plain::line);
    }

    @Test
    void hostileGraphMlReadsBack() {
        Architecture hostile = Fixture.architecture("p", HostileTest.YAML);
        readGraphMl(Graphs.graphMl(hostile));
        compare(hostile, Plain::xml);
    }

    @Test
    void randomGraphsReadBack() {
        for (int seed = 0; seed < 40; seed++) {
            GraphsTest dot = new GraphsTest();
            Architecture architecture = new RandomArchitecture(seed).architecture();
            dot.readDot(Graphs.dot(architecture));
            dot.compare(architecture, Plain::line);
        }
    }
}
