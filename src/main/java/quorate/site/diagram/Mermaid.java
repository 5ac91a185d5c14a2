package quorate.site.diagram;

import java.util.List;
import java.util.Optional;

/** Draws the part of Mermaid's notation that the catalog uses. What it does not know it does not draw. */
public final class Mermaid {

    private Mermaid() {}

    /**
     * The picture; nothing if some line is not understood.
     *
     * @param id unique in the page
     * @param title what it shows
     */
    public static Optional<String> draw(String text, Layout layout, String id, String title) {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("%%"))
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String head = lines.get(0);
        List<String> body = lines.subList(1, lines.size());
        if (head.equals("sequenceDiagram")) {
            return Sequence.parse(body).map(sequence -> sequence.draw(id, title));
        }
        Optional<Graph> graph = Optional.empty();
        if (head.startsWith("stateDiagram")) {
            graph = StateNotation.parse(body);
        } else if (head.matches("(flowchart|graph)( (LR|RL|TD|TB|BT))?")) {
            graph = FlowNotation.parse(body, head.endsWith("LR") || head.endsWith("RL"));
        }
        return graph.map(g -> GraphPicture.draw(g, layout, id, title, describe(g)));
    }

    /** The arrows as sentences, for those who do not see the picture. */
    private static String describe(Graph graph) {
        StringBuilder text = new StringBuilder();
        for (Graph.Edge edge : graph.edges()) {
            text.append(name(graph, edge.from())).append(" to ").append(name(graph, edge.to()));
            text.append(edge.label().isEmpty() ? ". " : ": " + edge.label() + ". ");
        }
        return text.toString().strip();
    }

    private static String name(Graph graph, String id) {
        Graph.Node node = graph.nodes().get(graph.nodeIndex(id));
        return node.shape() == Graph.Shape.DOT ? "start or end" : String.join(" ", node.lines());
    }
}
