package quorate.derive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.Subject;
import quorate.model.Words;
import quorate.source.Location;

/** Small systems of services, a database with a cache, and a channel in three zones. The same seed gives the same one. */
public final class RandomSystem {

    static final Location AT = new Location("architecture.yaml", 1, 1);

    private static final List<String> ZONES = List.of("a", "b", "c");
    private static final List<Duration> TIMES =
            List.of(Duration.ofMillis(50), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(5));

    /** Facts that a system may state or not, with what they may say; {@code null} states that there is none. */
    private static final Map<Key<?>, List<?>> SERVICE = keys(
            Keys.POOL, List.of(5, 50, 5000),
            Keys.ISOLATION, List.of(Words.Isolation.NONE, Words.Isolation.BULKHEADS, Words.Isolation.CELLS),
            Keys.SHEDDING, orNone("429 above 300"),
            Keys.RATE_LIMIT, orNone("5/s each client"),
            Keys.SCALE_MAX, orNone(12));
    private static final Map<Key<?>, List<?>> CALL = keys(
            Keys.NEED, List.of(Words.Need.HARD, Words.Need.SOFT),
            Keys.TIMEOUT_TOTAL, orNone(TIMES.toArray()),
            Keys.TIMEOUT_TRY, orNone(TIMES.toArray()),
            Keys.BULKHEAD, orNone(5),
            Keys.BREAKER_THRESHOLD, orNone("50% of calls fail"),
            Keys.CALL_RATE, List.of(1.0, 100.0, 10_000.0),
            Keys.STALENESS, orNone(TIMES.toArray()));
    private static final Map<Key<?>, List<?>> STORE = keys(
            Keys.READS_FROM, List.of(Words.ReadFrom.LEADER, Words.ReadFrom.REPLICAS),
            Keys.FAILOVER_MODE, List.of(Words.FailoverMode.AUTOMATIC, Words.FailoverMode.MANUAL, Words.FailoverMode.NONE),
            Keys.CONFLICTS, List.of(Words.ConflictPolicy.LAST_WRITE_WINS, Words.ConflictPolicy.CONDITIONAL_WRITE),
            Keys.CLOCK, List.of(Words.VersionScheme.WALL_CLOCK, Words.VersionScheme.VERSION_VECTOR),
            Keys.CLOCK_GUARD, orNone("5 ms bound"));
    private static final Map<Key<?>, List<?>> CACHE = keys(
            Keys.MISS_CAPACITY, List.of(0.3, 1.0),
            Keys.COALESCING, List.of(true, false));
    private static final Map<Key<?>, List<?>> CHANNEL = keys(
            Keys.DELIVERY, List.of(Words.Delivery.AT_LEAST_ONCE, Words.Delivery.EXACTLY_ONCE),
            Keys.DEDUPLICATION, orNone(Duration.ofHours(1)),
            Keys.MAX_DELIVERIES, orNone(5),
            Keys.DEAD_LETTER, orNone("orders.dlq"),
            Keys.BOUND, orNone("1000 messages"),
            Keys.OVERFLOW, List.of(Words.Overflow.REJECT, Words.Overflow.DROP_NEW, Words.Overflow.BLOCK_PRODUCER),
            Keys.RETENTION, orNone(Duration.ofDays(7)));
    private static final Map<Key<?>, List<?>> PUBLISH = keys(Keys.NEED, List.of(Words.Need.HARD, Words.Need.SOFT), Keys.OUTBOX, List.of(true, false));

    private final Random random;
    private final List<Entity> entities = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    public RandomSystem(long seed) {
        this.random = new Random(seed);
    }

