package quorate.derive.consistency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.catalog.ConsistencyOrder;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Missing;
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
    private final Optional<String> decided;
    private final List<ReadPath> paths = new ArrayList<>();

    /**
     * @param decided id of the model that the position of the authority offers, its replica reads included
     */
    ReadPaths(
            Architecture architecture, ConsistencyOrder order, Entity domain, Optional<Entity> authority, Optional<String> decided) {
        this.architecture = architecture;
        this.order = order;
        this.domain = domain;
        this.decided = decided;
        authority.ifPresent(this::authority);
        domain.get(Keys.STORES).or(List.of()).stream()
                .skip(1)
                .flatMap(id -> architecture.component(id).stream())
                .forEach(store -> copy(store, authority));
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

    private void authority(Entity store) {
        List<Evidence> because = new ArrayList<>(List.of(Evidence.of(store, Keys.READS_FROM)));
        boolean replicas = elsewhere(store.get(Keys.READS_FROM));
        for (Link link : architecture.linksTo(store.id())) {
            if (elsewhere(link.get(Keys.READS_FROM))) {
                because.add(Evidence.of(link, Keys.READS_FROM));
                replicas = true;
            }
        }
        if (replicas) {
            because.add(Evidence.of(store, Keys.LAG_BOUND));
            paths.add(path("replicas of " + store.title(), decided, store.get(Keys.LAG_BOUND).value(), because, store, Keys.LAG_BOUND));
        } else {
            Optional<Duration> none = decided.filter(m -> order.implies(m, "regular-register")).map(m -> Duration.ZERO);
            paths.add(new ReadPath(store.title(), decided, none, Evidence.derived("read at " + store.title(), because), Set.of()));
        }
    }

    private static boolean elsewhere(Fact<Words.ReadFrom> from) {
        return from.is(Words.ReadFrom.REPLICAS) || from.is(Words.ReadFrom.LOCAL);
    }

    /**
     * A cache serves an entry for its time to live, filled by way of the authority, unless it serves old entries when its origin
     * fails; any other copy follows by its lag.
     */
    private void copy(Entity store, Optional<Entity> authority) {
        boolean cache = store.get(Keys.STORE_TYPE).is(Words.StoreType.CACHE) || store.get(Keys.FRONTS).isKnown();
        if (!cache) {
            paths.add(path(store.title() + ", fed by changes", Optional.of(EVENTUAL), store.get(Keys.LAG_BOUND).value(),
                    List.of(Evidence.of(store, Keys.LAG_BOUND)), store, Keys.LAG_BOUND));
            return;
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
        ReadPath path = path(store.title() + ", a cache", Optional.of(EVENTUAL), age, because, store, open);
        Set<Missing> deciding = new TreeSet<>(path.deciding());
        if (fromAuthority) {
            deciding.addAll(paths.get(0).deciding());
        }
        paths.add(new ReadPath(path.name(), path.model(), path.staleness(), path.why(), deciding));
    }

    private static ReadPath path(
            String name, Optional<String> model, Optional<Duration> staleness, List<Evidence> because, Entity store, Key<?> open) {
        Set<Missing> deciding = new TreeSet<>();
        if (staleness.isEmpty() && store.get(open).isUnknown()) {
            deciding.add(new Missing(store, open));
        }
        Optional<String> bounded = staleness.isPresent() && model.filter(EVENTUAL::equals).isPresent() ? Optional.of(BOUNDED) : model;
        return new ReadPath(name, bounded, staleness, Evidence.derived("read by way of " + name, because), deciding);
    }
}
