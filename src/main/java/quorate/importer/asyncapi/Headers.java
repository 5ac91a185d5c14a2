package quorate.importer.asyncapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Origin;
import quorate.source.Node;

/** What all messages of an operation carry in their headers: the trace context, a key that tells a repeated message. */
final class Headers {

    private static final Set<String> TRACE =
            Set.of("traceparent", "b3", "x-b3-traceid", "uber-trace-id", "x-datadog-trace-id", "x-amzn-trace-id", "sw8");

    private final List<Node> messages;
    private final References references;

    Headers(List<Node> messages, References references) {
        this.messages = List.copyOf(messages);
        this.references = references;
    }

    void read(Facts.Builder facts) {
        inAll(TRACE::contains).ifPresent(header -> facts.set(
                Keys.TRACE_PROPAGATED, Fact.of(true, Origin.imported(header.at(), "header " + header.value()))));
        inAll(name -> name.matches("(x-)?idempotency[-_]?key")).ifPresent(header -> facts.set(
                Keys.IDEMPOTENCY_KEY, Fact.of(header.value(), Origin.imported(header.at(), "header"))));
    }

    /** The first header that the test accepts, as a scalar at its place, if every message has one. */
    private Optional<Node.Scalar> inAll(Predicate<String> test) {
        List<Node.Scalar> found = new ArrayList<>();
        messages.forEach(message -> named(message, test).ifPresent(found::add));
        return found.size() < messages.size() ? Optional.empty() : found.stream().findFirst();
    }

    private Optional<Node.Scalar> named(Node message, Predicate<String> test) {
        List<Node> parts = new ArrayList<>(List.of(message));
        message.field("traits").map(Node::items).orElse(List.of())
                .forEach(trait -> references.follow(trait).ifPresent(parts::add));
        for (Node part : parts) {
            Optional<Node> properties = part.field("headers").flatMap(references::follow)
                    .flatMap(headers -> headers.field("properties").or(() -> headers.path("schema", "properties")));
            if (properties.isPresent() && properties.get() instanceof Node.Fields fields) {
                Optional<String> name = fields.values().keySet().stream()
                        .filter(key -> test.test(key.toLowerCase(Locale.ROOT))).findFirst();
                if (name.isPresent()) {
                    return Optional.of(new Node.Scalar(name.get(), Node.Type.STRING, fields.keyAt(name.get())));
                }
            }
        }
        return Optional.empty();
    }
}