    /** @param stated one fact in so many is stated */
    public Architecture architecture(int stated) {
        ZONES.forEach(zone -> entity(Kind.FAULT_DOMAIN, zone, keys(Keys.DOMAIN_KIND, List.of(Words.DomainKind.ZONE)), 1));
        List<String> services = new ArrayList<>();
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            services.add("s" + i);
            service("s" + i, stated);
        }
        store(stated);
        entity(Kind.STORE, "cache", with(CACHE, Keys.FRONTS, List.of("db")), stated);
        replace("cache", Keys.FRONTS, "db");
        entity(Kind.CHANNEL, "topic", CHANNEL, stated);
        for (String from : services) {
            for (String to : services) {
                if (random.nextInt(3) == 0) {
                    link(from, to, Words.LinkMode.SYNC, Words.Purpose.CALL, CALL, stated);
                }
            }
        }
        link(pick(services), "db", Words.LinkMode.SYNC, random.nextBoolean() ? Words.Purpose.READ : Words.Purpose.WRITE, CALL, stated);
        link(pick(services), "cache", Words.LinkMode.SYNC, Words.Purpose.READ, CALL, stated);
        link(pick(services), "topic", Words.LinkMode.ASYNC, Words.Purpose.PUBLISH, PUBLISH, stated);
        for (String entry : services.subList(0, 2)) {
            entity(Kind.JOURNEY, "from-" + entry, keys(Keys.ENTRY, List.of(entry)), 1);
        }
        return build(entities, links);
    }

    private void service(String id, int stated) {
        int replicas = 1 + random.nextInt(4);
        Entity service = entity(Kind.SERVICE, id, SERVICE, stated);
        if (random.nextInt(stated) == 0) {
            set(service, Keys.REPLICAS, replicas);
        }
        if (random.nextInt(stated) == 0) {
            replace(id, Keys.MIN_REPLICAS, 1 + random.nextInt(replicas));
        }
        if (random.nextInt(stated) == 0) {
            replace(id, Keys.PLACEMENT, placement(replicas));
        }
    }

    private void store(int stated) {
        Entity store = entity(Kind.STORE, "db", STORE, stated);
        boolean votes = random.nextBoolean();
        int members = votes ? 3 + random.nextInt(3) : 1 + random.nextInt(3);
        set(store, Keys.TOPOLOGY, votes ? Words.Topology.CONSENSUS : Words.Topology.SINGLE_LEADER);
        replace("db", votes ? Keys.VOTERS : Keys.REPLICAS, members);
        if (votes) {
            replace("db", Keys.FAILOVER_MODE, Words.FailoverMode.AUTOMATIC); // a group that votes elects by itself
        }
        if (random.nextInt(stated) == 0) {
            replace("db", Keys.PLACEMENT, placement(members));
        }
    }

    private List<String> placement(int members) {
        List<String> placement = new ArrayList<>();
        for (int i = 1 + random.nextInt(Math.min(3, members)); i > 0; i--) {
            placement.add(ZONES.get((i + members) % ZONES.size()));
        }
        return List.copyOf(placement);
    }

    /** The same system with every fact that it leaves open stated at random. */
    Architecture filled(Architecture open) {
        List<Entity> known = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Entity entity : kind == Kind.LINK || kind == Kind.SYSTEM ? List.<Entity>of() : open.all(kind)) {
                Facts facts = facts(entity.facts(), values(entity), 1);
                if (kind == Kind.SERVICE) {
                    int least = Math.max(facts.get(Keys.PLACEMENT).or(List.of()).size(), facts.get(Keys.MIN_REPLICAS).or(1));
                    facts = unless(facts, Keys.REPLICAS, least + random.nextInt(3));
                    int replicas = facts.get(Keys.REPLICAS).or(1);
                    facts = unless(facts, Keys.MIN_REPLICAS, 1 + random.nextInt(replicas));
                    facts = unless(facts, Keys.PLACEMENT, placement(replicas));
                } else if (entity.id().equals("db")) {
                    facts = unless(facts, Keys.PLACEMENT, placement(facts.get(Keys.VOTERS).or(facts.get(Keys.REPLICAS).or(1))));
                } else if (kind.isComponent()) {
                    facts = unless(facts, Keys.PLACEMENT, placement(1));
                }
                known.add(entity.with(facts));
            }
        }
        List<Link> stated = open.links().stream()
                .map(link -> link.with(facts(link.facts(), link.to().equals("topic") ? PUBLISH : CALL, 1)))
                .toList();
        return build(known, stated);
    }

    private static Map<Key<?>, List<?>> values(Entity entity) {
        return switch (entity.kind()) {
            case SERVICE -> SERVICE;
            case STORE -> entity.id().equals("cache") ? CACHE : STORE;
            case CHANNEL -> CHANNEL;
            default -> Map.of();
        };
    }

    /** The same system read in another order. */
    Architecture shuffled(Architecture architecture) {
        List<Entity> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind != Kind.LINK && kind != Kind.SYSTEM) {
                all.addAll(architecture.all(kind));
            }
        }
        java.util.Collections.shuffle(all, random);
        List<Link> joined = new ArrayList<>(architecture.links());
        java.util.Collections.shuffle(joined, random);
        return build(all, joined);
    }

    /** The same system with one subject replaced by one that states more. */
    static Architecture changed(Architecture architecture, Subject subject) {
        List<Entity> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind != Kind.LINK && kind != Kind.SYSTEM) {
                architecture.all(kind).forEach(
                        e -> all.add(subject instanceof Entity x && x.kind() == e.kind() && x.id().equals(e.id()) ? x : e));
            }
        }
        List<Link> joined = architecture.links().stream()
                .map(link -> subject instanceof Link x && x.id().equals(link.id()) ? x : link)
                .toList();
        return build(all, joined);
    }

    public static <T> Fact<T> fact(T value) {
        return Fact.of(value, Origin.declared(AT));
    }

    private static Architecture build(List<Entity> entities, List<Link> links) {
        Entity system = new Entity(Kind.SYSTEM, "random", Facts.none(AT), AT);
        return Architecture.of(system, entities, links, List.of(), List.of(), List.of());
    }

    private Entity entity(Kind kind, String id, Map<Key<?>, List<?>> values, int stated) {
        Entity entity = new Entity(kind, id, facts(Facts.none(AT), values, stated), AT);
        entities.add(entity);
        return entity;
    }

    private void link(
            String from, String to, Words.LinkMode mode, Words.Purpose purpose, Map<Key<?>, List<?>> values, int stated) {
        Facts facts = facts(Facts.none(AT), values, stated)
                .with(Keys.MODE, fact(mode))
                .with(Keys.LINK_PURPOSE, fact(purpose));
        links.add(new Link(Link.idOf(from, to), from, to, facts, AT));
    }

    private <T> void set(Entity entity, Key<T> key, T value) {
        replace(entity.id(), key, value);
    }

    private <T> void replace(String id, Key<T> key, T value) {
        entities.replaceAll(e -> e.id().equals(id) ? e.with(e.facts().with(key, fact(value))) : e);
    }

    private static <T> Facts unless(Facts facts, Key<T> key, T value) {
        return facts.get(key).isUnknown() ? facts.with(key, fact(value)) : facts;
    }

    @SuppressWarnings("unchecked")
    private Facts facts(Facts known, Map<Key<?>, List<?>> values, int stated) {
        Facts facts = known;
        for (Map.Entry<Key<?>, List<?>> entry : values.entrySet()) {
            Key<Object> key = (Key<Object>) entry.getKey();
            Object value = pick(entry.getValue());
            if (random.nextInt(stated) == 0 && facts.get(key).isUnknown()) {
                facts = facts.with(key, value == null ? Fact.none(Origin.declared(AT)) : fact(value));
            }
        }
        return facts;
    }

    private <T> T pick(List<? extends T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<?> orNone(Object... values) {
        List<Object> all = new ArrayList<>(List.of(values));
        all.add(null);
        return all;
    }

    private static Map<Key<?>, List<?>> with(Map<Key<?>, List<?>> some, Key<?> key, List<?> values) {
        Map<Key<?>, List<?>> all = new LinkedHashMap<>(some);
        all.put(key, values);
        return all;
    }

    private static Map<Key<?>, List<?>> keys(Object... pairs) {
        Map<Key<?>, List<?>> keys = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            keys.put((Key<?>) pairs[i], (List<?>) pairs[i + 1]);
        }
        return keys;
    }
}
