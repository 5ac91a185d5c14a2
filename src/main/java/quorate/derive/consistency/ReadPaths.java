package quorate.derive.consistency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import quorate.catalog.ConsistencyOrder;
import quorate.formula.ReadWriteQuorum;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Subject;
import quorate.model.Words;

/** The ways by which readers get a data domain, and what they give together: the meet of what each gives. */
final class ReadPaths {

    private static final String EVENTUAL = "eventual";
    private static final String BOUNDED = "bounded-staleness";
    private static final List<String> RECENCY =
            List.of("linearizable", "regular-register", BOUNDED, "read-your-writes", "monotonic-reads");

    private final Architecture architecture;
    private final ConsistencyOrder order;
    private final Entity domain;
    private final Optional<Entity> authority;
    private final Offer offer;
    private final Verdicts verdicts;
    private final List<ReadPath> paths = new ArrayList<>();

    /** @param offer what the position of the authority gives, its replica reads included */
    ReadPaths(Architecture architecture, ConsistencyOrder order, Entity domain, Optional<Entity> authority, Offer offer) {
        this.architecture = architecture;
        this.order = order;
        this.domain = domain;
        this.authority = authority;
        this.offer = offer;
        this.verdicts = new Verdicts(order, domain, authority, offer);
        authority.ifPresent(store -> paths.add(verdicts.judge(authority(store))));
        domain.get(Keys.STORES).or(List.of()).stream()
                .skip(1)
                .flatMap(id -> architecture.component(id).stream())
                .filter(this::mayBeRead)
                .forEach(store -> paths.add(verdicts.judge(copy(store, authority))));
    }

    /**
     * A copy that others only replicate to or from stands by and is read by nobody; of one without any link that is not known.
     * What joins two stores is no way to read, unless it says so.
     */
    private boolean mayBeRead(Entity store) {
        List<Link> to = architecture.linksTo(store.id());
        boolean replicates = Stream.concat(to.stream(), architecture.linksFrom(store.id()).stream()).anyMatch(this::replicates);
        return !replicates || to.stream().anyMatch(link -> !replicates(link));
    }

    private boolean replicates(Link link) {
        Fact<Words.Purpose> purpose = link.get(Keys.LINK_PURPOSE);
        boolean betweenStores = Stream.of(link.from(), link.to())
                .allMatch(end -> architecture.component(end).filter(one -> one.kind() == Kind.STORE).isPresent());
        return purpose.is(Words.Purpose.REPLICATE) || purpose.isUnknown() && betweenStores;
    }

    /** For each thing that readers need, over all paths. */
    List<Verdict> verdicts() {
        return verdicts.together(paths);
    }

    List<ReadPath> paths() {
        return List.copyOf(paths);
    }

    /** The one model that all paths give; nothing while a path is unknown, or where several incomparable ones remain. */
    Optional<String> offered() {
        boolean open = paths.isEmpty() || paths.stream().anyMatch(path -> path.model().isEmpty());
        List<String> meet = open ? List.of() : order.meet(given());
        return meet.size() == 1 ? Optional.of(meet.get(0)) : Optional.empty();
    }

    /**
     * What readers need and a copy that lags does not give by itself: what is about recency alone, since a lag says nothing of the
     * order in which a copy shows what it has. Levels of isolation are not a matter of paths.
     */
    List<String> possible() {
        Optional<String> required = domain.get(Keys.CONSISTENCY).value().flatMap(order::find)
                .filter(model -> !model.scope().equals("transaction"))
                .map(model -> model.id());
        boolean lags = given().stream().anyMatch(model -> model.equals(EVENTUAL) || model.equals(BOUNDED));
        if (required.isEmpty() || !lags) {
            return List.of();
        }
        boolean bounded = given().stream().noneMatch(EVENTUAL::equals);
        return order.weakest(RECENCY.stream()
                .filter(model -> order.implies(required.get(), model))
                .filter(model -> !(bounded && model.equals(BOUNDED)))
                .filter(model -> !held(model))
                .toList());
    }

    /** What readers and writers may see, for each anomaly of the catalog. */
    List<Exposure> anomalies() {
        return new Exposures(architecture, order, domain, authority, offer, verdicts, paths).all();
    }

