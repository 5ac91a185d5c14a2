package quorate.importer.asyncapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import quorate.importer.Expect;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;

/**
 * The operations of a document. Version 3 speaks of what the application does; version 2 of what others do on its channels, which
 * is the opposite: where they publish, it receives.
 */
final class Operations {

    private final Node document;
    private final References references;
    private final Problems problems;
    private final Expect expect;

    Operations(Node document, References references, Problems problems) {
        this.document = document;
        this.references = references;
        this.problems = problems;
        this.expect = new Expect(problems);
    }

    /** @param channels the channels of the document by name, references followed */
    List<Operation> version2(Map<String, Node> channels) {
        List<Operation> all = new ArrayList<>();
        channels.values().forEach(channel -> {
            for (String word : List.of("publish", "subscribe")) {
                channel.field(word).filter(node -> node instanceof Node.Fields).ifPresent(node -> all.add(new Operation(
                        text(node, "operationId"), channel, word.equals("subscribe"), node, alternatives(node.field("message")),
                        word + ": " + (word.equals("publish") ? "others send, it receives" : "others receive, it sends"),
                        ((Node.Fields) channel).keyAt(word))));
            }
        });
        return all;
    }

    /** A message, or one of several. */
    private List<Node> alternatives(Optional<Node> message) {
        Optional<Node> found = message.flatMap(references::follow);
        List<Node> several = found.flatMap(node -> node.field("oneOf")).map(Node::items).orElse(List.of());
        return several.isEmpty()
                ? found.stream().toList()
                : several.stream().flatMap(one -> references.follow(one).stream()).toList();
    }

    List<Operation> version3() {
        List<Operation> all = new ArrayList<>();
        Optional<Node.Fields> operations = expect.fields(document.field("operations"), "operations");
        operations.ifPresent(fields -> fields.values().forEach((name, written) ->
                references.follow(written).ifPresent(node -> operation(name, node, fields.keyAt(name), all))));
        return all;
    }

    private void operation(String name, Node node, Location at, List<Operation> all) {
        String action = text(node, "action").toLowerCase(Locale.ROOT);
        Optional<Node> channel = node.field("channel").flatMap(references::follow);
        if (!List.of("send", "receive").contains(action) || channel.isEmpty()) {
            problems.warning(
                    at,
                    "operation " + name + (channel.isEmpty() ? " names no channel that is there" : " has no action that is read"),
                    "Write action: send or receive, and channel: {$ref: '#/channels/...'}.");
            return;
        }
        boolean sends = action.equals("send");
        List<Node> messages = messages(node.field("messages").map(Node::items).orElse(List.of()), channel.get());
        all.add(new Operation(name, channel.get(), sends, node, messages, "action " + action, at));
        // The answer goes the other way.
        node.field("reply").flatMap(references::follow).ifPresent(reply -> reply.field("channel").flatMap(references::follow)
                .ifPresent(back -> all.add(new Operation(
                        name, back, !sends, reply, messages(reply.field("messages").map(Node::items).orElse(List.of()), back),
                        "reply to action " + action, at))));
    }

    /** An operation that names no messages is about all of its channel. */
    private List<Node> messages(List<Node> named, Node channel) {
        if (!named.isEmpty()) {
            return named.stream().flatMap(one -> references.follow(one).stream()).toList();
        }
        return channel.field("messages").orElse(channel) instanceof Node.Fields all && channel.field("messages").isPresent()
                ? all.values().values().stream().flatMap(one -> references.follow(one).stream()).toList()
                : List.of();
    }

    private static String text(Node node, String field) {
        return node.field(field).flatMap(Node::text).orElse("");
    }
}
