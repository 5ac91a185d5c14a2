package quorate.importer.quarkus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import quorate.importer.Recognizer;
import quorate.importer.Written;
import quorate.importer.settings.Calls;
import quorate.importer.settings.Config;
import quorate.importer.settings.Endpoint;
import quorate.importer.settings.Endpoints;
import quorate.importer.settings.Values;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Problems;

/** The stores whose addresses stand in the configuration, each group of settings with or without a name of its own. */
final class Connections {

    /** Databases by the words of {@code db-kind}, as the catalog names them. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("postgresql", "postgresql"), Map.entry("pgsql", "postgresql"), Map.entry("pg", "postgresql"),
            Map.entry("mysql", "mysql"), Map.entry("mariadb", "mariadb"), Map.entry("mssql", "sql-server"));

    private final Config config;
    private final Calls calls;
    private final Values values;
    private final Problems problems;
    private final Endpoints endpoints;

    Connections(Config config, Calls calls, Recognizer recognizer, Values values, Problems problems) {
        this.config = config;
        this.calls = calls;
        this.values = values;
        this.problems = problems;
        this.endpoints = new Endpoints(calls, recognizer, values);
    }

    void read() {
        each("datasource", this::datasource);
        each("redis", this::redis);
        each("mongodb", this::mongodb);
        other(Endpoint.store("elasticsearch", Words.StoreType.SEARCH_INDEX), "elasticsearch.hosts",
                "hibernate-search-orm.elasticsearch.hosts");
        other(Endpoint.store("neo4j", Words.StoreType.DATABASE), "neo4j.uri");
        other(Endpoint.store("cassandra", Words.StoreType.DATABASE), "cassandra.contact-points");
        other(Endpoint.store("infinispan", Words.StoreType.CACHE), "infinispan-client.hosts", "infinispan-client.server-list");
        other(Endpoint.channel("kafka"), "kafka-streams.bootstrap-servers");
        identity();
        emptied();
    }

    /** A group of settings, by the name that it has in the file. */
    private interface Reader {
        void read(String name, Config group);
    }

    private void each(String kind, Reader reader) {
        String name = "quarkus." + kind;
        config.at("quarkus", kind).ifPresent(group -> {
            reader.read(name, group);
            group.named().forEach((own, named) -> reader.read(name + "." + own, named));
        });
    }

    private void datasource(String name, Config group) {
        String kind = group.value("db-kind").map(w -> w.text().strip().toLowerCase(Locale.ROOT)).orElse("");
        Endpoint database = Endpoint.store(KINDS.getOrDefault(kind, ""), Words.StoreType.DATABASE);
        for (String way : List.of("jdbc", "reactive")) {
            group.list(way, "url").stream().findFirst().flatMap(url -> endpoints.link(database, url, name + "." + way + ".url"))
                    .ifPresent(link -> {
                        values.count(link, Keys.BULKHEAD, group.value(way, "max-size"));
                        outbox(name, link);
                    });
        }
    }

    /** This extension writes what happened beside what changed, in one transaction of the database without a name. */
    private void outbox(String datasource, Facts.Builder link) {
        config.at("quarkus", "debezium-outbox").flatMap(Config::place).filter(at -> datasource.equals("quarkus.datasource"))
                .ifPresent(at -> link.set(Keys.OUTBOX, Fact.of(true, Origin.detected(at, "sets up quarkus.debezium-outbox"))));
    }

    private void redis(String name, Config group) {
        group.list("hosts").stream().findFirst()
                .flatMap(hosts -> endpoints.link(Endpoint.store("redis", Words.StoreType.CACHE), hosts, name + ".hosts"))
                .ifPresent(link -> {
                    values.span(link, Keys.TIMEOUT_TRY, group.value("timeout"), "s");
                    values.count(link, Keys.BULKHEAD, group.value("max-pool-size"));
                });
    }

    private void mongodb(String name, Config group) {
        Optional<Written> written = group.list("connection-string").stream().findFirst()
                .or(() -> group.list("hosts").stream().findFirst());
        written.flatMap(w -> endpoints.link(Endpoint.store("mongodb", Words.StoreType.DATABASE), w, name))
                .ifPresent(link -> {
                    values.span(link, Keys.TIMEOUT_CONNECT, group.value("connect-timeout"), "s");
                    values.span(link, Keys.TIMEOUT_READ, group.value("read-timeout"), "s");
                    values.count(link, Keys.BULKHEAD, group.value("max-pool-size"));
                });
    }

    private void other(Endpoint endpoint, String... names) {
        for (String name : names) {
            config.at("quarkus").map(all -> all.list(name.split("\\."))).orElse(List.of()).stream().findFirst()
                    .ifPresent(written -> endpoints.link(endpoint, written, "quarkus." + name));
        }
    }

    /** Who says which user it is. */
    private void identity() {
        each("oidc", (name, group) -> group.value("auth-server-url").ifPresent(written ->
                Endpoints.address(written).ifPresent(address -> {
                    String how = name + ".auth-server-url names " + address.shown();
                    calls.web(address, written.at(), how)
                            .setIfUnknown(Keys.CARRIES, Fact.of(Words.Carries.CONTROL, Origin.detected(written.at(), how)));
                })));
    }

    /** What Hibernate does to the tables when the application starts. */
    private void emptied() {
        List<Written> all = new ArrayList<>();
        config.at("quarkus", "hibernate-orm").ifPresent(orm -> orm.each((name, written) -> {
            boolean generation = name.endsWith("database.generation") || name.endsWith("schema-management.strategy");
            if (generation && List.of("drop-and-create", "drop").contains(written.text().strip())) {
                all.add(written);
            }
        }));
        all.forEach(written -> problems.warning(
                written.at(),
                "with '" + written.text().strip() + "' the tables are dropped whenever an instance starts, with what is in them",
                "Let it validate, and change tables by migrations (quarkus.flyway, quarkus.liquibase)."));
    }
}
