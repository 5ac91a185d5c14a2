package quorate.importer;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import quorate.model.Fact;
import quorate.model.Origin;
import quorate.source.Location;

/**
 * A protocol over which a channel is reached, and where it is written.
 *
 * @param word in lower case, as AsyncAPI and those who follow it call it
 */
public record Protocol(String word, Location at) {

    private static final Map<String, String> SECURED = Map.of(
            "kafka-secure", "kafka", "amqps", "amqp", "mqtts", "mqtt", "mqtt5", "mqtt", "secure-mqtt", "mqtt",
            "stomps", "stomp", "wss", "ws", "https", "http");
    /** Over these two programs talk to each other, and nobody stands between them. */
    private static final Set<String> WITHOUT_BROKER = Set.of("ws", "http", "sse", "mercure", "grpc", "graphql", "webrtc", "zmq");
    /** Of these every request has its answer. */
    private static final Set<String> ANSWERED = Set.of("http", "grpc", "graphql");
    /** Protocols that belong to one product as a rule, by its name in the catalog. */
    private static final Map<String, String> PRODUCTS = Map.of(
            "kafka", "kafka", "amqp", "rabbitmq", "pulsar", "pulsar", "sqs", "sqs", "googlepubsub", "google-pubsub",
            "kinesis", "kinesis", "azure-service-bus", "azure-service-bus");

    public Protocol {
        word = word.toLowerCase(Locale.ROOT);
    }

    /** The word without what only says that the connection is encrypted: {@code kafka-secure}, {@code amqps}. */
    public String plain() {
        return SECURED.getOrDefault(word, word);
    }

    public boolean withoutBroker() {
        return WITHOUT_BROKER.contains(plain());
    }

    /** Whether who sends a request waits for its answer. */
    public boolean answered() {
        return ANSWERED.contains(plain());
    }

    /** The product that speaks the protocol, where there is only one as a rule. */
    public Fact<String> technology() {
        String product = PRODUCTS.get(plain());
        return product == null ? Fact.unknown(at) : Fact.of(product, Origin.detected(at, "protocol " + word));
    }
}
