package quorate.importer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import quorate.model.Kind;

/**
 * Traces that a product leaves in a deployment file beside its image: names, ports, variables. The catalog is asked first and
 * last; this list only says which words to ask it for, and what kind of thing it is when the catalog does not know it.
 *
 * @param words by which images and units are named, the catalog's likeliest first
 * @param port on which it usually listens; 0 for none
 * @param own variables that its own container sets and its clients rarely do; they do not count alone
 * @param sure variables that only its own container sets
 */
record Trace(Kind kind, String type, List<String> words, int port, Set<String> own, Set<String> sure) {

    private static final List<Trace> ALL = List.of(
            store("database", "postgres postgresql postgis", 5432, "POSTGRES_DB POSTGRES_PASSWORD POSTGRESQL_PASSWORD", "POSTGRES_INITDB_ARGS"),
            store("database", "patroni spilo", 0, "PATRONI_SCOPE", "PATRONI_NAME"),
            store("database", "mysql", 3306, "MYSQL_DATABASE MYSQL_PASSWORD MYSQL_ROOT_PASSWORD", "MYSQL_ALLOW_EMPTY_PASSWORD"),
            store("database", "mssql sqlserver mssql-server azure-sql-edge", 1433, "", "SA_PASSWORD MSSQL_SA_PASSWORD MSSQL_PID"),
            store("database", "mariadb", 3306, "MARIADB_DATABASE MARIADB_ROOT_PASSWORD", "MARIADB_ALLOW_EMPTY_ROOT_PASSWORD"),
            store("database", "mongodb mongo mongod", 27017, "", "MONGO_INITDB_ROOT_USERNAME MONGO_INITDB_DATABASE"),
            store("database", "cassandra", 9042, "CASSANDRA_SEEDS", "CASSANDRA_CLUSTER_NAME CASSANDRA_ENDPOINT_SNITCH"),
            store("database", "cockroachdb cockroach", 26257, "", ""),
            store("database", "scylla scylladb", 9042, "", ""),
            store("database", "tikv", 20160, "", ""),
            store("database", "neo4j", 7687, "NEO4J_AUTH", ""),
            store("database", "clickhouse", 9000, "CLICKHOUSE_DB", ""),
            store("database", "influxdb", 8086, "", "DOCKER_INFLUXDB_INIT_MODE"),
            store("database", "couchdb", 5984, "COUCHDB_USER", ""),
            store("database", "dynamodb dynamodb-local dynamodblocal", 8000, "", ""),
            store("cache", "redis", 6379, "REDIS_PASSWORD", "REDIS_REPLICATION_MODE"),
            store("cache", "valkey", 6379, "", "VALKEY_REPLICATION_MODE"),
            store("cache", "memcached", 11211, "", ""),
            store("search-index", "elasticsearch", 9200, "discovery.type", "cluster.initial_master_nodes discovery.seed_hosts"),
            store("search-index", "opensearch", 9200, "discovery.type", "OPENSEARCH_INITIAL_ADMIN_PASSWORD"),
            store("object-store", "minio", 9000, "MINIO_ROOT_USER MINIO_ACCESS_KEY", ""),
            store("object-store", "seaweedfs", 8333, "", ""),
            store("search-index", "solr", 8983, "", ""),
            store("search-index", "meilisearch", 7700, "", "MEILI_MASTER_KEY"),
            store("search-index", "qdrant", 6333, "", ""),
            store("cache", "dragonfly keydb", 6379, "", ""),
            store("coordination", "zookeeper", 2181, "ZOOKEEPER_CLIENT_PORT ZOOKEEPER_TICK_TIME", "ZOO_MY_ID ZOO_SERVERS ZOOKEEPER_SERVER_ID ZOOKEEPER_SERVERS"),
            store("coordination", "etcd", 2379, "", "ETCD_INITIAL_CLUSTER ETCD_LISTEN_CLIENT_URLS ETCD_ADVERTISE_CLIENT_URLS"),
            store("coordination", "pd placement-driver", 2379, "", ""),
            store("coordination", "consul", 8500, "", "CONSUL_BIND_INTERFACE"),
            channel("kafka", 9092, "KAFKA_BROKER_ID KAFKA_ZOOKEEPER_CONNECT",
                    "KAFKA_ADVERTISED_LISTENERS KAFKA_CFG_ADVERTISED_LISTENERS KAFKA_PROCESS_ROLES KAFKA_CFG_PROCESS_ROLES"
                            + " KAFKA_CONTROLLER_QUORUM_VOTERS KAFKA_CFG_CONTROLLER_QUORUM_VOTERS"),
            channel("redpanda", 9092, "", ""),
            channel("rabbitmq amqp", 5672, "RABBITMQ_DEFAULT_USER RABBITMQ_DEFAULT_PASS", "RABBITMQ_ERLANG_COOKIE RABBITMQ_NODENAME"),
            channel("nats", 4222, "", ""),
            channel("pulsar", 6650, "", ""),
            channel("mosquitto emqx", 1883, "", ""),
            channel("activemq artemis", 61616, "", "ARTEMIS_USER"),
            generator("k6", 6565, "K6_OUT K6_VUS",
                    "K6_TARGET_URL K6_DURATION K6_ITERATIONS K6_STAGES K6_OTEL_EXPORTER_PROTOCOL"),
            generator("locust", 8089, "LOCUST_HOST",
                    "LOCUST_USERS LOCUST_SPAWN_RATE LOCUST_HEADLESS LOCUST_LOCUSTFILE LOCUST_AUTOSTART"),
            generator("loadgenerator loadgen load-generator load-test gatling jmeter artillery vegeta", 0, "", ""));

    private static Trace store(String type, String words, int port, String own, String sure) {
        return new Trace(Kind.STORE, type, split(words), port, Set.copyOf(split(own)), Set.copyOf(split(sure)));
    }

    private static Trace channel(String words, int port, String own, String sure) {
        return new Trace(Kind.CHANNEL, "", split(words), port, Set.copyOf(split(own)), Set.copyOf(split(sure)));
    }

    /** What puts load on the system in a trial and is no part of what the system does for its users. */
    private static Trace generator(String words, int port, String own, String sure) {
        return new Trace(Kind.SERVICE, "load-generator", split(words), port, Set.copyOf(split(own)), Set.copyOf(split(sure)));
    }

    private static List<String> split(String words) {
        return Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    static List<Trace> all() {
        return ALL;
    }

    /** The product that is called by that word. */
    static Optional<Trace> named(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(trace -> trace.words().contains(lower)).findFirst();
    }

    /**
     * The product that a compound name ends in: {@code shop-mongodb}, {@code rs-mysql-db}, {@code kafka2}. What comes first
     * says whose it is ({@code kafka-ui} is no Kafka).
     */
    static Optional<Trace> headOf(String name) {
        List<String> parts = Arrays.asList(name.toLowerCase(Locale.ROOT).split("[-_.]"));
        for (int end = parts.size(); end > 0; end--) {
            String last = parts.get(end - 1);
            String two = end > 1 ? parts.get(end - 2) + "-" + last : last;
            Optional<Trace> found = named(two).or(() -> named(last)).or(() -> named(last.replaceAll("[0-9]+$", "")));
            if (found.isPresent()) {
                return found;
            }
            if (!last.matches("db|database|server|node|master|primary|replica|slave|broker|cluster|store|cache|[0-9]+|v[0-9]+|[a-z]")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
