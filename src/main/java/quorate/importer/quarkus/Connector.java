package quorate.importer.quarkus;

import java.util.List;
import java.util.Optional;
import quorate.importer.Written;
import quorate.importer.settings.Config;
import quorate.importer.settings.Endpoint;

/**
 * What binds channels of MicroProfile Reactive Messaging to a broker.
 *
 * @param words by which settings name it, the first being that of SmallRye
 * @param broker what it speaks with
 * @param destinations attributes of a channel that say what it is called there, the first that is set counts
 * @param hosts attributes of a channel, or of the connector, that say where the broker is
 * @param common settings that say it for all channels
 */
record Connector(List<String> words, Endpoint broker, List<String> destinations, List<String> hosts, List<String> common) {

    private static final List<Connector> ALL = List.of(
            connector("kafka", "smallrye-kafka liberty-kafka helidon-kafka", "topics topic", "bootstrap.servers",
                    "kafka.bootstrap.servers"),
            connector("rabbitmq", "smallrye-rabbitmq smallrye-rabbitmq-og", "exchange.name queue.name", "addresses host",
                    "rabbitmq-addresses rabbitmq-host"),
            connector("pulsar", "smallrye-pulsar", "topics topic", "serviceUrl", "pulsar.client.serviceUrl"),
            connector("", "smallrye-amqp", "address", "host", "amqp-host"),
            connector("", "smallrye-mqtt", "topic", "host", "mqtt-host"));

    private static Connector connector(String technology, String words, String destinations, String hosts, String common) {
        return new Connector(split(words), Endpoint.channel(technology), split(destinations), split(hosts), split(common));
    }

    private static List<String> split(String words) {
        return List.of(words.split(" "));
    }

    /** By the name in a setting. */
    static Optional<Connector> named(String word) {
        return ALL.stream().filter(connector -> connector.words().contains(word.strip())).findFirst();
    }

    /** Those of which a setting says where the broker is. */
    static List<Connector> configured(Config config) {
        return ALL.stream().filter(connector -> connector.place(config).isPresent()).toList();
    }

    /** What is set for all its channels. */
    Config shared(Config config) {
        Config shared = new Config();
        words.forEach(word -> config.at("mp", "messaging", "connector", word).ifPresent(shared::addAll));
        return shared;
    }

    /** Where the broker is, if that is said for all channels. */
    Optional<Written> place(Config config) {
        return place(new Attributes(new Config(), shared(config)), config);
    }

    /** Where the broker of a channel is. */
    Optional<Written> place(Attributes channel, Config config) {
        return channel.first(hosts).or(() -> new Attributes(config, new Config()).first(common));
    }
}
