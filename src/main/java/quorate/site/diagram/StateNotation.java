package quorate.site.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.site.page.Mark;

/** {@code stateDiagram-v2}: {@code [*] --> A}, {@code A --> B: label}, {@code A: text}, {@code state "text" as A}. */
final class StateNotation {

    private static final Pattern STEP = Pattern.compile("(\\[\\*\\]|\\w+)\\s*-->\\s*(\\[\\*\\]|\\w+)\\s*(?::\\s*(.*))?");
    private static final Pattern NAMED = Pattern.compile("state\\s+\"(.+)\"\\s+as\\s+(\\w+)");
    private static final Pattern TEXT = Pattern.compile("(\\w+)\\s*:\\s*(.+)");

    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<Graph.Edge> edges = new ArrayList<>();

    private StateNotation() {}

    static Optional<Graph> parse(List<String> lines) {
        StateNotation states = new StateNotation();
        boolean right = false;
        for (String line : lines) {
            right |= line.equals("direction LR");
            if (!line.startsWith("direction ") && !states.line(line)) {
                return Optional.empty();
            }
        }
        return states.names.isEmpty() ? Optional.empty() : Optional.of(states.graph(right));
    }

    private boolean line(String line) {
        Matcher step = STEP.matcher(line);
        if (step.matches()) {
            String from = step.group(1).equals("[*]") ? "[start]" : step.group(1);
            String to = step.group(2).equals("[*]") ? "[end]" : step.group(2);
            names.putIfAbsent(from, spaced(from));
            names.putIfAbsent(to, spaced(to));
            String label = step.group(3) == null ? "" : step.group(3).strip();
            edges.add(new Graph.Edge(from, to, label, false, "", "", Mark.NONE));
            return true;
        }
        Matcher named = NAMED.matcher(line);
        if (named.matches()) {
            names.put(named.group(2), named.group(1));
            return true;
        }
        Matcher text = TEXT.matcher(line);
        if (text.matches()) {
            names.put(text.group(1), text.group(2));
            return true;
        }
        return false;
    }

    /** {@code HalfOpen} reads better as two words. */
    private static String spaced(String id) {
        return id.replace('_', ' ').replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }

    private Graph graph(boolean right) {
        List<Graph.Node> nodes = new ArrayList<>();
        names.forEach((id, name) -> {
            boolean dot = id.startsWith("[");
            Graph.Shape shape = dot ? Graph.Shape.DOT : Graph.Shape.STATE;
            nodes.add(new Graph.Node(id, dot ? List.of() : Letters.wrap(name, 20), shape, "", "", "", Mark.NONE, false));
        });
        return new Graph(right ? Graph.Direction.RIGHT : Graph.Direction.DOWN, nodes, edges, List.of());
    }
}
