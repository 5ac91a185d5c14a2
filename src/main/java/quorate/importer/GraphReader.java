package quorate.importer;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.ImportException;
import org.jgrapht.nio.dot.DOTImporter;
import org.jgrapht.nio.graphml.SimpleGraphMLImporter;
import quorate.source.Problems;
import quorate.source.SourceFile;

/** Runs a parser of JGraphT over a text and takes from it nodes and edges with their attributes, in the order of the file. */
final class GraphReader {

    /** An edge as the parser holds it. */
    private static final class Drawn {}

    private final Map<String, Map<String, String>> nodes = new LinkedHashMap<>();
    private final Map<Drawn, Map<String, String>> edgeAttributes = new LinkedHashMap<>();
    private final Graph<String, Drawn> graph =
            new DirectedPseudograph<>(null, Drawn::new, false);

    Map<String, Map<String, String>> nodes() {
        return nodes;
    }

    List<GraphDraft.Edge> edges() {
        List<GraphDraft.Edge> edges = new ArrayList<>();
        for (Drawn edge : graph.edgeSet()) {
            edges.add(new GraphDraft.Edge(
                    graph.getEdgeSource(edge), graph.getEdgeTarget(edge), edgeAttributes.getOrDefault(edge, Map.of())));
        }
        return edges;
    }

    /** Reads DOT; false, with a problem, when it cannot be read. */
    boolean dot(SourceFile file, Problems problems) {
        DOTImporter<String, Drawn> importer = new DOTImporter<>();
        importer.setVertexFactory(this::node);
        importer.addVertexAttributeConsumer((at, value) -> put(nodes.get(at.getFirst()), at.getSecond(), value));
        importer.addEdgeAttributeConsumer((at, value) -> put(edge(at.getFirst()), at.getSecond(), value));
        return run(file, problems, () -> importer.importGraph(graph, new StringReader(file.text())));
    }

    /** Reads GraphML; false, with a problem, when it cannot be read. */
    boolean graphMl(SourceFile file, Problems problems) {
        SimpleGraphMLImporter<String, Drawn> importer = new SimpleGraphMLImporter<>();
        // The schema would be fetched by its address when a file names one.
        importer.setSchemaValidation(false);
        importer.setVertexFactory(this::node);
        importer.addVertexAttributeConsumer((at, value) -> put(nodes.get(at.getFirst()), at.getSecond(), value));
        importer.addEdgeAttributeConsumer((at, value) -> put(edge(at.getFirst()), at.getSecond(), value));
        return run(file, problems, () -> importer.importGraph(graph, new StringReader(file.text())));
    }

    private String node(String id) {
        nodes.computeIfAbsent(id, k -> new LinkedHashMap<>());
        return id;
    }

    private Map<String, String> edge(Drawn edge) {
        return edgeAttributes.computeIfAbsent(edge, k -> new LinkedHashMap<>());
    }

    /** The parsers hand out nulls for what has a name but no value. */
    private static void put(Map<String, String> attributes, String name, Attribute value) {
        if (name != null && value != null && value.getValue() != null) {
            attributes.put(name, value.getValue().strip());
        }
    }

    /** The parsers are generated code that throws many things, and recurses on what is nested. */
    private static boolean run(SourceFile file, Problems problems, Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (ImportException e) {
            problems.error(file.whole(), "not readable: " + firstLine(e), "Check the file with the program that wrote it.");
        } catch (RuntimeException e) {
            problems.error(file.whole(), "not readable: " + firstLine(e), "Check the file with the program that wrote it.");
        } catch (StackOverflowError e) {
            problems.error(file.whole(), "nested too deeply to be read", "Flatten its subgraphs.");
        }
        return false;
    }

    private static String firstLine(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? "the text is no such graph" : message.lines().findFirst().orElse("unknown reason");
    }
}
