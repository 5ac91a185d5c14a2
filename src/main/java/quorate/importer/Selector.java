package quorate.importer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorate.source.Node;

/** A Kubernetes label selector, as a mapping of labels or with {@code matchLabels} and {@code matchExpressions}. */
final class Selector {

    private final Map<String, String> labels;
    private final List<Node> expressions;

    private Selector(Map<String, String> labels, List<Node> expressions) {
        this.labels = labels;
        this.expressions = expressions;
    }

    /** The plain mapping that a Service has. */
    static Selector plain(Optional<Node> node) {
        return new Selector(Manifest.texts(node), List.of());
    }

    static Selector of(Optional<Node> node) {
        return new Selector(
                Manifest.texts(node.flatMap(n -> n.field("matchLabels"))),
                node.flatMap(n -> n.field("matchExpressions")).map(Node::items).orElse(List.of()));
    }

    /** Whether it selects nothing because nothing is written; Kubernetes reads that in several ways. */
    boolean isEmpty() {
        return labels.isEmpty() && expressions.isEmpty();
    }

    /** One label that all it selects have, as {@code key=value}; nothing when it selects by expressions alone. */
    Optional<String> someLabel() {
        return labels.entrySet().stream().findFirst().map(label -> label.getKey() + "=" + label.getValue());
    }

    boolean matches(Map<String, String> podLabels) {
        return !isEmpty()
                && labels.entrySet().stream().allMatch(label -> label.getValue().equals(podLabels.get(label.getKey())))
                && expressions.stream().allMatch(expression -> matches(expression, podLabels));
    }

    private static boolean matches(Node expression, Map<String, String> podLabels) {
        String key = expression.field("key").flatMap(Node::text).orElse("");
        List<String> values = expression.field("values").map(Node::items).orElse(List.of()).stream()
                .flatMap(value -> value.text().stream())
                .toList();
        boolean has = podLabels.containsKey(key);
        return switch (expression.field("operator").flatMap(Node::text).orElse("")) {
            case "In" -> has && values.contains(podLabels.get(key));
            case "NotIn" -> !has || !values.contains(podLabels.get(key));
            case "Exists" -> has;
            case "DoesNotExist" -> !has;
            default -> false;
        };
    }
}
