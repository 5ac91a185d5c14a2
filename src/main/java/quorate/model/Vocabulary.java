package quorate.model;

import static quorate.model.Keys.*;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which kind of subject may state which keys, and the JSON Schema that follows. */
public final class Vocabulary {

    /** Ids are words in lower case; a dot or an underscore occurs in imported names. */
    public static final String ID_PATTERN = "^[A-Za-z0-9][A-Za-z0-9._-]*$";

    private static final List<Key<?>> RUNNING = List.of(
            NAME, PURPOSE, OWNER, ESCALATION, CRITICALITY, TIER, RTO, RPO, PLACEMENT, CLAIM, TECHNOLOGY, VERSION, IMAGE, REPLICAS,
            MIN_REPLICAS, DISRUPTION_MIN, DISRUPTION_MAX, SPREAD, LIVENESS, READINESS_PROBE, RESTARTS, ADMISSION,
            COLD_START_REHEARSED, ISOLATION, TRACING, NAMESPACE, POD_LABELS, AVAILABILITY, MTBF, MTTR, AVAILABILITY_SOURCE);

    private static final List<Key<?>> REPLICATED = List.of(
            TOPOLOGY, REPLICATION_MODE, REPLICATION_BOUNDARY, SYNC_FOLLOWERS, REPLICATION_FORM, VOTERS, VOTER_PLACEMENT,
            QUORUM_N, QUORUM_R, QUORUM_W, QUORUM_STRICT, FAILOVER_MODE, FAILOVER_BOUNDARY, LOSS_GUARD, FENCING, WITNESS,
            FAILOVER_DETECT, FAILOVER_DECIDE, FAILOVER_REDIRECT, FAILOVER_EXERCISED, FAILOVER_QUARANTINE, PRE_VOTE, CHECK_QUORUM,
            DETECTOR_SIGNAL, DETECTOR_INTERVAL, DETECTOR_MISSES, DETECTOR_TIMEOUT, DETECTOR_PHI, DETECTOR_DEVIATION,
            DETECTOR_PAUSE, DETECTOR_HYSTERESIS, FLUSH, VOLUME,
            BACKUP_PLACE, BACKUP_INDEPENDENT, BACKUP_INTERVAL, BACKUP_GRANULARITY, BACKUP_NEEDED, RESTORE_TESTED,
            RESTORE_TIME, LOG_ARCHIVE, JOIN, ANTI_ENTROPY, CONFLICTS, VERSIONS, LAG_BOUND, LAG_ALARM, LAG_ABSENT_ALARM,
            DESTRUCTIVE_GUARD);

    private static final Map<Kind, List<Key<?>>> KEYS = keysByKind();

    private Vocabulary() {}

    /** The keys that a subject of this kind may state, in reading order. */
    public static List<Key<?>> keys(Kind kind) {
        return KEYS.get(kind);
    }

