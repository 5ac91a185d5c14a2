package quorate.site.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.HashMap;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkGraphElement;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Layers by ELK: groups nested, edges at right angles. The first layout of a process takes seconds, later ones do not. */
public final class ElkLayout implements Layout {

    @Override
    public Drawing place(Graph graph) {
        return new Run(graph).place();
    }

    /** ELK's registry is one for the whole process and not safe to fill from two threads. */
    private static synchronized void register() {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    /** One layout. */
    private static final class Run {

        private final Graph graph;
        private final ElkNode root = ElkGraphUtil.createGraph();
        private final List<ElkNode> groups = new ArrayList<>();
        private final Map<String, ElkNode> nodes = new HashMap<>();
        private final List<ElkEdge> edges = new ArrayList<>();

        Run(Graph graph) {
            this.graph = graph;
        }

        Drawing place() {
            register();
            options(root);
            graph.groups().forEach(this::group);
            graph.nodes().forEach(this::node);
            graph.edges().forEach(this::edge);
            new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
            return drawing();
        }

        private void options(ElkNode node) {
            boolean down = graph.direction() == Graph.Direction.DOWN;
            node.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
            node.setProperty(
                    CoreOptions.DIRECTION,
                    down ? org.eclipse.elk.core.options.Direction.DOWN : org.eclipse.elk.core.options.Direction.RIGHT);
            node.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
            node.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
            node.setProperty(CoreOptions.RANDOM_SEED, 1);
            node.setProperty(CoreOptions.PADDING, new ElkPadding(node == root ? 6 : 34, 14, 14, 14));
            node.setProperty(CoreOptions.SPACING_NODE_NODE, 22.0);
            node.setProperty(CoreOptions.SPACING_EDGE_NODE, 14.0);
            node.setProperty(CoreOptions.SPACING_EDGE_EDGE, 11.0);
            node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 36.0);
            node.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
            node.setProperty(CoreOptions.SPACING_EDGE_LABEL, 3.0);
        }

        private void group(Graph.Group group) {
            int parent = graph.index(group.parent());
            ElkNode node = ElkGraphUtil.createNode(parent < 0 || parent >= groups.size() ? root : groups.get(parent));
            options(node);
            groups.add(node);
        }

        private void node(Graph.Node node) {
            int group = graph.index(node.group());
            ElkNode placed = ElkGraphUtil.createNode(group < 0 ? root : groups.get(group));
            placed.setDimensions(node.width(), node.height());
            nodes.put(node.id(), placed);
        }

        private void edge(Graph.Edge edge) {
            ElkEdge placed = ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), nodes.get(edge.to()));
            ElkGraphUtil.updateContainment(placed);
            if (!edge.label().isEmpty()) {
                ElkLabel label = ElkGraphUtil.createLabel(edge.label(), placed);
                label.setDimensions(Graph.labelWidth(edge), 16);
                label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
            }
            edges.add(placed);
        }

        private Drawing drawing() {
            List<Drawing.Box> boxes = graph.nodes().stream().map(n -> box(nodes.get(n.id()))).toList();
            List<Drawing.Route> routes = edges.stream().map(Run::route).toList();
            return new Drawing(
                    root.getWidth(), root.getHeight(), boxes, groups.stream().map(Run::box).toList(), routes);
        }

        private static Drawing.Box box(ElkNode node) {
            double[] at = offset(node.getParent());
            return new Drawing.Box(at[0] + node.getX(), at[1] + node.getY(), node.getWidth(), node.getHeight());
        }

        /** Coordinates of ELK are relative to the parent; those of an edge to the node that contains it. */
        private static double[] offset(ElkGraphElement from) {
            double[] at = {0, 0};
            for (ElkNode node = (ElkNode) from; node != null; node = node.getParent()) {
                at[0] += node.getX();
                at[1] += node.getY();
            }
            return at;
        }

        private static Drawing.Route route(ElkEdge edge) {
            double[] at = offset(edge.getContainingNode());
            List<Drawing.Point> points = new ArrayList<>();
            for (ElkEdgeSection section : edge.getSections()) {
                points.add(new Drawing.Point(at[0] + section.getStartX(), at[1] + section.getStartY()));
                for (ElkBendPoint bend : section.getBendPoints()) {
                    points.add(new Drawing.Point(at[0] + bend.getX(), at[1] + bend.getY()));
                }
                points.add(new Drawing.Point(at[0] + section.getEndX(), at[1] + section.getEndY()));
            }
            Drawing.Box label = edge.getLabels().stream()
                    .findFirst()
                    .map(l -> new Drawing.Box(at[0] + l.getX(), at[1] + l.getY(), l.getWidth(), l.getHeight()))
                    .orElse(new Drawing.Box(0, 0, 0, 0));
            return new Drawing.Route(points, label);
        }
    }
}
