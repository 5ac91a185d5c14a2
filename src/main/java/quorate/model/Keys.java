package quorate.model;

import static quorate.model.Key.Sense.INTENT;
import static quorate.model.Key.Sense.RUNS;
import static quorate.model.Key.Sense.RUNS_HIGHER_IS_WORSE;
import static quorate.model.Key.Sense.RUNS_LOWER_IS_WORSE;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * The closed list of everything that can be stated about a subject. A key is declared here once: the reader of
 * {@code architecture.yaml}, its JSON Schema, the page "what you can state" and the exports follow from it. Which kind of
 * subject may state which keys stands in {@link Vocabulary}.
 */
public final class Keys {

    private static int next;

    private Keys() {}

    // Any subject
    public static final Key<String> ID = text("id", RUNS, "Id, where two links join the same components.", "cart-db-reads");
    public static final Key<String> NAME = text("name", INTENT, "Name as a reader sees it.", "Order service");
    public static final Key<String> PURPOSE = text("purpose", INTENT, "What it is for, in one sentence.", "Takes orders and charges them.");
    public static final Key<String> OWNER = text("owner", INTENT, "Team or person who answers for it.", "team-orders");
    public static final Key<String> ESCALATION = text("escalation", INTENT, "Whom to call: a telephone number, a chat link, a rota.", "tel:+49-30-1234");
    public static final Key<String> REASON = text("reason", INTENT, "Why it is so, in one sentence.", "A refused order costs less than a wrong one.");
    public static final Key<Words.Criticality> CRITICALITY = choice("criticality", Words.Criticality.class, INTENT, "How much the business depends on it.", "critical");

    // System
    public static final Key<String> REPOSITORY = text("repository", INTENT, "Web address of the repository; file and line on pages link to it.", "https://github.com/acme/shop");
    public static final Key<Integer> TIER = number("tier", INTENT, "Service tier, 1 being the most critical.", "1");
    public static final Key<Duration> RTO = span("rto", INTENT, "Recovery time objective: longest acceptable outage.", "15m");
    public static final Key<Duration> RPO = span("rpo", INTENT, "Recovery point objective: most data, as time, that may be lost.", "0s");
    public static final Key<String> RPO_OWNER = text("rpo-owner", INTENT, "Who decided the recovery point.", "head of payments");
    public static final Key<Boolean> PARTITIONS_CONSIDERED = flag("partitions-considered", INTENT, "Whether the design says what happens when parts cannot reach each other.", "true");
    public static final Key<String> TRADEOFF = text("statement", INTENT, "A trade-off that the owner acknowledges.", "Carts may diverge for a minute.");
    public static final Key<List<Facts>> TRADEOFFS = records("trade-offs", INTENT, "Trade-offs that the owner acknowledges.", "[{statement: Carts may diverge., reason: Sales matter more.}]", List.of(TRADEOFF, REASON), "statement");

    // Fault domains and placement
    public static final Key<Words.DomainKind> DOMAIN_KIND = choice("kind", Words.DomainKind.class, RUNS, "What kind of fault domain it is.", "zone");
    public static final Key<String> PARENT = reference("in", RUNS, "The fault domain that contains it.", "eu-west", Kind.FAULT_DOMAIN);
    public static final Key<List<String>> PLACEMENT = references("placement", RUNS, "Fault domains in which its instances run, one entry an instance or one a domain.", "[zone-a, zone-b, zone-c]", Kind.FAULT_DOMAIN);
    public static final Key<Words.Claim> CLAIM = choice("claims", Words.Claim.class, INTENT, "What it is claimed to survive.", "multi-zone");