    private static Map<Kind, List<Key<?>>> keysByKind() {
        Map<Kind, List<Key<?>>> keys = new EnumMap<>(Kind.class);
        keys.put(Kind.SYSTEM, List.of(
                NAME, PURPOSE, OWNER, ESCALATION, REPOSITORY, TIER, RTO, RPO, RPO_OWNER, PARTITIONS_CONSIDERED, TRADEOFFS));
        keys.put(Kind.FAULT_DOMAIN, List.of(
                NAME, DOMAIN_KIND, PARENT, AVAILABILITY, MTBF, MTTR, AVAILABILITY_SOURCE));
        keys.put(Kind.SERVICE, join(RUNNING, List.of(
                SERVICE_TYPE, STATEFUL, SCALE_MIN, SCALE_MAX, SCALE_SIGNAL, ON_DEPENDENCY_LOSS, WITHDRAW_FLOOR, POOL,
                SHEDDING, RATE_LIMIT, CLOCK, CLOCK_GUARD, CLOCK_SKEW, DETECTOR_SIGNAL, DETECTOR_INTERVAL, DETECTOR_MISSES,
                DETECTOR_TIMEOUT, DETECTOR_PHI, DETECTOR_DEVIATION, DETECTOR_PAUSE, DETECTOR_HYSTERESIS, FAILOVER_MODE, FAILOVER_EXERCISED,
                FAILOVER_QUARANTINE)));
        keys.put(Kind.STORE, join(RUNNING, REPLICATED, List.of(
                STORE_TYPE, READS_FROM, TRANSACTION_ISOLATION, FRONTS, CACHE_TTL, MISS_CAPACITY, COALESCING, STALE_ON_ERROR,
                COORDINATION_SHARDED, ROLES, WORK_QUEUE, CLOCK, CLOCK_GUARD, CLOCK_SKEW)));
        keys.put(Kind.CHANNEL, join(RUNNING, REPLICATED, List.of(
                DELIVERY, ORDERING, PARTITION_KEY, RETENTION, BOUND, OVERFLOW, DEAD_LETTER, MAX_DELIVERIES, DEDUPLICATION)));
        keys.put(Kind.EXTERNAL, List.of(
                NAME, PURPOSE, OWNER, ESCALATION, CRITICALITY, PLACEMENT, TECHNOLOGY, PROVIDER, SLA, RATE_LIMIT,
                AVAILABILITY, MTBF, MTTR, AVAILABILITY_SOURCE));
        keys.put(Kind.LINK, List.of(
                ID, NAME, FROM, TO, MODE, PROTOCOL, LINK_PURPOSE, NEED, CRITICALITY, CARRIES, ON_FAILURE, STALENESS,
                TIMEOUT_CONNECT, TIMEOUT_READ, TIMEOUT_TRY, TIMEOUT_TOTAL, TIMEOUT_AFTER_FAILOVER, KEEP_ALIVE, RETRY,
                BREAKER_THRESHOLD, BREAKER_WINDOW, BREAKER_MIN_CALLS, BREAKER_WAIT, BREAKER_HALF_OPEN, BULKHEAD,
                FALLBACK, EFFECT, IDEMPOTENCY_KEY, DEDUPLICATED_BY, OUTBOX, READS_FROM, TRACE_PROPAGATED, CALL_RATE, LATENCY,
                GOSSIP, INTEGRITY_CHECK, REASON));
        keys.put(Kind.DATA_DOMAIN, List.of(
                NAME, PURPOSE, OWNER, CRITICALITY, STORES, CONSISTENCY, ON_PARTITION, NORMAL_CHOICE, REASON, NO_LOSS, RPO,
                RPO_OWNER, READ_YOUR_WRITES, READ_YOUR_WRITES_BY, STALENESS_TOLERATED, LAG_TOLERATED, CAUSAL_ORDER,
                CAUSAL_ORDER_BY, SEVERAL_WRITERS, CONFLICTS, MERGE, INVARIANTS, RECONCILIATION, AUDIT, REPLAY, MONEY));
        keys.put(Kind.JOURNEY, List.of(
                NAME, PURPOSE, OWNER, CRITICALITY, ENTRY, USES, SLO_AVAILABILITY, SLO_LATENCY, DEGRADED_ANSWER));
        keys.put(Kind.TRANSACTION, List.of(
                NAME, PURPOSE, OWNER, STYLE, REASON, COORDINATOR, COORDINATOR_REPLICATED, STEPS, TRANSACTION_TIME, MONEY));
        keys.put(Kind.COORDINATION, List.of(
                NAME, OWNER, COORDINATION_PURPOSE, BUILT_ON, USED_BY, PROTECTS, FENCING_TOKEN, TOKEN_CHECKED_BY, LEASE,
                LEASE_RENEWAL, CLOCK, CLOCK_GUARD, CLOCK_SKEW, REASON));
        keys.put(Kind.AUTOMATION, List.of(
                NAME, OWNER, AUTOMATION_ACTION, AUTOMATION_SIGNAL, CAP, ACTS_ON, PLACEMENT, DETECTOR_SIGNAL,
                DETECTOR_HYSTERESIS, FAILOVER_BOUNDARY, DESTRUCTIVE_GUARD));
        keys.put(Kind.CHANGE, List.of(NAME, OWNER, CHANGE_KIND, CHANGES, CHANGE_SCOPE, STAGES, BAKE_TIME, VALIDATION));
        keys.put(Kind.OPERATIONS, List.of(NAME, OWNER, OPERATIONS_KIND, RUNS_ON, REPAIRS, DESTRUCTIVE_GUARD));
        keys.put(Kind.READINESS, List.of(NAME, OWNER, READINESS_KIND, COVERS, ABOUT, ADDRESS, EXERCISED));
        keys.put(Kind.ACCEPTANCE, List.of(ACCEPTED_RULE, ACCEPTED_SUBJECT, REASON, OWNER, EXPIRES));
        return keys;
    }

    @SafeVarargs
    private static List<Key<?>> join(List<Key<?>>... lists) {
        List<Key<?>> all = new ArrayList<>();
        for (List<Key<?>> list : lists) {
            all.addAll(list);
        }
        return List.copyOf(all);
    }

