package quorate.site.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.site.page.Mark;

/** {@code flowchart}: {@code a[Label] -->|label| b[(Store)]}, chains included. */
final class FlowNotation {

    private static final Pattern NODE = Pattern.compile(
            "([A-Za-z][A-Za-z0-9_]*)\\s*(\\[\\((.*?)\\)\\]|\\[(.*?)\\]|\\{(.*?)\\}|\\(\\((.*?)\\)\\)|\\((.*?)\\))?\\s*");
    private static final Pattern ARROW = Pattern.compile("(-->|-\\.->|==>|---)\\s*(?:\\|(.*?)\\|)?\\s*");
    private static final Pattern WORDED = Pattern.compile("(?:--\\s+(.+?)\\s+-->|-\\.\\s+(.+?)\\s+\\.->)\\s*");

    private final Map<String, Graph.Node> nodes = new LinkedHashMap<>();
    private final List<Graph.Edge> edges = new ArrayList<>();

    private FlowNotation() {}

    static Optional<Graph> parse(List<String> lines, boolean right) {
        FlowNotation flow = new FlowNotation();
        for (String line : lines) {
            if (!flow.line(line.replaceAll(";$", ""))) {
                return Optional.empty();
            }
        }
        Graph.Direction direction = right ? Graph.Direction.RIGHT : Graph.Direction.DOWN;
        return flow.nodes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Graph(direction, List.copyOf(flow.nodes.values()), flow.edges, List.of()));
    }

    private boolean line(String line) {
        Matcher node = NODE.matcher(line);
        Matcher arrow = ARROW.matcher(line);
        Matcher worded = WORDED.matcher(line);
        if (!node.lookingAt()) {
            return false;
        }
        String from = node(node);
        int at = node.end();
        while (at < line.length()) {
            boolean hasWords = worded.region(at, line.length()).lookingAt();
            if (!hasWords && !arrow.region(at, line.length()).lookingAt()) {
                return false;
            }
            boolean dashed = line.startsWith("-.", at);
            String label = hasWords ? first(worded) : first(arrow.group(2));
            at = hasWords ? worded.end() : arrow.end();
            if (!node.region(at, line.length()).lookingAt()) {
                return false;
            }
            String to = node(node);
            edges.add(new Graph.Edge(from, to, label, dashed, "", "", Mark.NONE));
            from = to;
            at = node.end();
        }
        return true;
    }

    private static String first(Matcher worded) {
        return unquoted(worded.group(1) != null ? worded.group(1) : worded.group(2));
    }

    private static String first(String label) {
        return label == null ? "" : unquoted(label);
    }

    private String node(Matcher match) {
        String id = match.group(1);
        Graph.Shape shape = Graph.Shape.SERVICE;
        String label = id;
        for (int group = 3; group <= 7; group++) {
            if (match.group(group) != null) {
                label = unquoted(match.group(group));
                shape = group == 3 ? Graph.Shape.STORE : group == 5 ? Graph.Shape.DECISION : group >= 6 ? Graph.Shape.STATE : shape;
            }
        }
        if (match.group(2) != null || !nodes.containsKey(id)) {
            nodes.put(id, new Graph.Node(id, Letters.wrap(label, 20), shape, "", "", "", Mark.NONE, false));
        }
        return id;
    }

    static String unquoted(String text) {
        String plain = text.strip().replaceAll("<br ?/?>", " ");
        return plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"")
                ? plain.substring(1, plain.length() - 1)
                : plain;
    }
}