    // What runs
    public static final Key<Words.ServiceType> SERVICE_TYPE = choice("type", Words.ServiceType.class, RUNS, "What kind of service it is.", "gateway");
    public static final Key<Words.StoreType> STORE_TYPE = choice("type", Words.StoreType.class, RUNS, "What kind of store it is.", "database");
    public static final Key<String> TECHNOLOGY = text("technology", RUNS, "Product, as the catalog names it.", "postgresql");
    public static final Key<String> VERSION = text("version", RUNS, "Version that runs.", "16.4");
    public static final Key<String> IMAGE = text("image", RUNS, "Container image.", "postgres:16");
    public static final Key<Integer> REPLICAS = number("replicas", RUNS_LOWER_IS_WORSE, "Instances that run at the same time.", "3");
    public static final Key<Integer> MIN_REPLICAS = number("min-replicas", RUNS_HIGHER_IS_WORSE, "Instances below which it cannot carry its load.", "2");
    public static final Key<Boolean> STATEFUL = flag("stateful", RUNS, "Whether an instance keeps state that its peers lack.", "false");
    public static final Key<Integer> SCALE_MIN = number("autoscaling.min", RUNS_LOWER_IS_WORSE, "Fewest instances that the autoscaler keeps.", "3");
    public static final Key<Integer> SCALE_MAX = number("autoscaling.max", RUNS_LOWER_IS_WORSE, "Most instances that it starts.", "12");
    public static final Key<String> SCALE_SIGNAL = text("autoscaling.signal", RUNS, "Metric that it follows.", "CPU 70%");
    public static final Key<Integer> DISRUPTION_MIN = number("disruption.min-available", RUNS_LOWER_IS_WORSE, "Instances that planned work must leave running.", "2");
    public static final Key<Integer> DISRUPTION_MAX = number("disruption.max-unavailable", RUNS_HIGHER_IS_WORSE, "Instances that planned work may take away.", "1");
    public static final Key<Boolean> SPREAD = flag("spread", RUNS, "Whether the scheduler must keep its instances apart (anti-affinity or topology spread).", "true");
    public static final Key<String> LIVENESS = text("health.liveness", RUNS, "What the liveness probe asks.", "GET /live");
    public static final Key<String> READINESS_PROBE = text("health.readiness", RUNS, "What the readiness probe asks.", "GET /ready");
    public static final Key<Boolean> RESTARTS = flag("restarts", RUNS, "Whether it is started again when it exits.", "true");
    public static final Key<Words.OnDependencyLoss> ON_DEPENDENCY_LOSS = choice("on-dependency-loss", Words.OnDependencyLoss.class, RUNS, "What an instance does when a dependency shared with its peers is lost.", "degrade");
    public static final Key<String> WITHDRAW_FLOOR = text("withdraw-floor", RUNS, "What stops all instances from withdrawing at once.", "half stay in service");
    public static final Key<Words.Admission> ADMISSION = choice("admission", Words.Admission.class, RUNS, "How clients are let in after a restart.", "paced");
    public static final Key<Words.Isolation> ISOLATION = choice("isolation", Words.Isolation.class, RUNS, "What keeps one tenant or kind of work from taking the others down.", "bulkheads");
    public static final Key<Integer> POOL = number("pool", RUNS_LOWER_IS_WORSE, "Calls that one instance can have in progress at the same time: threads or connections.", "200");
    public static final Key<String> SHEDDING = text("shedding", RUNS, "How load above capacity is refused.", "429 above 400 concurrent");
    public static final Key<String> RATE_LIMIT = text("rate-limit", RUNS, "Limit on callers.", "100/s each client");
    public static final Key<Boolean> TRACING = flag("tracing", RUNS, "Whether it passes the trace context on.", "true");
    public static final Key<Words.VersionScheme> CLOCK = choice("ordering-clock", Words.VersionScheme.class, RUNS, "What it orders events, leases or versions by, or measures durations with.", "hybrid-logical-clock");
    public static final Key<String> CLOCK_GUARD = text("clock-guard", RUNS, "What bounds the error of a wall clock: a monotonic source, an uncertainty bound.", "chrony, 5 ms bound, lease margin 50 ms");
    public static final Key<Boolean> COLD_START_REHEARSED = flag("cold-start-rehearsed", RUNS, "Whether a start of everything from nothing was rehearsed.", "true");

    public static final Key<String> NAMESPACE = text("kubernetes.namespace", RUNS, "Namespace of its pods, where it runs in Kubernetes.", "shop");
    public static final Key<List<String>> POD_LABELS = texts("kubernetes.pod-labels", RUNS, "Labels that select its pods and no others, each as key=value.", "[app=cart]");

    // Availability inputs
    public static final Key<Double> AVAILABILITY = share("availability", RUNS, "Share of time that one instance is up by itself, the loss of its fault domains not counted; of an external or a fault domain as a whole. Measured or contracted.", "99.95%");
    public static final Key<Duration> MTBF = span("mtbf", RUNS_LOWER_IS_WORSE, "Mean time from a repair to the next failure of one instance by itself; of an external or a fault domain as a whole.", "90d");
    public static final Key<Duration> MTTR = span("mttr", RUNS_HIGHER_IS_WORSE, "Mean time to repair what failed.", "20m");
    public static final Key<String> AVAILABILITY_SOURCE = text("availability-source", RUNS, "Where the figure comes from; an SLA is a contract, not a measurement.", "last 12 months, monitoring");