    /** JSON Schema of a mapping with these keys; dotted keys become nested mappings. */
    static Map<String, Object> schemaOf(List<Key<?>> keys, List<String> required) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Key<?> key : keys) {
            Map<String, Object> into = properties;
            List<String> path = key.path();
            for (String group : path.subList(0, path.size() - 1)) {
                into = group(into, group);
            }
            into.put(path.get(path.size() - 1), schemaOf(key));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> group(Map<String, Object> properties, String name) {
        Map<String, Object> choice = (Map<String, Object>) properties.computeIfAbsent(name, n -> {
            Map<String, Object> mapping = new LinkedHashMap<>();
            mapping.put("type", "object");
            mapping.put("properties", new LinkedHashMap<String, Object>());
            mapping.put("additionalProperties", false);
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("description", "Settings of " + n + "; none states that there is none.");
            schema.put("anyOf", List.of(mapping, noneOrUnknown()));
            return schema;
        });
        List<Map<String, Object>> anyOf = (List<Map<String, Object>>) choice.get("anyOf");
        return (Map<String, Object>) anyOf.get(0).get("properties");
    }

    private static Map<String, Object> schemaOf(Key<?> key) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", key.help());
        schema.put("examples", List.of(key.example()));
        if (key.type() instanceof ValueType.Text) {
            schema.putAll(key.type().schema());
        } else {
            schema.put("anyOf", List.of(key.type().schema(), noneOrUnknown()));
        }
        return schema;
    }

    private static Map<String, Object> noneOrUnknown() {
        return Fragment.of("enum", List.of("none", "unknown", false));
    }

    /** The JSON Schema (2020-12) of {@code architecture.yaml}, as a tree of maps, lists and plain values. */
    public static Map<String, Object> architectureSchema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:quorate:schema:architecture");
        schema.put("title", "Quorate architecture");
        schema.put(
                "description",
                "What a system is made of, what it promises and what it knows of its failures. Every field is optional; what is"
                        + " not stated is unknown, never assumed. 'none' states that there is none.");
        schema.putAll(schemaOf(keys(Kind.SYSTEM), List.of()));
        @SuppressWarnings("unchecked")
        Map<String, Object> properties = (Map<String, Object>) schema.get("properties");
        properties.put("imports", imports());
        for (Kind kind : Kind.values()) {
            if (!kind.section().isEmpty()) {
                properties.put(kind.section(), section(kind));
            }
        }
        return schema;
    }

    /** The JSON Schema (2020-12) of the file that accepts findings of several projects. */
    public static Map<String, Object> acceptancesSchema() {
        List<Key<?>> keys = join(List.of(ACCEPTED_PROJECT), keys(Kind.ACCEPTANCE));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:quorate:schema:acceptances");
        schema.put("title", "Quorate acceptances");
        schema.put("description", "Findings of several projects that their owners accept, each with its reason.");
        schema.put("type", "object");
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("description", Kind.ACCEPTANCE.help());
        list.put("type", "array");
        list.put("items", schemaOf(keys, List.of("project", "rule", "subject", "reason")));
        schema.put("properties", Fragment.of(Kind.ACCEPTANCE.section(), list));
        schema.put("required", List.of(Kind.ACCEPTANCE.section()));
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> imports() {
        Map<String, Object> imports = new LinkedHashMap<>();
        imports.put("description", "Files and folders that state facts already: compose, Kubernetes, Structurizr, DOT, GraphML, AsyncAPI,"
                + " configuration of Spring Boot, Quarkus and MicroProfile, connectors of Kafka Connect, Dapr, Threagile,"
                + " Backstage, EventCatalog, C4-PlantUML, LikeC4.");
        imports.put("examples", List.of(List.of("docker-compose.yml", "k8s/")));
        imports.put("type", "array");
        imports.put("items", Fragment.of("type", "string", "minLength", 1));
        return imports;
    }

    /** Links and acceptances are lists, since they are named by what they join; all others are mappings by id. */
    public static boolean isList(Kind kind) {
        return kind == Kind.LINK || kind == Kind.ACCEPTANCE;
    }

    private static Map<String, Object> section(Kind kind) {
        List<String> required =
                switch (kind) {
                    case LINK -> List.of("from", "to");
                    case ACCEPTANCE -> List.of("rule", "subject", "reason");
                    default -> List.of();
                };
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("description", kind.help());
        Map<String, Object> one = schemaOf(keys(kind), required);
        if (isList(kind)) {
            section.put("type", "array");
            section.put("items", one);
        } else {
            Map<String, Object> empty = Fragment.of("type", "null");
            section.put("type", "object");
            section.put("propertyNames", Fragment.of("pattern", ID_PATTERN));
            section.put("additionalProperties", Fragment.of("anyOf", List.of(one, empty)));
        }
        return section;
    }
}