    /** Whether the domain states what gives a session its own writes, or keeps it on one copy. */
    private boolean held(String model) {
        Fact<Words.ReadYourWritesBy> by = domain.get(Keys.READ_YOUR_WRITES_BY);
        return switch (model) {
            case "read-your-writes" -> by.is(way -> way != Words.ReadYourWritesBy.NONE);
            case "monotonic-reads" -> by.is(Words.ReadYourWritesBy.PINNING) || by.is(Words.ReadYourWritesBy.SESSION_TOKEN);
            default -> false;
        };
    }

    private List<String> given() {
        return paths.stream().flatMap(path -> path.model().stream()).toList();
    }

    /** The store that decides, and its replicas where they answer. */
    private ReadPath authority(Entity store) {
        List<Evidence> because = new ArrayList<>(List.of(Evidence.of(store, Keys.READS_FROM), offer.why()));
        List<Subject> elsewhere = new ArrayList<>();
        if (elsewhere(store.get(Keys.READS_FROM))) {
            elsewhere.add(store);
        }
        for (Link link : architecture.linksTo(store.id())) {
            if (elsewhere(link.get(Keys.READS_FROM))) {
                because.add(Evidence.of(link, Keys.READS_FROM));
                elsewhere.add(link);
            }
        }
        return elsewhere.isEmpty() ? own(store, because) : replicas(store, elsewhere, because);
    }

    /** Read where it is written: what a writer has written is there, whatever a failover may lose. */
    private ReadPath own(Entity store, List<Evidence> because) {
        boolean one = store.get(Keys.REPLICAS).is(1) || store.get(Keys.READS_FROM).is(Words.ReadFrom.LEADER);
        boolean missed = quorumsMiss(store);
        boolean meet = !missed && quorumsKnown(store) && store.get(Keys.QUORUM_STRICT).is(true)
                && !store.get(Keys.VERSIONS).is(Words.VersionScheme.WALL_CLOCK);
        boolean current = !missed && (one || meet) || offer.model().filter(m -> order.implies(m, "regular-register")).isPresent();
        Set<Missing> deciding = new TreeSet<>(offer.deciding());
        if (!current && !missed && store.get(Keys.READS_FROM).isUnknown()) {
            deciding.remove(new Missing(store, Keys.TOPOLOGY)); // asked where it is known who answers
            deciding.add(new Missing(store, Keys.READS_FROM));
        }
        Optional<String> model = missed ? Optional.of(EVENTUAL) : offer.model();
        String lag = missed ? quorums(store) : model.filter(m -> m.equals(EVENTUAL)).map(m -> store.title() + " gives no more than " + m).orElse("");
        if (missed) {
            quorumFacts(store, because);
        }
        return new ReadPath(
                store.title(), store, true, model, current ? Set.of("read-your-writes", "monotonic-reads") : Set.of(), offer.never(),
                current ? Optional.of(Duration.ZERO) : Optional.empty(), lag, Evidence.derived("read at " + store.title(), because), deciding,
                List.of());
    }

    /** Copies that follow answer, so that no reader is sure of the newest. */
    private ReadPath replicas(Entity store, List<Subject> readers, List<Evidence> because) {
        boolean async = store.get(Keys.REPLICATION_MODE)
                .is(mode -> mode == Words.ReplicationMode.ASYNC || mode == Words.ReplicationMode.SEMI_SYNC);
        boolean near = readers.stream().anyMatch(reader ->
                reader.get(Keys.READS_FROM).is(from -> from == Words.ReadFrom.LOCAL || from == Words.ReadFrom.CACHE));
        because.add(Evidence.of(store, Keys.REPLICATION_MODE));
        because.add(Evidence.of(store, Keys.LAG_BOUND));
        Optional<String> model = near || async && offer.model().isEmpty() ? Optional.of(EVENTUAL) : offer.model();
        String lag = near || async ? readers.get(0).title() + " reads from copies that lag" : "";
        ReadPath path = path(
                "replicas of " + store.title(), true, model, store.get(Keys.LAG_BOUND).value(), lag, because, store, Keys.LAG_BOUND);
        Set<Missing> deciding = new TreeSet<>(path.deciding());
        if (model.isEmpty()) {
            deciding.addAll(offer.deciding());
            if (store.get(Keys.REPLICATION_MODE).isUnknown()) {
                deciding.remove(new Missing(store, Keys.TOPOLOGY));
                deciding.add(new Missing(store, Keys.REPLICATION_MODE));
            }
        }
        return new ReadPath(
                path.name(), store, true, path.model(), Set.of(), Set.of("linearizable"), path.staleness(), lag, path.why(),
                deciding, List.of());
    }