    // Replication, failover, durability
    public static final Key<Words.Topology> TOPOLOGY = choice("replication.topology", Words.Topology.class, RUNS, "Who accepts writes.", "single-leader");
    public static final Key<Words.ReplicationMode> REPLICATION_MODE = choice("replication.mode", Words.ReplicationMode.class, RUNS, "When a write is acknowledged, relative to its copies.", "async");
    public static final Key<Words.Boundary> REPLICATION_BOUNDARY = choice("replication.boundary", Words.Boundary.class, RUNS, "Widest border that replication crosses.", "region");
    public static final Key<Integer> SYNC_FOLLOWERS = number("replication.sync-followers", RUNS_LOWER_IS_WORSE, "Followers that must acknowledge a write.", "1");
    public static final Key<String> REPLICATION_FORM = text("replication.form", RUNS, "What is shipped: log, rows, statements.", "write-ahead log");
    public static final Key<Integer> VOTERS = number("voters", RUNS_LOWER_IS_WORSE, "Members that vote; learners and observers do not count.", "3");
    public static final Key<List<String>> VOTER_PLACEMENT = references("voter-placement", RUNS, "Fault domain of each voter, one entry a voter.", "[zone-a, zone-b, zone-c]", Kind.FAULT_DOMAIN);
    public static final Key<Integer> QUORUM_N = number("quorum.n", RUNS, "Replicas of one key.", "3");
    public static final Key<Integer> QUORUM_R = number("quorum.r", RUNS, "Replicas that a read waits for.", "2");
    public static final Key<Integer> QUORUM_W = number("quorum.w", RUNS, "Replicas that a write waits for.", "2");
    public static final Key<Boolean> QUORUM_STRICT = flag("quorum.strict", RUNS, "Whether reads and writes meet on the same replicas; false for sloppy or local quorums.", "true");
    public static final Key<Words.FailoverMode> FAILOVER_MODE = choice("failover.mode", Words.FailoverMode.class, RUNS, "Who promotes a new leader.", "automatic");
    public static final Key<Words.Boundary> FAILOVER_BOUNDARY = choice("failover.boundary", Words.Boundary.class, RUNS, "Widest border that a promotion crosses.", "zone");
    public static final Key<Words.LossGuard> LOSS_GUARD = choice("failover.loss-guard", Words.LossGuard.class, RUNS, "What keeps a promotion from losing acknowledged writes.", "sync-replica-only");
    public static final Key<Words.Fencing> FENCING = choice("failover.fencing", Words.Fencing.class, RUNS, "What stops the old leader.", "independent");
    public static final Key<Boolean> WITNESS = flag("failover.witness", RUNS, "Whether a third party or a quorum decides who leads.", "true");
    public static final Key<Duration> FAILOVER_DETECT = span("failover.detect", RUNS_HIGHER_IS_WORSE, "Longest time until the loss of the leader is noticed.", "30s");
    public static final Key<Duration> FAILOVER_DECIDE = span("failover.decide", RUNS_HIGHER_IS_WORSE, "Longest time for election or promotion.", "10s");
    public static final Key<Duration> FAILOVER_REDIRECT = span("failover.redirect", RUNS_HIGHER_IS_WORSE, "Longest time until clients use the new leader.", "5s");
    public static final Key<LocalDate> FAILOVER_EXERCISED = day("failover.exercised", RUNS, "When failover was last exercised.", "2026-05-12");
    public static final Key<String> FAILOVER_QUARANTINE = text("failover.quarantine", RUNS, "What keeps input or data that stopped or spoiled the leader from its standby: a place to put it aside, a delay, other software.", "replay one hour behind");
    public static final Key<Boolean> PRE_VOTE = flag("pre-vote", RUNS, "Whether a member asks before it starts an election.", "true");
    public static final Key<Boolean> CHECK_QUORUM = flag("check-quorum", RUNS, "Whether a leader without a majority steps down.", "true");
    public static final Key<Words.Signal> DETECTOR_SIGNAL = choice("detector.signal", Words.Signal.class, RUNS, "What the failure detector looks at.", "phi-accrual");
    public static final Key<Duration> DETECTOR_INTERVAL = span("detector.interval", RUNS, "Interval of its heartbeats or probes.", "1s");
    public static final Key<Integer> DETECTOR_MISSES = number("detector.misses", RUNS, "Heartbeats or probes missed before it suspects.", "3");
    public static final Key<Duration> DETECTOR_TIMEOUT = span("detector.timeout", RUNS, "Time without sign of life before it suspects.", "10s");
    public static final Key<String> DETECTOR_HYSTERESIS = text("detector.hysteresis", RUNS, "What keeps it from changing its mind back and forth.", "three good probes before return");
    public static final Key<Integer> DETECTOR_PHI = number("detector.phi", RUNS, "Phi above which a phi accrual detector suspects.", "8");
    public static final Key<Duration> DETECTOR_DEVIATION = span("detector.deviation", RUNS, "Standard deviation of the intervals between heartbeats.", "100ms");
    public static final Key<Duration> DETECTOR_PAUSE = span("detector.pause", RUNS, "Pause that a phi accrual detector accepts on top.", "3s");
    public static final Key<Words.Flush> FLUSH = choice("durability.flush", Words.Flush.class, RUNS, "When an acknowledged write is on disk.", "each-commit");
    public static final Key<Words.VolumeKind> VOLUME = choice("durability.volume", Words.VolumeKind.class, RUNS, "What its data lie on.", "persistent");
    public static final Key<String> BACKUP_PLACE = text("backup.place", RUNS, "Where backups are kept.", "another region and account");
    public static final Key<Boolean> BACKUP_INDEPENDENT = flag("backup.independent", RUNS, "Whether backups survive the loss of what they save.", "true");
    public static final Key<Duration> BACKUP_INTERVAL = span("backup.interval", RUNS_HIGHER_IS_WORSE, "Longest time between two backups, or to the newest archived log.", "5m");
    public static final Key<Words.Granularity> BACKUP_GRANULARITY = choice("backup.granularity", Words.Granularity.class, RUNS, "Smallest part that can be restored.", "point-in-time");
    public static final Key<Words.Granularity> BACKUP_NEEDED = choice("backup.needed-granularity", Words.Granularity.class, INTENT, "Smallest part that must be restorable.", "tenant");
    public static final Key<LocalDate> RESTORE_TESTED = day("backup.restore-tested", RUNS, "When a restore was last done.", "2026-04-02");
    public static final Key<Duration> RESTORE_TIME = span("backup.restore-time", RUNS_HIGHER_IS_WORSE, "Time that a restore takes.", "2h");
    public static final Key<Boolean> LOG_ARCHIVE = flag("backup.log-archive", RUNS, "Whether the log is archived, so that any point in time can be restored.", "true");
    public static final Key<Words.JoinProcedure> JOIN = choice("join", Words.JoinProcedure.class, RUNS, "What a new member must have before it counts.", "learner-first");
    public static final Key<List<Words.AntiEntropy>> ANTI_ENTROPY = several("anti-entropy", new ValueType.Several<>(new ValueType.Choice<>(Words.AntiEntropy.class)), RUNS, "How copies that differ are found and mended.", "[read-repair, merkle-tree]");
    public static final Key<Words.ConflictPolicy> CONFLICTS = choice("conflicts", Words.ConflictPolicy.class, RUNS, "What happens to concurrent writes.", "crdt");
    public static final Key<Words.VersionScheme> VERSIONS = choice("version-scheme", Words.VersionScheme.class, RUNS, "How two versions of a datum are compared.", "version-vector");
    public static final Key<Duration> LAG_BOUND = span("lag.bound", RUNS_HIGHER_IS_WORSE, "Replication lag above which a replica is not used.", "10s");
    public static final Key<Duration> LAG_ALARM = span("lag.alarm", RUNS_HIGHER_IS_WORSE, "Replication lag that raises an alarm.", "30s");
    public static final Key<Boolean> LAG_ABSENT_ALARM = flag("lag.absent-alarm", RUNS, "Whether an alarm is raised when the lag is no longer measured.", "true");
    public static final Key<Boolean> COORDINATION_SHARDED = flag("partitioned", RUNS, "Whether each role or cell has a cluster of its own.", "true");
    public static final Key<List<String>> ROLES = texts("roles", RUNS, "What the cluster is used for.", "[configuration, locks]");
    public static final Key<Boolean> WORK_QUEUE = flag("work-queue", RUNS, "Whether it also serves as a contended work queue.", "false");
    public static final Key<Words.ReadFrom> READS_FROM = choice("reads-from", Words.ReadFrom.class, RUNS, "Which copies answer reads.", "leader");
    public static final Key<String> TRANSACTION_ISOLATION = text("transaction-isolation", RUNS, "Isolation level at which its transactions run, as the catalog names it.", "serializable");

