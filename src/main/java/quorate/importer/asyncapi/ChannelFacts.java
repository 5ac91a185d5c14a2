package quorate.importer.asyncapi;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Origin;
import quorate.model.ValueType;
import quorate.model.Words;
import quorate.source.Node;
import quorate.source.Problems;

/** What the bindings of a channel, and of the operations on it, say of the channel itself. */
final class ChannelFacts {

    /** Of SQS: a queue of the kind FIFO recognises a repeated message for that long, and it cannot be set. */
    private static final Duration FIFO_WINDOW = Duration.ofMinutes(5);

    private final Facts.Builder facts;
    private final Problems problems;

    ChannelFacts(Facts.Builder facts, Problems problems) {
        this.facts = facts;
        this.problems = problems;
    }

    void channel(Bindings bindings) {
        kafka(bindings);
        amqp(bindings);
        sqs(bindings);
        bindings.value("googlepubsub", "messageRetentionDuration").ifPresent(node -> span(Keys.RETENTION, node, node));
        number(bindings.value("pulsar", "retention", "time"))
                .ifPresent(n -> span(Keys.RETENTION, bindings.value("pulsar", "retention", "time").get(), n, "m"));
    }

    private void kafka(Bindings bindings) {
        bindings.value("kafka", "replicas").ifPresent(node -> count(Keys.REPLICAS, node));
        List<String> policy = bindings.value("kafka", "topicConfiguration", "cleanup.policy")
                .map(node -> node.items().isEmpty() ? List.of(node) : node.items()).orElse(List.of())
                .stream().flatMap(node -> node.text().stream()).toList();
        if (policy.equals(List.of("compact"))) {
            return; // the newest message of each key stays, whatever the other settings say
        }
        bindings.value("kafka", "topicConfiguration", "retention.ms").ifPresent(node -> {
            if (node.text().filter("-1"::equals).isPresent()) {
                facts.setIfUnknown(Keys.RETENTION, Fact.none(Origin.imported(node.at(), "retention.ms -1: no limit")));
            } else {
                number(Optional.of(node)).ifPresent(n -> span(Keys.RETENTION, node, n, "ms"));
            }
        });
        bindings.value("kafka", "topicConfiguration", "retention.bytes").ifPresent(node -> number(Optional.of(node))
                .ifPresent(n -> {
            Origin origin = Origin.imported(node.at(), "retention.bytes");
            facts.setIfUnknown(Keys.BOUND, Fact.of(n + " bytes in each partition", origin));
            facts.setIfUnknown(Keys.OVERFLOW, Fact.of(Words.Overflow.DROP_OLDEST, origin));
        }));
    }

    private void amqp(Bindings bindings) {
        for (String word : List.of("exclusive", "autoDelete")) {
            bindings.value("amqp", "queue", word).filter(ChannelFacts::isTrue)
                    .ifPresent(node -> ephemeral(node, word + ": the queue goes with the connection or consumer that uses it"));
        }
        bindings.value("amqp", "queue", "durable").filter(ChannelFacts::isFalse)
                .ifPresent(node -> ephemeral(node, "durable false: the queue is gone when the broker has restarted"));
    }

    private void sqs(Bindings bindings) {
        bindings.value("sqs", "queue", "fifoQueue").filter(ChannelFacts::isTrue).ifPresent(node -> {
            Origin origin = Origin.imported(node.at(), "a FIFO queue");
            facts.setIfUnknown(Keys.ORDERING, Fact.of(Words.Ordering.PER_KEY, origin));
            facts.setIfUnknown(Keys.DEDUPLICATION, Fact.of(FIFO_WINDOW, origin));
        });
        bindings.value("sqs", "queue", "messageRetentionPeriod")
                .ifPresent(node -> number(Optional.of(node)).ifPresent(n -> span(Keys.RETENTION, node, n, "s")));
        bindings.value("sqs", "queue", "redrivePolicy", "maxReceiveCount")
                .ifPresent(node -> count(Keys.MAX_DELIVERIES, node));
        bindings.value("sqs", "queue", "redrivePolicy", "deadLetterQueue")
                .flatMap(queue -> queue.field("name").or(() -> queue.field("arn")))
                .or(() -> bindings.value("sqs", "deadLetterQueue", "name"))
                .ifPresent(node -> node.text().ifPresent(name ->
                        facts.setIfUnknown(Keys.DEAD_LETTER, Fact.of(name, Origin.imported(node.at(), "")))));
    }

