package quorate.model;

import java.util.Locale;

/** The closed sets of words of the vocabulary. Each constant is written as its name in lower case with hyphens. */
public final class Words {

    private Words() {}

    /** The constant as it is written in files and shown on pages. */
    public static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How much the business depends on it. */
    public enum Criticality {
        CRITICAL,
        IMPORTANT,
        MINOR
    }

    public enum DomainKind {
        REGION,
        ZONE,
        RACK,
        HOST,
        POWER,
        NETWORK,
        PROVIDER,
        CONTROL_PLANE,
        UPDATE_CHANNEL
    }

    public enum ServiceType {
        GATEWAY,
        SERVICE,
        WORKER,
        JOB,
        FUNCTION,
        FRONTEND,
        PROXY,
        TELEMETRY,
        LOAD_GENERATOR
    }

    public enum StoreType {
        DATABASE,
        CACHE,
        OBJECT_STORE,
        SEARCH_INDEX,
        EVENT_LOG,
        COORDINATION
    }

    /** What a service does when a dependency that it shares with its peers is lost. */
    public enum OnDependencyLoss {
        KEEP_SERVING,
        DEGRADE,
        FAIL_REQUESTS,
        WITHDRAW,
        EXIT
    }

    /** How clients, replicas or instances are let in again after a restart. */
    public enum Admission {
        PACED,
        ALL_AT_ONCE
    }

    public enum Isolation {
        NONE,
        BULKHEADS,
        CELLS,
        SEPARATE_PROCESSES
    }

    public enum Topology {
        SINGLE_LEADER,
        MULTI_LEADER,
        LEADERLESS,
        CONSENSUS,
        NONE
    }

    /** When a write is acknowledged, relative to its copies. */
    public enum ReplicationMode {
        ASYNC,
        SEMI_SYNC,
        SYNC,
        QUORUM
    }

    /** The widest border that a mechanism crosses. */
    public enum Boundary {
        LOCAL,
        ZONE,
        REGION,
        PROVIDER
    }

    public enum FailoverMode {
        AUTOMATIC,
        MANUAL,
        NONE
    }

    /** What keeps a promotion from losing acknowledged writes. */
    public enum LossGuard {
        NONE,
        SYNC_REPLICA_ONLY,
        QUORUM_COMMIT,
        DRAINED_READ_ONLY
    }

    /** What stops the old leader. */
    public enum Fencing {
        NONE,
        SAME_NETWORK,
        INDEPENDENT,
        LEASE_SELF_STOP,
        EPOCH_CHECKED
    }

    public enum Signal {
        HEARTBEAT,
        INDIRECT_PROBE,
        PHI_ACCRUAL,
        PROGRESS,
        LOAD,
        COORDINATOR_SESSION
    }

    public enum Flush {
        EACH_COMMIT,
        PERIODIC,
        NONE
    }

    public enum VolumeKind {
        PERSISTENT,
        EPHEMERAL,
        MEMORY
    }

    public enum Granularity {
        WHOLE,
        DATABASE,
        TENANT,
        TABLE,
        RECORD,
        POINT_IN_TIME
    }

    public enum JoinProcedure {
        LEARNER_FIRST,
        DATA_BEFORE_AUTHORITY,
        IMMEDIATE
    }

    public enum AntiEntropy {
        READ_REPAIR,
        HINTED_HANDOFF,
        MERKLE_TREE,
        CHECKSUM,
        SCHEDULED_REPAIR
    }

    public enum ConflictPolicy {
        NONE,
        LAST_WRITE_WINS,
        MERGE_FUNCTION,
        CRDT,
        CONDITIONAL_WRITE,
        MANUAL,
        SINGLE_WRITER
    }

    /** How two versions of a datum are compared. */
    public enum VersionScheme {
        WALL_CLOCK,
        WRAPPING_COUNTER,
        RANDOM_ID,
        GENERATION,
        LAMPORT_CLOCK,
        VECTOR_CLOCK,
        VERSION_VECTOR,
        HYBRID_LOGICAL_CLOCK,
        LOG_OFFSET
    }

    public enum ReadFrom {
        LEADER,
        REPLICAS,
        QUORUM,
        CACHE,
        LOCAL
    }