    // Caches
    public static final Key<String> FRONTS = reference("cache.fronts", RUNS, "The store that it fronts.", "orders-db", Kind.STORE, Kind.SERVICE, Kind.EXTERNAL);
    public static final Key<Duration> CACHE_TTL = span("cache.ttl", RUNS_HIGHER_IS_WORSE, "How long an entry is served.", "60s");
    public static final Key<Double> MISS_CAPACITY = share("cache.miss-capacity", RUNS_LOWER_IS_WORSE, "Share of the full load that the origin carries without the cache; none when it carries nothing.", "40%");
    public static final Key<Boolean> COALESCING = flag("cache.coalescing", RUNS, "Whether concurrent misses for one key become one request.", "true");
    public static final Key<Boolean> STALE_ON_ERROR = flag("cache.stale-on-error", RUNS, "Whether an old entry is served while the origin fails.", "true");

    // Channels
    public static final Key<Words.Delivery> DELIVERY = choice("delivery", Words.Delivery.class, RUNS, "Delivery guarantee.", "at-least-once");
    public static final Key<Words.Ordering> ORDERING = choice("ordering", Words.Ordering.class, RUNS, "Order that consumers see.", "per-key");
    public static final Key<String> PARTITION_KEY = text("partition-key", RUNS, "Key that decides the partition.", "order id");
    public static final Key<Duration> RETENTION = span("retention", RUNS_LOWER_IS_WORSE, "How long messages are kept.", "7d");
    public static final Key<String> BOUND = text("bound", RUNS, "Limit on length, size or age.", "100000 messages");
    public static final Key<Words.Overflow> OVERFLOW = choice("overflow", Words.Overflow.class, RUNS, "What happens at the bound.", "reject");
    public static final Key<String> DEAD_LETTER = text("dead-letter", RUNS, "Where messages go that cannot be handled.", "orders.dlq");
    public static final Key<Integer> MAX_DELIVERIES = number("max-deliveries", RUNS_HIGHER_IS_WORSE, "Deliveries of one message before it is put aside.", "5");
    public static final Key<Duration> DEDUPLICATION = span("deduplication", RUNS_LOWER_IS_WORSE, "Window in which a repeated message is recognised.", "24h");

    // Externals
    public static final Key<Double> SLA = share("sla", RUNS, "Availability in the contract.", "99.9%");
    public static final Key<String> PROVIDER = text("provider", RUNS, "Who runs it.", "Acme Payments");