    /** What an operation of the application does to messages of the channel. */
    void operation(Bindings bindings, boolean sends) {
        Optional<Node> quality = bindings.value("mqtt", "qos");
        if (quality.flatMap(Node::text).filter("0"::equals).isPresent()) {
            delivery(Words.Delivery.AT_MOST_ONCE, quality.get(), "qos 0");
        } else if (quality.flatMap(Node::text).filter("1"::equals).isPresent()) {
            delivery(Words.Delivery.AT_LEAST_ONCE, quality.get(), "qos 1");
        } // qos 2 speaks of the way to the broker alone; whether the other half keeps it is not said here
        if (sends) {
            bindings.value("amqp", "deliveryMode").filter(node -> node.text().filter("1"::equals).isPresent())
                    .ifPresent(node -> ephemeral(node, "deliveryMode 1: messages are gone when the broker has restarted"));
            bindings.value("amqp", "expiration").filter(node -> number(Optional.of(node)).filter(n -> n.signum() > 0).isPresent())
                    .ifPresent(node -> span(Keys.RETENTION, node, number(Optional.of(node)).orElseThrow(), "ms"));
        } else {
            bindings.value("amqp", "ack").filter(ChannelFacts::isTrue)
                    .ifPresent(node -> delivery(Words.Delivery.AT_LEAST_ONCE, node, "the consumer acknowledges"));
            bindings.value("amqp", "ack").filter(ChannelFacts::isFalse)
                    .ifPresent(node -> delivery(Words.Delivery.AT_MOST_ONCE, node, "the consumer does not acknowledge"));
        }
    }

    /** Where messages have a key, those of one key keep their order. */
    void messages(List<Node> messages, References references) {
        List<Node> keys = messages.stream().flatMap(m -> Bindings.of(m, references).value("kafka", "key").stream()).toList();
        if (messages.isEmpty() || keys.size() < messages.size()) {
            return;
        }
        Node key = keys.get(0);
        String words = key.field("description").or(() -> key.field("title")).flatMap(Node::text).orElse("the key of the message");
        facts.setIfUnknown(Keys.PARTITION_KEY, Fact.of(words, Origin.imported(key.at(), "")));
        facts.setIfUnknown(Keys.ORDERING, Fact.of(Words.Ordering.PER_KEY, Origin.imported(key.at(), "each message has a key")));
    }

    /** Of several operations the weakest promise is that of the channel. */
    private void delivery(Words.Delivery delivery, Node node, String how) {
        boolean weaker = delivery == Words.Delivery.AT_MOST_ONCE;
        if (weaker || !facts.has(Keys.DELIVERY)) {
            facts.set(Keys.DELIVERY, Fact.of(delivery, Origin.imported(node.at(), how)));
        }
    }

    private void ephemeral(Node node, String how) {
        facts.setIfUnknown(Keys.VOLUME, Fact.of(Words.VolumeKind.EPHEMERAL, Origin.imported(node.at(), how)));
    }

    private void count(Key<Integer> key, Node node) {
        Optional<Integer> count = new ValueType.Count().read(node).filter(n -> n > 0);
        count.ifPresent(n -> facts.setIfUnknown(key, Fact.of(n, Origin.imported(node.at(), ""))));
        if (count.isEmpty()) {
            unread(node, "a whole number above 0");
        }
    }

    private void span(Key<Duration> key, Node node, BigInteger number, String unit) {
        span(key, node, new Node.Scalar(number + unit, Node.Type.STRING, node.at()));
    }

    private void span(Key<Duration> key, Node at, Node written) {
        Optional<Duration> span = new ValueType.Span().read(written);
        span.ifPresent(s -> facts.setIfUnknown(key, Fact.of(s, Origin.imported(at.at(), ""))));
        if (span.isEmpty()) {
            unread(at, "a time of at most 200 years");
        }
    }

    private Optional<BigInteger> number(Optional<Node> node) {
        Optional<BigInteger> number = node.flatMap(Node::text).filter(text -> text.matches("[0-9]{1,18}")).map(BigInteger::new);
        if (number.isEmpty()) {
            node.ifPresent(n -> unread(n, "a whole number"));
        }
        return number;
    }

    private void unread(Node node, String expected) {
        String found = node.text().map(text -> "'" + text + "'").orElse(node.kind());
        problems.warning(node.at(), found + " is not read", "Write " + expected + ".");
    }

    private static boolean isTrue(Node node) {
        return node.text().filter("true"::equalsIgnoreCase).isPresent();
    }

    private static boolean isFalse(Node node) {
        return node.text().filter("false"::equalsIgnoreCase).isPresent();
    }
}
