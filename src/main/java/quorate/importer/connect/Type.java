package quorate.importer.connect;

import java.util.List;
import java.util.Optional;
import quorate.importer.settings.Endpoint;
import quorate.model.Words;

/**
 * What a class of connectors joins with Kafka.
 *
 * @param name the last part of the class's name, or the first parts of it with a dot at the end
 * @param source whether it takes from there and sends to Kafka
 * @param addresses settings that say where it is
 */
record Type(String name, boolean source, Endpoint endpoint, List<String> addresses) {

    private static final Words.StoreType DATABASE = Words.StoreType.DATABASE;
    private static final List<Type> ALL = List.of(
            captured("postgresql", "postgresql"), captured("mysql", "mysql"), captured("mariadb", "mariadb"),
            captured("sqlserver", "sql-server"), captured("oracle", ""), captured("db2", ""), captured("informix", ""),
            captured("vitess", "vitess"),
            new Type("io.debezium.connector.mongodb.", true, Endpoint.store("mongodb", DATABASE),
                    List.of("mongodb.connection.string", "mongodb.hosts")),
            new Type("JdbcSourceConnector", true, Endpoint.store("", DATABASE), List.of("connection.url")),
            new Type("MongoSourceConnector", true, Endpoint.store("mongodb", DATABASE), List.of("connection.uri")),
            new Type("JdbcSinkConnector", false, Endpoint.store("", DATABASE), List.of("connection.url")),
            new Type("MongoSinkConnector", false, Endpoint.store("mongodb", DATABASE), List.of("connection.uri")),
            new Type("ElasticsearchSinkConnector", false, Endpoint.store("elasticsearch", Words.StoreType.SEARCH_INDEX),
                    List.of("connection.url")),
            new Type("OpensearchSinkConnector", false, Endpoint.store("opensearch", Words.StoreType.SEARCH_INDEX),
                    List.of("connection.url")),
            new Type("S3SinkConnector", false, Endpoint.store("", Words.StoreType.OBJECT_STORE),
                    List.of("store.url", "aws.s3.endpoint")));

    private static Type captured(String database, String technology) {
        return new Type("io.debezium.connector." + database + ".", true, Endpoint.store(technology, DATABASE),
                List.of("database.hostname"));
    }

    /** By the name of a class. */
    static Optional<Type> of(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return ALL.stream()
                .filter(type -> type.name().endsWith(".") ? name.startsWith(type.name()) : last.endsWith(type.name()))
                .findFirst();
    }

    boolean isObjectStore() {
        return endpoint.type().filter(type -> type == Words.StoreType.OBJECT_STORE).isPresent();
    }
}