    // Links
    public static final Key<String> FROM = reference("from", RUNS, "Component that depends.", "checkout", Kind.SERVICE, Kind.STORE, Kind.CHANNEL, Kind.EXTERNAL);
    public static final Key<String> TO = reference("to", RUNS, "Component that it depends on.", "payments", Kind.SERVICE, Kind.STORE, Kind.CHANNEL, Kind.EXTERNAL);
    public static final Key<Words.LinkMode> MODE = choice("mode", Words.LinkMode.class, RUNS, "Whether the caller waits for the answer.", "sync");
    public static final Key<String> PROTOCOL = text("protocol", RUNS, "Protocol.", "gRPC");
    public static final Key<Words.Purpose> LINK_PURPOSE = choice("purpose", Words.Purpose.class, RUNS, "What the link is used for.", "write");
    public static final Key<Words.Need> NEED = choice("need", Words.Need.class, INTENT,
            "Whether the operation can answer without it. A channel needs the broker that it lies on: hard.", "hard");
    public static final Key<Words.Carries> CARRIES = choice("carries", Words.Carries.class, RUNS, "Data of users, or control: policy, identity, configuration, discovery.", "data");
    public static final Key<Words.OnFailure> ON_FAILURE = choice("on-failure", Words.OnFailure.class, RUNS, "What the caller does when it fails.", "last-known-good");
    public static final Key<Duration> STALENESS = span("staleness", RUNS_HIGHER_IS_WORSE, "Age up to which a last known good answer is used.", "10m");
    public static final Key<Duration> TIMEOUT_CONNECT = span("timeout.connect", RUNS_HIGHER_IS_WORSE, "Bound on establishing a connection.", "200ms");
    public static final Key<Duration> TIMEOUT_READ = span("timeout.read", RUNS_HIGHER_IS_WORSE, "Bound on waiting for data; often only between two packets.", "1s");
    public static final Key<Duration> TIMEOUT_TRY = span("timeout.try", RUNS_HIGHER_IS_WORSE, "Bound on one attempt.", "1s");
    public static final Key<Duration> TIMEOUT_TOTAL = span("timeout.total", RUNS_HIGHER_IS_WORSE, "Bound on all attempts together.", "3s");
    public static final Key<Duration> TIMEOUT_AFTER_FAILOVER = span("timeout.after-failover", RUNS_HIGHER_IS_WORSE, "Expected time of one attempt over the path that is used after a failover.", "90ms");
    public static final Key<Boolean> KEEP_ALIVE = flag("keep-alive", RUNS, "Whether a dead long-lived connection is noticed.", "true");
    public static final Key<Words.Layer> RETRY_LAYER = choice("layer", Words.Layer.class, RUNS, "Where the retry is configured.", "client");
    public static final Key<Integer> RETRY_ATTEMPTS = number("attempts", RUNS_HIGHER_IS_WORSE, "Total tries, the first included; none when nothing limits them.", "3");
    public static final Key<Words.Backoff> RETRY_BACKOFF = choice("backoff", Words.Backoff.class, RUNS, "How the pause between attempts grows.", "exponential");
    public static final Key<Duration> RETRY_BASE = span("base", RUNS, "First pause.", "100ms");
    public static final Key<Duration> RETRY_MAX = span("max", RUNS, "Longest pause.", "2s");
    public static final Key<Boolean> RETRY_JITTER = flag("jitter", RUNS, "Whether pauses are randomised.", "true");
    public static final Key<String> RETRY_BUDGET = text("budget", RUNS, "Share of requests that may be retries, or a token bucket.", "10%");
    public static final Key<Boolean> RETRY_UNBOUNDED = flag("unbounded", RUNS, "Whether it retries for ever.", "false");
    public static final Key<List<Facts>> RETRY = records("retry", RUNS, "Retries, one entry for each layer that retries; none when nothing retries.", "[{layer: client, attempts: 3, backoff: exponential, jitter: true}]", List.of(RETRY_LAYER, RETRY_ATTEMPTS, RETRY_BACKOFF, RETRY_BASE, RETRY_MAX, RETRY_JITTER, RETRY_BUDGET, RETRY_UNBOUNDED));
    public static final Key<String> BREAKER_THRESHOLD = text("breaker.threshold", RUNS, "What opens the circuit breaker.", "50% of calls fail");
    public static final Key<Duration> BREAKER_WINDOW = span("breaker.window", RUNS, "Time over which calls are counted.", "10s");
    public static final Key<Integer> BREAKER_MIN_CALLS = number("breaker.min-calls", RUNS, "Calls in the window before it can open.", "20");
    public static final Key<Duration> BREAKER_WAIT = span("breaker.wait", RUNS, "How long it stays open.", "30s");
    public static final Key<Integer> BREAKER_HALF_OPEN = number("breaker.half-open", RUNS, "Trial calls when half-open.", "5");
    public static final Key<Integer> BULKHEAD = number("bulkhead", RUNS, "Concurrent calls that the link may hold.", "40");
    public static final Key<String> FALLBACK = text("fallback", RUNS, "What is answered instead.", "empty recommendations");
    public static final Key<Words.Effect> EFFECT = choice("effect", Words.Effect.class, RUNS, "What a call changes.", "money");
    public static final Key<String> IDEMPOTENCY_KEY = text("idempotency-key", RUNS, "Key by which the receiver recognises a repeated request.", "order id");
    public static final Key<String> DEDUPLICATED_BY = text("deduplicated-by", RUNS, "How the consumer absorbs a repeated message.", "inbox table, 7 days");
    public static final Key<Boolean> TRACE_PROPAGATED = flag("trace-propagated", RUNS, "Whether the trace context crosses this link.", "true");
    public static final Key<Double> CALL_RATE = rate("rate", RUNS, "Calls at the busiest hour.", "120/s");
    public static final Key<Duration> LATENCY = span("latency", RUNS, "Usual time of one call, 99th percentile.", "80ms");
    public static final Key<Boolean> GOSSIP = flag("gossip", RUNS, "Whether state spreads over it from peer to peer.", "true");
    public static final Key<String> INTEGRITY_CHECK = text("integrity-check", RUNS, "How received state is checked end to end.", "checksum and range check");
    public static final Key<Boolean> OUTBOX = flag("outbox", RUNS, "Whether the message is written in the same transaction as the state.", "true");