    public enum Delivery {
        AT_MOST_ONCE,
        AT_LEAST_ONCE,
        EXACTLY_ONCE
    }

    public enum Ordering {
        NONE,
        PER_KEY,
        TOTAL
    }

    public enum Overflow {
        REJECT,
        DROP_OLDEST,
        DROP_NEW,
        BLOCK_PRODUCER
    }

    public enum LinkMode {
        SYNC,
        ASYNC
    }

    public enum Purpose {
        READ,
        WRITE,
        CALL,
        PUBLISH,
        CONSUME,
        REPLICATE
    }

    /** What losing the far end of a link does to the operation that uses it. */
    public enum Need {
        HARD,
        SOFT,
        STARTUP
    }

    public enum Carries {
        DATA,
        CONTROL
    }

    public enum OnFailure {
        FAIL_CLOSED,
        LAST_KNOWN_GOOD,
        FALLBACK
    }

    public enum Backoff {
        NONE,
        FIXED,
        EXPONENTIAL
    }

    public enum Effect {
        READ_ONLY,
        REVERSIBLE,
        IRREVERSIBLE,
        MONEY
    }

    /** Where a retry is configured; attempts of several layers multiply. */
    public enum Layer {
        CLIENT,
        SDK,
        MESH,
        GATEWAY,
        BROKER
    }

    /** What an operation on a data domain does when a partition cuts it off. */
    public enum OnPartition {
        REFUSE,
        SERVE_STALE,
        ACCEPT_AND_MERGE
    }

    public enum ReadYourWritesBy {
        NONE,
        LEADER_READS,
        SESSION_TOKEN,
        PINNING,
        QUORUM_OVERLAP
    }

    public enum CausalOrderBy {
        NONE,
        VECTOR_CLOCKS,
        HYBRID_LOGICAL_CLOCKS,
        SINGLE_LOG,
        SESSION_TOKEN
    }

    public enum MergeKind {
        COUNTER,
        SET,
        REGISTER,
        MAP,
        SEQUENCE
    }

    /** What keeps an invariant true when two requests race. */
    public enum HeldBy {
        READ_THEN_WRITE,
        SERIALIZABLE_ISOLATION,
        CONDITIONAL_WRITE,
        UNIQUE_KEY,
        PER_KEY_QUEUE,
        SINGLE_WRITER
    }

    public enum TransactionStyle {
        SAGA_ORCHESTRATION,
        SAGA_CHOREOGRAPHY,
        TCC,
        TWO_PHASE_COMMIT,
        OUTBOX,
        DUAL_WRITE,
        LOCAL
    }

    public enum CoordinationPurpose {
        LEADER_ELECTION,
        LOCK,
        CONFIGURATION,
        SEQUENCE,
        MEMBERSHIP,
        DISCOVERY
    }

    public enum AutomationAction {
        PROMOTE,
        EVICT,
        REPLACE,
        SCALE_IN,
        SCALE_OUT,
        FAIL_OVER,
        RESTART,
        COLLECT
    }

    public enum ChangeKind {
        CODE,
        CONFIGURATION,
        DATA,
        OPERATING_SYSTEM
    }

    public enum ChangeScope {
        INSTANCE,
        ZONE,
        REGION,
        GLOBAL
    }

    public enum OperationsKind {
        MONITORING,
        STATUS_PAGE,
        ACCESS,
        DEPLOYMENT,
        ADMINISTRATION
    }

    public enum ReadinessKind {
        RUNBOOK,
        EXPERIMENT,
        DRILL,
        ALERT
    }

    /** The failure that a readiness item or scenario is about. */
    public enum FailureKind {
        CRASH,
        REPLICA_LOSS,
        LEADER_LOSS,
        ZONE_LOSS,
        REGION_LOSS,
        PARTITION,
        SLOW,
        OVERLOAD,
        CLOCK_SKEW,
        MESSAGE_LOSS,
        MESSAGE_DUPLICATION,
        POISON_MESSAGE,
        COLD_CACHE,
        RESTORE,
        FAILOVER,
        SCALE_OUT
    }

    /** What a component is claimed to survive. */
    public enum Claim {
        MULTI_ZONE,
        MULTI_REGION,
        INDEPENDENT
    }
}
