package quorate.importer.dapr;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorate.importer.Address;
import quorate.importer.Ids;
import quorate.importer.Known;
import quorate.importer.Written;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Location;
import quorate.source.Node;

/**
 * A component of Dapr that keeps state or messages.
 *
 * @param name by which applications and policies speak of it
 * @param id of what it stands for
 */
record Component(String name, String id, Entity entity) {

    /** Names of the catalog for the last part of a type. */
    private static final Map<String, String> TECHNOLOGIES = Map.ofEntries(
            Map.entry("redis", "redis"), Map.entry("postgresql", "postgresql"), Map.entry("postgres", "postgresql"),
            Map.entry("mysql", "mysql"), Map.entry("mongodb", "mongodb"), Map.entry("cassandra", "cassandra"),
            Map.entry("cockroachdb", "cockroachdb"), Map.entry("sqlserver", "sql-server"), Map.entry("memcached", "memcached"),
            Map.entry("etcd", "etcd"), Map.entry("azure.cosmosdb", "cosmosdb"), Map.entry("aws.dynamodb", "dynamodb"),
            Map.entry("kafka", "kafka"), Map.entry("rabbitmq", "rabbitmq"), Map.entry("pulsar", "pulsar"),
            Map.entry("jetstream", "nats-jetstream"), Map.entry("gcp.pubsub", "google-pubsub"),
            Map.entry("azure.servicebus", "azure-service-bus"), Map.entry("azure.servicebus.queues", "azure-service-bus"),
            Map.entry("azure.servicebus.topics", "azure-service-bus"));
    private static final Set<String> SILENT = Set.of("secretstores", "configuration", "middleware", "nameresolution",
            "crypto", "lock");

    static Optional<Component> of(Node resource, Known known) {
        String type = DaprImporter.text(resource, "spec", "type");
        String name = DaprImporter.text(resource, "metadata", "name");
        Optional<Kind> kind = type.startsWith("state.")
                ? Optional.of(Kind.STORE)
                : type.startsWith("pubsub.") ? Optional.of(Kind.CHANNEL) : Optional.empty();
        if (kind.isEmpty() || name.isBlank()) {
            return Optional.empty();
        }
        Location at = resource.path("metadata", "name").orElse(resource).at();
        Location typed = resource.path("spec", "type").orElse(resource).at();
        Facts.Builder facts = Facts.at(at);
        Origin origin = Origin.detected(typed, "component of type " + type);
        Optional.ofNullable(TECHNOLOGIES.get(type.substring(type.indexOf('.') + 1)))
                .ifPresent(product -> facts.set(Keys.TECHNOLOGY, Fact.of(product, origin)));
        if (kind.get() == Kind.STORE) {
            facts.set(Keys.STORE_TYPE, Fact.of(Words.StoreType.DATABASE, origin));
        }
        if (type.endsWith(".in-memory")) {
            facts.set(Keys.VOLUME, Fact.of(Words.VolumeKind.MEMORY, origin));
        }
        Optional<String> there = address(resource).flatMap(known::component);
        String id = there.orElse(Ids.ofName(name));
        return Optional.of(new Component(name, id, new Entity(kind.get(), id, facts.build(), at)));
    }

    /** Whether it is of a type that would say something, and is not read. */
    static boolean missed(Node resource) {
        String type = DaprImporter.text(resource, "spec", "type");
        return !SILENT.contains(type.contains(".") ? type.substring(0, type.indexOf('.')) : type);
    }

    /** An address of what should keep state or messages for all, but stands on each machine for itself. */
    static Optional<Written> onTheSameMachine(Node resource) {
        for (Node item : resource.path("spec", "metadata").map(Node::items).orElse(List.of())) {
            Optional<Node> value = item.field("value").filter(node -> node.text().isPresent());
            for (Address address : Address.in(DaprImporter.text(item, "name"), DaprImporter.text(item, "value"))) {
                if (address.isLocal()) {
                    return value.map(node -> new Written(address.shown(), node.at()));
                }
            }
        }
        return Optional.empty();
    }

    /** The first host that its settings name and that is not the machine itself. */
    private static Optional<String> address(Node resource) {
        for (Node item : resource.path("spec", "metadata").map(Node::items).orElse(List.of())) {
            for (Address address : Address.in(DaprImporter.text(item, "name"), DaprImporter.text(item, "value"))) {
                if (!address.isLocal()) {
                    return Optional.of(address.host());
                }
            }
        }
        return Optional.empty();
    }
}