    // Data domains
    public static final Key<List<String>> STORES = references("stores", RUNS, "Stores that hold it, the authority first.", "[orders-db]", Kind.STORE, Kind.CHANNEL);
    public static final Key<String> CONSISTENCY = text("consistency", INTENT, "Consistency that its readers need, as the catalog names it.", "linearizable");
    public static final Key<Words.OnPartition> ON_PARTITION = choice("on-partition", Words.OnPartition.class, INTENT, "What an operation cut off by a partition shall do.", "refuse");
    public static final Key<Words.OnPartition> NORMAL_CHOICE = choice("normally", Words.OnPartition.class, INTENT, "What is preferred without partition: refuse means wait for consistency.", "refuse");
    public static final Key<Boolean> NO_LOSS = flag("no-loss", INTENT, "Whether no acknowledged write may be lost.", "true");
    public static final Key<Boolean> READ_YOUR_WRITES = flag("read-your-writes", INTENT, "Whether a client must see its own writes at once.", "true");
    public static final Key<Words.ReadYourWritesBy> READ_YOUR_WRITES_BY = choice("read-your-writes-by", Words.ReadYourWritesBy.class, RUNS, "How that is met.", "session-token");
    public static final Key<Duration> STALENESS_TOLERATED = span("staleness-tolerated", INTENT, "Oldest answer that is acceptable.", "5s");
    public static final Key<Duration> LAG_TOLERATED = span("lag-tolerated", INTENT, "Replication lag that is acceptable.", "30s");
    public static final Key<Boolean> CAUSAL_ORDER = flag("causal-order", INTENT, "Whether an effect may never be seen before its cause.", "true");
    public static final Key<Words.CausalOrderBy> CAUSAL_ORDER_BY = choice("causal-order-by", Words.CausalOrderBy.class, RUNS, "How causal order is kept.", "vector-clocks");
    public static final Key<Boolean> SEVERAL_WRITERS = flag("several-writers", RUNS, "Whether two places may write the same datum at the same time.", "false");
    public static final Key<List<Words.MergeKind>> MERGE = several("merge", new ValueType.Several<>(new ValueType.Choice<>(Words.MergeKind.class)), INTENT, "What concurrent updates may be merged as.", "[counter, set]");
    public static final Key<String> INVARIANT = text("invariant", INTENT, "What must always be true.", "stock is never negative");
    public static final Key<Words.HeldBy> HELD_BY = choice("held-by", Words.HeldBy.class, RUNS, "What keeps it true when two requests race.", "conditional-write");
    public static final Key<List<Facts>> INVARIANTS = records("invariants", INTENT, "What must always be true, and what keeps it so.", "[{invariant: stock is never negative, held-by: conditional-write}]", List.of(INVARIANT, HELD_BY), "invariant");
    public static final Key<String> RECONCILIATION = text("reconciliation", RUNS, "Independent check of its invariants, and how often.", "ledger against bank file, daily");
    public static final Key<Boolean> AUDIT = flag("audit", INTENT, "Whether every change must be provable later.", "true");
    public static final Key<Boolean> REPLAY = flag("replay", INTENT, "Whether state must be rebuilt from its history.", "true");
    public static final Key<Boolean> MONEY = flag("money", INTENT, "Whether an error in it costs money directly.", "true");

    // Journeys
    public static final Key<String> ENTRY = reference("entry", INTENT, "Where the user's request arrives.", "gateway", Kind.SERVICE, Kind.EXTERNAL);
    public static final Key<String> USE_LINK = reference("link", INTENT, "A link it uses: from -> to, or the link's id.", "checkout -> payments", Kind.LINK);
    public static final Key<Boolean> PARALLEL = flag("parallel", RUNS, "Whether its caller calls it at the same time as the use before it by the same caller.", "true");
    public static final Key<List<Facts>> USES = records("uses", INTENT, "Links that the operation uses, in order, and the need of each in it.", "[{link: checkout -> payments, need: hard}]", List.of(USE_LINK, NEED, PARALLEL), "link");
    public static final Key<Double> SLO_AVAILABILITY = share("slo.availability", INTENT, "Availability objective.", "99.9%");
    public static final Key<Duration> SLO_LATENCY = span("slo.latency", INTENT, "Latency objective, 99th percentile.", "800ms");
    public static final Key<String> DEGRADED_ANSWER = text("degraded", INTENT, "What a degraded answer is.", "the page without recommendations");

