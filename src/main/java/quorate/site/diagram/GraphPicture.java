package quorate.site.diagram;

import java.util.List;

/** A placed graph as SVG: groups at the back, then arrows, then nodes; everything that leads somewhere is a link. */
public final class GraphPicture {

    private final Graph graph;
    private final Drawing drawing;

    private GraphPicture(Graph graph, Drawing drawing) {
        this.graph = graph;
        this.drawing = drawing;
    }

    /**
     * Draws the graph.
     *
     * @param id unique in the page
     */
    public static String draw(Graph graph, Layout layout, String id, String title, String description) {
        Drawing drawing = layout.place(graph);
        return new GraphPicture(graph, drawing)
                .into(Svg.open(id, drawing.width() + 2, drawing.height() + 2, title, description))
                .close();
    }

    private Svg into(Svg svg) {
        for (int i = 0; i < graph.groups().size(); i++) {
            group(svg, graph.groups().get(i), drawing.groups().get(i));
        }
        if (graph.edges().stream().anyMatch(GraphPicture::isPlain)) {
            svg.arrowHead();
        }
        for (int i = 0; i < graph.edges().size(); i++) {
            edge(svg, graph.edges().get(i), drawing.routes().get(i));
        }
        for (int i = 0; i < graph.nodes().size(); i++) {
            node(svg, graph.nodes().get(i), drawing.nodes().get(i));
        }
        return svg;
    }

    private static void group(Svg svg, Graph.Group group, Drawing.Box box) {
        svg.link("place", group.href(), "")
                .rect("zone", box.x(), box.y(), box.width(), box.height(), 8)
                .text("zone-name", box.x() + 12, box.y() + 20, group.label())
                .endLink(group.href());
    }

    /** It leads nowhere and says nothing, so that a line is enough for it. */
    private static boolean isPlain(Graph.Edge edge) {
        return edge.href().isEmpty() && edge.label().isEmpty();
    }

    private static void edge(Svg svg, Graph.Edge edge, Drawing.Route route) {
        String look = "edge" + (edge.dashed() ? " async" : "") + (edge.mark().word().isEmpty() ? "" : " e-" + edge.mark().look());
        if (isPlain(edge)) {
            svg.plainArrow(look + " line", route.points());
            return;
        }
        svg.link(look, edge.href(), edge.title());
        svg.arrow("line", route.points());
        Drawing.Box label = route.label();
        if (label.width() > 0) {
            svg.rect("plate", label.x(), label.y(), label.width(), label.height(), 3)
                    .text("name", label.x() + label.width() / 2, label.y() + 12, edge.label());
        }
        svg.endLink(edge.href());
    }

    private static void node(Svg svg, Graph.Node node, Drawing.Box box) {
        String look = "node " + node.shape().name().toLowerCase(java.util.Locale.ROOT) + (node.emphasis() ? " self" : "");
        svg.link(look, node.href(), node.title());
        outline(svg, node.shape(), box);
        if (node.shape() != Graph.Shape.DOT) {
            lines(svg, node, box);
        }
        svg.endLink(node.href());
    }

    private static void lines(Svg svg, Graph.Node node, Drawing.Box box) {
        double middle = box.x() + box.width() / 2;
        boolean marked = !node.mark().word().isEmpty();
        double height = 17.0 * node.lines().size() + (marked ? 18 : 0);
        double top = box.y() + (box.height() - height) / 2 + (node.shape() == Graph.Shape.STORE ? 5 : 0);
        List<String> lines = node.lines();
        for (int i = 0; i < lines.size(); i++) {
            svg.text("name", middle, top + 13 + 17.0 * i, lines.get(i));
        }
        if (marked) {
            svg.mark(node.mark(), middle, top + 13 + 17.0 * lines.size());
        }
    }

    private static void outline(Svg svg, Graph.Shape shape, Drawing.Box b) {
        switch (shape) {
            case STORE -> cylinder(svg, b);
            case CHANNEL -> svg.rect("shape", b.x(), b.y(), b.width(), b.height(), b.height() / 2);
            case DECISION -> svg.path("shape", diamond(b));
            case DOT -> svg.circle("shape", b.x() + 7, b.y() + 7, 7);
            case STATE -> svg.rect("shape", b.x(), b.y(), b.width(), b.height(), 12);
            default -> svg.rect("shape", b.x(), b.y(), b.width(), b.height(), 4);
        }
    }

    private static void cylinder(Svg svg, Drawing.Box b) {
        String w = Svg.n(b.width() / 2);
        String body = "M" + Svg.n(b.x()) + " " + Svg.n(b.y() + 7) + "a" + w + " 7 0 0 1 " + Svg.n(b.width()) + " 0v"
                + Svg.n(b.height() - 14) + "a" + w + " 7 0 0 1 " + Svg.n(-b.width()) + " 0Z";
        String rim = "M" + Svg.n(b.x()) + " " + Svg.n(b.y() + 7) + "a" + w + " 7 0 0 0 " + Svg.n(b.width()) + " 0";
        svg.path("shape", body).path("rim", rim);
    }

    private static String diamond(Drawing.Box b) {
        double x = b.x() + b.width() / 2;
        double y = b.y() + b.height() / 2;
        return "M" + Svg.n(x) + " " + Svg.n(b.y()) + "L" + Svg.n(b.x() + b.width()) + " " + Svg.n(y) + "L" + Svg.n(x) + " "
                + Svg.n(b.y() + b.height()) + "L" + Svg.n(b.x()) + " " + Svg.n(y) + "Z";
    }
}
