package quorate.importer.spring;

import java.util.List;
import quorate.importer.settings.Endpoint;
import quorate.model.Words;

/**
 * A group of settings of Spring that connects an application with one thing.
 *
 * @param prefix of the group
 * @param addresses names below it under which the address may stand
 * @param endpoint what stands there
 */
record Target(String prefix, List<String> addresses, Endpoint endpoint) {

    private static final List<Target> ALL = List.of(
            store("spring.datasource", "", Words.StoreType.DATABASE, "url", "jdbc-url", "hikari.jdbc-url"),
            store("spring.r2dbc", "", Words.StoreType.DATABASE, "url"),
            store("spring.data.mongodb", "mongodb", Words.StoreType.DATABASE, "uri", "host"),
            store("spring.data.redis", "redis", Words.StoreType.CACHE, "url", "host", "sentinel.nodes", "cluster.nodes"),
            store("spring.redis", "redis", Words.StoreType.CACHE, "url", "host", "sentinel.nodes", "cluster.nodes"),
            store("spring.data.cassandra", "cassandra", Words.StoreType.DATABASE, "contact-points"),
            store("spring.cassandra", "cassandra", Words.StoreType.DATABASE, "contact-points"),
            store("spring.elasticsearch", "elasticsearch", Words.StoreType.SEARCH_INDEX, "uris", "rest.uris"),
            store("spring.neo4j", "neo4j", Words.StoreType.DATABASE, "uri"),
            store("spring.couchbase", "couchbase", Words.StoreType.DATABASE, "connection-string"),
            channel("spring.rabbitmq", "rabbitmq", "addresses", "host"),
            channel("spring.kafka", "kafka", "bootstrap-servers", "consumer.bootstrap-servers", "producer.bootstrap-servers"),
            channel("spring.cloud.stream.kafka.binder", "kafka", "brokers"),
            channel("spring.pulsar", "pulsar", "client.service-url"),
            channel("spring.artemis", "artemis", "broker-url", "host"));

    static List<Target> all() {
        return ALL;
    }

    private static Target store(String prefix, String technology, Words.StoreType type, String... addresses) {
        return new Target(prefix, List.of(addresses), Endpoint.store(technology, type));
    }

    private static Target channel(String prefix, String technology, String... addresses) {
        return new Target(prefix, List.of(addresses), Endpoint.channel(technology));
    }

    String[] path() {
        return prefix.split("\\.");
    }
}