    // Transactions
    public static final Key<Words.TransactionStyle> STYLE = choice("style", Words.TransactionStyle.class, RUNS, "How it is made all-or-nothing.", "saga-orchestration");
    public static final Key<String> COORDINATOR = reference("coordinator", RUNS, "Who drives it.", "order-service", Kind.SERVICE, Kind.EXTERNAL, Kind.STORE);
    public static final Key<Boolean> COORDINATOR_REPLICATED = flag("coordinator-replicated", RUNS, "Whether the coordinator's decision survives its loss.", "true");
    public static final Key<String> STEP_SERVICE = reference("service", RUNS, "Participant that does the step.", "payments", Kind.SERVICE, Kind.STORE, Kind.EXTERNAL);
    public static final Key<String> ACTION = text("action", INTENT, "What the step does.", "charge the card");
    public static final Key<String> COMPENSATION = text("compensation", RUNS, "What undoes the step.", "refund");
    public static final Key<Boolean> PIVOT = flag("pivot", RUNS, "Whether the transaction can no longer be undone after this step.", "true");
    public static final Key<Boolean> RETRIABLE = flag("retriable", RUNS, "Whether the step can be repeated until it succeeds.", "true");
    public static final Key<Boolean> IDEMPOTENT = flag("idempotent", RUNS, "Whether doing the step twice equals doing it once.", "true");
    public static final Key<List<Facts>> STEPS = records("steps", RUNS, "Its steps, in order.", "[{service: payments, action: charge, compensation: refund, idempotent: true}]", List.of(STEP_SERVICE, ACTION, COMPENSATION, PIVOT, RETRIABLE, IDEMPOTENT, EFFECT), "service");
    public static final Key<Duration> TRANSACTION_TIME = span("duration", RUNS, "How long it takes from first to last step.", "2m");

    // Coordination
    public static final Key<Words.CoordinationPurpose> COORDINATION_PURPOSE = choice("purpose", Words.CoordinationPurpose.class, RUNS, "What is agreed on.", "leader-election");
    public static final Key<String> BUILT_ON = reference("built-on", RUNS, "Store or service that decides.", "etcd", Kind.STORE, Kind.SERVICE, Kind.EXTERNAL);
    public static final Key<List<String>> USED_BY = references("used-by", RUNS, "Who relies on it.", "[scheduler]", Kind.SERVICE, Kind.STORE);
    public static final Key<List<String>> PROTECTS = references("protects", RUNS, "What the holder of the lock or lease writes to.", "[ledger-db]", Kind.STORE, Kind.SERVICE, Kind.EXTERNAL, Kind.CHANNEL);
    public static final Key<String> FENCING_TOKEN = text("fencing-token", RUNS, "Number that grows with each holder.", "etcd revision");
    public static final Key<String> TOKEN_CHECKED_BY = text("token-checked-by", RUNS, "Who refuses an old token at the moment of writing.", "ledger-db");
    public static final Key<Duration> LEASE = span("lease", RUNS, "How long it is held without renewal.", "15s");
    public static final Key<Duration> LEASE_RENEWAL = span("renewal", RUNS, "Interval of renewal.", "5s");
    public static final Key<Duration> CLOCK_SKEW = span("clock-skew", RUNS_HIGHER_IS_WORSE, "Largest difference of clocks that is reckoned with.", "100ms");