    private static boolean elsewhere(Fact<Words.ReadFrom> from) {
        return from.is(one -> one == Words.ReadFrom.REPLICAS || one == Words.ReadFrom.LOCAL || one == Words.ReadFrom.CACHE);
    }

    private static boolean quorumsKnown(Entity store) {
        return store.get(Keys.QUORUM_N).isKnown() && store.get(Keys.QUORUM_R).isKnown() && store.get(Keys.QUORUM_W).isKnown();
    }

    private static boolean quorumsMiss(Entity store) {
        return store.get(Keys.QUORUM_STRICT).is(false) || quorumsKnown(store) && shared(store) == 0;
    }

    private static int shared(Entity store) {
        return new ReadWriteQuorum(store.get(Keys.QUORUM_N).or(0), store.get(Keys.QUORUM_R).or(0), store.get(Keys.QUORUM_W).or(0))
                .readMeetsWrite();
    }

    private static String quorums(Entity store) {
        return store.get(Keys.QUORUM_STRICT).is(false)
                ? "the quorums of " + store.title() + " are not strict, so a read can miss the replicas of the write"
                : "R + W = " + store.get(Keys.QUORUM_R).or(0) + " + " + store.get(Keys.QUORUM_W).or(0)
                        + " does not exceed N = " + store.get(Keys.QUORUM_N).or(0) + " at " + store.title();
    }

    private static void quorumFacts(Entity store, List<Evidence> because) {
        for (Key<?> key : List.of(Keys.QUORUM_N, Keys.QUORUM_R, Keys.QUORUM_W, Keys.QUORUM_STRICT)) {
            if (!store.get(key).isUnknown()) {
                because.add(Evidence.of(store, key));
            }
        }
    }

    /**
     * A cache serves an entry for its time to live, filled by way of the authority, unless it serves old entries when its origin
     * fails; any other copy follows by its lag.
     */
    private ReadPath copy(Entity store, Optional<Entity> authority) {
        boolean cache = store.get(Keys.STORE_TYPE).is(Words.StoreType.CACHE) || store.get(Keys.FRONTS).isKnown();
        if (!cache) {
            return path(store.title() + ", fed by changes", false, Optional.of(EVENTUAL), store.get(Keys.LAG_BOUND).value(),
                    store.title() + " follows the authority by a lag", List.of(Evidence.of(store, Keys.LAG_BOUND)), store, Keys.LAG_BOUND);
        }
        List<Evidence> because = List.of(
                Evidence.of(store, Keys.FRONTS), Evidence.of(store, Keys.CACHE_TTL), Evidence.of(store, Keys.STALE_ON_ERROR));
        boolean fromAuthority = authority.filter(a -> store.get(Keys.FRONTS).is(a.id())).isPresent();
        Optional<Duration> filled = fromAuthority ? paths.get(0).staleness() : Optional.empty();
        Optional<Duration> age = store.get(Keys.CACHE_TTL).value()
                .filter(ttl -> store.get(Keys.STALE_ON_ERROR).is(false))
                .flatMap(ttl -> filled.map(ttl::plus));
        Key<?> open = !store.get(Keys.FRONTS).isKnown() ? Keys.FRONTS
                : store.get(Keys.CACHE_TTL).isKnown() ? Keys.STALE_ON_ERROR : Keys.CACHE_TTL;
        ReadPath path = path(store.title() + ", a cache", false, Optional.of(EVENTUAL), age,
                store.title() + " serves an entry until it expires", because, store, open);
        Set<Missing> deciding = new TreeSet<>(path.deciding());
        if (fromAuthority && age.isEmpty()) {
            deciding.addAll(paths.get(0).deciding());
        }
        return new ReadPath(
                path.name(), store, false, path.model(), Set.of(), path.never(), path.staleness(), path.lag(), path.why(), deciding,
                List.of());
    }

    private static ReadPath path(
            String name, boolean authority, Optional<String> model, Optional<Duration> staleness, String lag, List<Evidence> because,
            Entity store, Key<?> open) {
        Set<Missing> deciding = new TreeSet<>();
        if (staleness.isEmpty() && store.get(open).isUnknown()) {
            deciding.add(new Missing(store, open));
        }
        Optional<String> bounded = staleness.isPresent() && model.filter(EVENTUAL::equals).isPresent() ? Optional.of(BOUNDED) : model;
        return new ReadPath(
                name, store, authority, bounded, Set.of(), Set.of("regular-register"), staleness, lag,
                Evidence.derived("read by way of " + name, because), deciding, List.of());
    }
}
