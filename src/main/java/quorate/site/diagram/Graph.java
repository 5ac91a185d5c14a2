package quorate.site.diagram;

import java.util.List;
import quorate.site.page.Mark;

/** What a diagram shows, before anything has a place. */
public record Graph(Direction direction, List<Node> nodes, List<Edge> edges, List<Group> groups) {

    public Graph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        groups = List.copyOf(groups);
    }

    /** Where arrows lead. */
    public enum Direction {
        DOWN,
        RIGHT
    }

    /** What a node is, by its outline. */
    public enum Shape {
        SERVICE,
        STORE,
        CHANNEL,
        EXTERNAL,
        DECISION,
        STATE,
        DOT,
        MORE
    }

    /**
     * A node.
     *
     * @param lines its text, already broken
     * @param group id of the group that contains it, or empty
     * @param href where it leads; empty for nowhere
     * @param title its name in full, read aloud and shown as a tip
     * @param mark worst finding; no word for none
     * @param emphasis whether the diagram is about it
     */
    public record Node(
            String id, List<String> lines, Shape shape, String group, String href, String title, Mark mark, boolean emphasis) {
        public Node {
            lines = List.copyOf(lines);
        }

        double width() {
            if (shape == Shape.DOT) {
                return 14;
            }
            double text = lines.stream().mapToDouble(Letters::width).max().orElse(0);
            double marked = mark.word().isEmpty() ? 0 : Letters.small(mark.word()) + 18;
            double inner = Math.max(text, marked) + (shape == Shape.DECISION ? 64 : 26);
            return Math.ceil(Math.max(inner, 76));
        }

        double height() {
            if (shape == Shape.DOT) {
                return 14;
            }
            double extra =
                    switch (shape) {
                        case STORE -> 12;
                        case DECISION -> 28;
                        default -> 0;
                    };
            return 20 + 17.0 * lines.size() + (mark.word().isEmpty() ? 0 : 18) + extra;
        }
    }

    /** An arrow. */
    public record Edge(String from, String to, String label, boolean dashed, String href, String title, Mark mark) {}

    /**
     * A box around nodes, inside another if it has a parent.
     *
     * @param href where its name leads; empty for nowhere
     */
    public record Group(String id, String label, String parent, String href) {}

    /** Everything that decides about places, as text: the key of a stored layout. */
    String form() {
        StringBuilder form = new StringBuilder(direction.name()).append('\n');
        groups.forEach(g -> form.append("g ").append(index(g.parent())).append(' ').append(Letters.small(g.label())).append('\n'));
        nodes.forEach(n -> form.append("n ")
                .append(index(n.group()))
                .append(' ')
                .append(n.width())
                .append(' ')
                .append(n.height())
                .append('\n'));
        edges.forEach(e -> form.append("e ")
                .append(nodeIndex(e.from()))
                .append(' ')
                .append(nodeIndex(e.to()))
                .append(' ')
                .append(Math.round(labelWidth(e)))
                .append('\n'));
        return form.toString();
    }

    static double labelWidth(Edge edge) {
        return edge.label().isEmpty() ? 0 : Math.ceil(Letters.small(edge.label()) + 8);
    }

    int index(String group) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).id().equals(group)) {
                return i;
            }
        }
        return -1;
    }

    int nodeIndex(String id) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
