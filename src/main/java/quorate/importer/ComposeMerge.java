package quorate.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quorate.source.Location;
import quorate.source.Node;

/** Lays one definition of a service over another, by the rules that compose has for several files and for extends. */
final class ComposeMerge {

    /** Lists of which the later replaces the earlier. */
    private static final Set<String> REPLACED = Set.of("command", "entrypoint", "test");

    private ComposeMerge() {}

    static Node.Fields merge(Node.Fields below, Node.Fields above) {
        Map<String, Node> values = new LinkedHashMap<>(below.values());
        Map<String, Location> keys = new LinkedHashMap<>(below.keys());
        above.values().forEach((key, value) -> {
            values.merge(key, value, (old, now) -> merge(key, old, now));
            keys.put(key, above.keyAt(key));
        });
        return new Node.Fields(values, keys, above.at());
    }

    private static Node merge(String key, Node below, Node above) {
        if (Set.of("environment", "labels", "depends_on").contains(key)) {
            return merge(byName(below), byName(above));
        }
        if (below instanceof Node.Fields old && above instanceof Node.Fields now) {
            return merge(old, now);
        }
        if (below instanceof Node.Items old && above instanceof Node.Items now && !REPLACED.contains(key)) {
            return new Node.Items(key.equals("volumes") ? byTarget(old, now) : joined(old, now), now.at());
        }
        return above;
    }

    private static List<Node> joined(Node.Items below, Node.Items above) {
        List<Node> all = new ArrayList<>(below.items());
        all.addAll(above.items());
        return all;
    }

    private static List<Node> byTarget(Node.Items below, Node.Items above) {
        Map<String, Node> mounts = new LinkedHashMap<>();
        joined(below, above).forEach(mount -> mounts.put(ComposeMounts.target(mount), mount));
        return List.copyOf(mounts.values());
    }

    /** {@code [A=1, B]} as {@code {A: 1, B: }}, each key where its item is. */
    static Node.Fields byName(Node node) {
        if (node instanceof Node.Fields fields) {
            return fields;
        }
        Map<String, Node> values = new LinkedHashMap<>();
        Map<String, Location> keys = new LinkedHashMap<>();
        for (Node item : node.items()) {
            String text = item.text().orElse("");
            int equals = text.indexOf('=');
            String name = equals < 0 ? text : text.substring(0, equals);
            if (!name.isEmpty()) {
                values.put(name, equals < 0
                        ? new Node.Scalar("", Node.Type.NULL, item.at())
                        : new Node.Scalar(text.substring(equals + 1), Node.Type.STRING, item.at()));
                keys.put(name, item.at());
            }
        }
        return new Node.Fields(values, keys, node.at());
    }
}
