package quorate.importer;

import java.util.List;
import java.util.Optional;
import quorate.source.Node;
import quorate.source.Problems;

/** Takes a node for what it should be, and says at its place when it is something else. Nothing written is no problem. */
public final class Expect {

    private final Problems problems;

    public Expect(Problems problems) {
        this.problems = problems;
    }

    public Optional<Node.Fields> fields(Optional<Node> node, String what) {
        return node.flatMap(n -> fields(n, what));
    }

    public Optional<Node.Fields> fields(Node node, String what) {
        if (node instanceof Node.Fields fields) {
            return Optional.of(fields);
        }
        wrong(node, what, "a mapping");
        return Optional.empty();
    }

    public List<Node> items(Optional<Node> node, String what) {
        if (node.isPresent() && !(node.get() instanceof Node.Items)) {
            wrong(node.get(), what, "a list");
        }
        return node.map(Node::items).orElse(List.of());
    }

    public Optional<Written> text(Optional<Node> node, String what) {
        return node.flatMap(n -> text(n, what));
    }

    public Optional<Written> text(Node node, String what) {
        if (!(node instanceof Node.Scalar)) {
            wrong(node, what, "text");
        }
        return node.text().map(text -> new Written(text, node.at()));
    }

    /** A whole number from 0; a variable without a value is no problem here, since it is told already. */
    public Optional<Integer> count(Optional<Node> node, String what) {
        Optional<String> text = node.flatMap(Node::text);
        if (text.filter(t -> t.matches("[0-9]{1,9}")).isPresent()) {
            return text.map(Integer::valueOf);
        }
        node.filter(n -> !n.text().orElse("").contains("${")).ifPresent(n -> wrong(n, what, "a whole number"));
        return Optional.empty();
    }

    /** The items of a list, or the only one when no list is written. */
    public List<Written> texts(Optional<Node> node, String what) {
        if (node.isEmpty()) {
            return List.of();
        }
        List<Node> all = node.get() instanceof Node.Items items ? items.items() : List.of(node.get());
        return all.stream().flatMap(one -> text(one, what).stream()).toList();
    }

    public void wrong(Node node, String what, String expected) {
        if (node instanceof Node.Scalar scalar && scalar.type() == Node.Type.NULL) {
            return;
        }
        String found = node.text().filter(t -> t.length() <= 40).map(t -> "'" + t + "'").orElse(node.kind());
        problems.warning(node.at(), what + " is " + found + ", which is not read", "Write " + expected + ".");
    }
}