    // Automation, change, operations, readiness
    public static final Key<Words.AutomationAction> AUTOMATION_ACTION = choice("action", Words.AutomationAction.class, RUNS, "What it does.", "promote");
    public static final Key<String> AUTOMATION_SIGNAL = text("signal", RUNS, "What makes it act.", "leader unreachable from a majority");
    public static final Key<String> CAP = text("cap", RUNS, "Limit on how much it does at once.", "one at a time");
    public static final Key<List<String>> ACTS_ON = references("acts-on", RUNS, "What it acts on.", "[orders-db]", Kind.SERVICE, Kind.STORE, Kind.CHANNEL);
    public static final Key<Words.ChangeKind> CHANGE_KIND = choice("what", Words.ChangeKind.class, RUNS, "What is changed.", "configuration");
    public static final Key<List<String>> CHANGES = references("changes", RUNS, "What it changes; all services when not stated.", "[gateway]", Kind.SERVICE, Kind.STORE, Kind.CHANNEL);
    public static final Key<Words.ChangeScope> CHANGE_SCOPE = choice("scope", Words.ChangeScope.class, RUNS, "How far one step reaches.", "zone");
    public static final Key<Integer> STAGES = number("stages", RUNS_LOWER_IS_WORSE, "Steps in which it is rolled out.", "3");
    public static final Key<Duration> BAKE_TIME = span("bake", RUNS_LOWER_IS_WORSE, "Wait between two steps.", "30m");
    public static final Key<String> VALIDATION = text("validation", RUNS, "Check before it reaches production.", "schema check and canary");
    public static final Key<String> DESTRUCTIVE_GUARD = text("destructive-guard", RUNS, "What keeps an operation from removing capacity or data: dry run, cap, soft delete.", "dry run and 5% cap");
    public static final Key<Words.OperationsKind> OPERATIONS_KIND = choice("kind", Words.OperationsKind.class, RUNS, "What it is.", "monitoring");
    public static final Key<List<String>> RUNS_ON = references("runs-on", RUNS, "What it runs on.", "[platform]", Kind.SERVICE, Kind.STORE, Kind.EXTERNAL, Kind.FAULT_DOMAIN);
    public static final Key<List<String>> REPAIRS = references("repairs", RUNS, "What it is needed to repair.", "[platform]", Kind.SERVICE, Kind.STORE, Kind.EXTERNAL, Kind.FAULT_DOMAIN, Kind.CHANNEL);
    public static final Key<Words.ReadinessKind> READINESS_KIND = choice("kind", Words.ReadinessKind.class, RUNS, "What it is.", "runbook");
    public static final Key<List<Words.FailureKind>> COVERS = several("covers", new ValueType.Several<>(new ValueType.Choice<>(Words.FailureKind.class)), RUNS, "Failures that it covers.", "[leader-loss, partition]");
    public static final Key<List<String>> ABOUT = references("about", RUNS, "Components that it is about; all when not stated.", "[orders-db]", Kind.SERVICE, Kind.STORE, Kind.CHANNEL, Kind.EXTERNAL, Kind.FAULT_DOMAIN);
    public static final Key<String> ADDRESS = text("address", RUNS, "Where it is written down.", "https://wiki.acme.example/rb/orders");
    public static final Key<LocalDate> EXERCISED = day("exercised", RUNS, "When it was last used or rehearsed.", "2026-06-30");

    // Acceptances
    public static final Key<String> ACCEPTED_RULE = text("rule", INTENT, "Rule of the accepted finding.", "timeout-missing");
    public static final Key<String> ACCEPTED_SUBJECT = text("subject", INTENT, "Subject of the accepted finding.", "cart -> catalog");
    /** The project of an acceptance in the file of several projects. */
    public static final Key<String> ACCEPTED_PROJECT = text("project", INTENT, "Project of the accepted finding: the name of its folder.", "online-shop");
    /** The line of an acceptance that is written as a comment; no file states it as a field. */
    public static final Key<String> ACCEPTED_LINE = text("line", INTENT, "Line that the comment speaks of.", "docker-compose.yml:12");
    public static final Key<LocalDate> EXPIRES = day("expires", INTENT, "Day after which the finding counts again.", "2027-03-31");

    private static Key<String> text(String id, Key.Sense sense, String help, String example) {
        return new Key<>(id, new ValueType.Text(), help, example, sense, next++);
    }

    private static Key<Integer> number(String id, Key.Sense sense, String help, String example) {
        return new Key<>(id, new ValueType.Count(), help, example, sense, next++);
    }

    private static Key<Boolean> flag(String id, Key.Sense sense, String help, String example) {
        return new Key<>(id, new ValueType.Flag(), help, example, sense, next++);
    }

    private static Key<Duration> span(String id, Key.Sense sense, String help, String example) {
        return new Key<>(id, new ValueType.Span(), help, example, sense, next++);
    }

    private static Key<Double> share(String id, Key.Sense sense, String help, String example) {
        return new Key<>(id, new ValueType.Share(), help, example, sense, next++);
    }

    private static Key<Double> rate(String id, Key.Sense sense, String help, String example) {
        return new Key<>(id, new ValueType.Rate(), help, example, sense, next++);
    }

    private static Key<LocalDate> day(String id, Key.Sense sense, String help, String example) {
        return new Key<>(id, new ValueType.Day(), help, example, sense, next++);
    }

    private static <E extends Enum<E>> Key<E> choice(
            String id, Class<E> words, Key.Sense sense, String help, String example) {
        return new Key<>(id, new ValueType.Choice<>(words), help, example, sense, next++);
    }

    private static Key<String> reference(String id, Key.Sense sense, String help, String example, Kind... kinds) {
        return new Key<>(id, new ValueType.Reference(List.of(kinds)), help, example, sense, next++);
    }

    private static Key<List<String>> references(String id, Key.Sense sense, String help, String example, Kind... kinds) {
        ValueType<List<String>> type = new ValueType.Several<>(new ValueType.Reference(List.of(kinds)));
        return new Key<>(id, type, help, example, sense, next++);
    }

    private static Key<List<String>> texts(String id, Key.Sense sense, String help, String example) {
        return new Key<>(id, new ValueType.Several<>(new ValueType.Text()), help, example, sense, next++);
    }

    private static <T> Key<T> several(String id, ValueType<T> type, Key.Sense sense, String help, String example) {
        return new Key<>(id, type, help, example, sense, next++);
    }

    private static Key<List<Facts>> records(
            String id, Key.Sense sense, String help, String example, List<Key<?>> keys, String... required) {
        return new Key<>(id, new ValueType.Records(keys, List.of(required)), help, example, sense, next++);
    }
}
