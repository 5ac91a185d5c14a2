package quorate.derive.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Location;

/**
 * A small random model with one journey, and a direct simulation of it that shares nothing with the code under test: it takes a
 * set of lost things and says whether the journey is down, with the leaders and the odd instances in one of the places where
 * they may be.
 */
final class RandomModel {

    private static final Location AT = new Location("architecture.yaml", 1, 1);

    /** One component as the simulation knows it. */
    private static final class Part {
        String id;
        Kind kind;
        int instances;
        int minimum;
        Words.Topology topology = Words.Topology.NONE;
        int read;
        int write;
        int followers;
        boolean manual;
        boolean readsFollowers;
        List<String> placement = List.of();
    }

    /** One link as the simulation knows it. */
    private static final class Arc {
        int from;
        int to;
        boolean hard;
        boolean async;
        boolean bounded;
        boolean fallback;
        boolean outbox;
        Words.Purpose purpose;
    }

    private final Random random;
    private final List<Part> parts = new ArrayList<>();
    private final List<Arc> arcs = new ArrayList<>();
    private final List<String> domains = new ArrayList<>();
    private final Map<String, String> parents = new HashMap<>();
    private final List<Map<String, List<String>>> worlds = new ArrayList<>();

    RandomModel(Random random) {
        this.random = random;
        domains();
        int components = 2 + random.nextInt(3);
        for (int i = 0; i < components; i++) {
            parts.add(i == 0 ? service(i) : part(i));
        }
        int links = 1 + random.nextInt(5);
        for (int i = 0; i < links; i++) {
            arcs.add(arc(components));
        }
    }

    private void domains() {
        int zones = random.nextInt(4);
        for (int i = 0; i < zones; i++) {
            domains.add("zone-" + i);
        }
        if (zones > 1 && random.nextBoolean()) {
            domains.add("region");
            for (int i = 0; i < zones; i++) {
                if (random.nextBoolean()) {
                    parents.put("zone-" + i, "region");
                }
            }
        }
    }

    private Part service(int i) {
        Part part = new Part();
        part.id = "part-" + i;
        part.kind = Kind.SERVICE;
        part.instances = 1 + random.nextInt(3);
        part.minimum = 1 + random.nextInt(part.instances);
        place(part);
        return part;
    }

    private Part part(int i) {
        if (random.nextInt(3) == 0) {
            return service(i);
        }
        Part part = new Part();
        part.id = "part-" + i;
        if (random.nextInt(4) == 0) {
            part.kind = Kind.EXTERNAL;
            part.instances = 1;
            place(part);
            part.instances = Math.max(1, part.placement.size());
            return part;
        }
        part.kind = Kind.STORE;
        part.instances = 1 + random.nextInt(3);
        part.topology = List.of(Words.Topology.NONE, Words.Topology.SINGLE_LEADER, Words.Topology.CONSENSUS, Words.Topology.LEADERLESS)
                .get(random.nextInt(4));
        part.read = 1 + random.nextInt(part.instances);
        part.write = 1 + random.nextInt(part.instances);
        part.followers = random.nextInt(Math.min(2, part.instances));
        part.manual = random.nextBoolean();
        part.readsFollowers = random.nextBoolean();
        place(part);
        return part;
    }

    /** As many entries as instances, or some domains over which they are spread. */
    private void place(Part part) {
        if (domains.isEmpty() || random.nextInt(4) == 0) {
            part.placement = domains.isEmpty() || part.kind == Kind.EXTERNAL ? List.of() : List.of(domains.get(0));
            return;
        }
        List<String> placement = new ArrayList<>();
        int entries = random.nextBoolean() ? part.instances : 1 + random.nextInt(domains.size());
        for (int i = 0; i < entries; i++) {
            placement.add(domains.get(random.nextInt(domains.size())));
        }
        part.placement = placement;
    }

    private Arc arc(int components) {
        Arc arc = new Arc();
        arc.from = random.nextInt(components);
        arc.to = random.nextInt(components);
        arc.hard = random.nextInt(3) > 0;
        arc.async = random.nextInt(4) == 0;
        arc.bounded = random.nextBoolean();
        arc.fallback = random.nextInt(4) == 0;
        arc.outbox = random.nextBoolean();
        arc.purpose = List.of(Words.Purpose.READ, Words.Purpose.WRITE, Words.Purpose.CALL, Words.Purpose.CONSUME).get(random.nextInt(4));
        return arc;
    }

    Architecture architecture() {
        List<Entity> entities = new ArrayList<>();
        for (String domain : domains) {
            Facts.Builder facts = Facts.at(AT);
            set(facts, Keys.DOMAIN_KIND, domain.equals("region") ? Words.DomainKind.REGION : Words.DomainKind.ZONE);
            if (parents.containsKey(domain)) {
                set(facts, Keys.PARENT, parents.get(domain));
            }
            set(facts, Keys.AVAILABILITY, 1 - probability("fault-domain/" + domain));
            entities.add(new Entity(Kind.FAULT_DOMAIN, domain, facts.build(), AT));
        }
        parts.forEach(part -> entities.add(entity(part)));
        List<Link> links = new ArrayList<>();
        List<Facts> uses = new ArrayList<>();
        for (int i = 0; i < arcs.size(); i++) {
            Link link = link(arcs.get(i), "link-" + i);
            links.add(link);
            Facts.Builder use = Facts.at(AT);
            set(use, Keys.USE_LINK, link.id());
            uses.add(use.build());
        }
        Facts.Builder journey = Facts.at(AT);
        set(journey, Keys.ENTRY, parts.get(0).id);
        set(journey, Keys.USES, uses);
        entities.add(new Entity(Kind.JOURNEY, "journey", journey.build(), AT));
        Entity system = new Entity(Kind.SYSTEM, "random", Facts.none(AT), AT);
        return Architecture.of(system, entities, links, List.of(), List.of(), List.of());
    }

    private static Entity entity(Part part) {
        Facts.Builder facts = Facts.at(AT);
        if (part.kind != Kind.EXTERNAL) {
            set(facts, Keys.REPLICAS, part.instances);
        }
        if (part.kind == Kind.SERVICE) {
            set(facts, Keys.MIN_REPLICAS, part.minimum);
        }
        if (part.kind == Kind.STORE) {
            set(facts, Keys.TOPOLOGY, part.topology);
            set(facts, Keys.QUORUM_R, part.read);
            set(facts, Keys.QUORUM_W, part.write);
            set(facts, Keys.REPLICATION_MODE, part.followers > 0 ? Words.ReplicationMode.SYNC : Words.ReplicationMode.ASYNC);
            set(facts, Keys.SYNC_FOLLOWERS, part.followers);
            set(facts, Keys.FAILOVER_MODE, part.manual ? Words.FailoverMode.MANUAL : Words.FailoverMode.AUTOMATIC);
            set(facts, Keys.READS_FROM, part.readsFollowers ? Words.ReadFrom.REPLICAS : Words.ReadFrom.LEADER);
        }
        if (!part.placement.isEmpty()) {
            set(facts, Keys.PLACEMENT, part.placement);
        }
        set(facts, Keys.AVAILABILITY, 1 - probability(part.id));
        return new Entity(part.kind, part.id, facts.build(), AT);
    }

    private Link link(Arc arc, String id) {
        Facts.Builder facts = Facts.at(AT);
        set(facts, Keys.NEED, arc.hard ? Words.Need.HARD : Words.Need.SOFT);
        set(facts, Keys.MODE, arc.async ? Words.LinkMode.ASYNC : Words.LinkMode.SYNC);
        set(facts, Keys.LINK_PURPOSE, arc.purpose);
        set(facts, Keys.OUTBOX, arc.outbox);
        if (arc.bounded) {
            set(facts, Keys.TIMEOUT_TOTAL, Duration.ofSeconds(1));
        } else {
            facts.set(Keys.TIMEOUT_TOTAL, Fact.none(Origin.declared(AT)));
            facts.set(Keys.TIMEOUT_TRY, Fact.none(Origin.declared(AT)));
        }
        if (arc.fallback) {
            set(facts, Keys.FALLBACK, "something else");
        }
        return new Link(id, parts.get(arc.from).id, parts.get(arc.to).id, facts.build(), AT);
    }

    private static <T> void set(Facts.Builder facts, Key<T> key, T value) {
        facts.set(key, Fact.of(value, Origin.declared(AT)));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(domains + " in " + parents);
        for (Part part : parts) {
            text.append("\n").append(part.id).append(' ').append(part.kind).append(" x").append(part.instances)
                    .append(" min ").append(part.minimum).append(' ').append(part.topology).append(" R").append(part.read)
                    .append(" W").append(part.write).append(" sync ").append(part.followers)
                    .append(part.manual ? " manual" : "").append(part.readsFollowers ? " reads-followers " : " ").append(part.placement);
        }
        for (Arc arc : arcs) {
            text.append("\n").append(arc.from).append(" -> ").append(arc.to).append(arc.hard ? " hard " : " soft ").append(arc.purpose)
                    .append(arc.async ? " async" : "").append(arc.bounded ? " bounded" : "").append(arc.fallback ? " fallback" : "")
                    .append(arc.outbox ? " outbox" : "");
        }
        return text.toString();
    }

    /** A figure for each id, the same in the model and in the sum over all states. */
    static double probability(String id) {
        return (1 + Math.floorMod(id.hashCode(), 400)) / 1000.0;
    }

    /** The ways in which odd instances and leaders may lie: for each part the domain of each instance, the leader first. */
    List<Map<String, List<String>>> worlds() {
        if (worlds.isEmpty()) {
            worlds.addAll(allWorlds());
        }
        return worlds;
    }

    private List<Map<String, List<String>>> allWorlds() {
        List<Map<String, List<String>>> worlds = new ArrayList<>(List.of(new TreeMap<>()));
        for (Part part : parts) {
            List<Map<String, List<String>>> more = new ArrayList<>();
            for (List<String> homes : homes(part)) {
                for (Map<String, List<String>> world : worlds) {
                    Map<String, List<String>> longer = new TreeMap<>(world);
                    longer.put(part.id, homes);
                    more.add(longer);
                }
            }
            worlds = more;
        }
        return worlds;
    }

    private Set<List<String>> homes(Part part) {
        Set<List<String>> all = new java.util.LinkedHashSet<>();
        if (part.placement.isEmpty()) {
            all.add(java.util.Collections.nCopies(part.instances, ""));
            return all;
        }
        int entries = part.placement.size();
        for (int odd = 0; odd < 1 << entries; odd++) {
            if (Integer.bitCount(odd) != part.instances % entries) {
                continue;
            }
            List<String> homes = new ArrayList<>();
            for (int i = 0; i < part.instances / entries; i++) {
                homes.addAll(part.placement);
            }
            for (int i = 0; i < entries; i++) {
                if ((odd & 1 << i) != 0) {
                    homes.add(part.placement.get(i));
                }
            }
            boolean led = needsPerson(part) && writes(part);
            for (int leader = 0; leader < (led ? homes.size() : 1); leader++) {
                if (homes.indexOf(homes.get(leader)) < leader) {
                    continue; // which of two in one domain leads is a matter of their names
                }
                List<String> ordered = new ArrayList<>(homes);
                ordered.add(0, ordered.remove(leader));
                all.add(ordered);
            }
        }
        return all;
    }

    private static boolean needsPerson(Part part) {
        boolean leader = part.topology == Words.Topology.SINGLE_LEADER || part.topology == Words.Topology.CONSENSUS;
        return part.kind == Kind.STORE && leader && part.instances > 1 && part.manual;
    }

    /** Whether the journey may want the part's leader: it is told from the others only then. */
    private boolean writes(Part part) {
        return parts.indexOf(part) == 0 || !part.readsFollowers
                || arcs.stream().anyMatch(arc -> parts.get(arc.to) == part && arc.purpose != Words.Purpose.READ && takesDown(arc));
    }

    /** Whether the entry can be taken down through the link at all. */
    private boolean takesDown(Arc through) {
        Set<Integer> reached = new TreeSet<>(Set.of(0));
        for (int i = 0; i < parts.size(); i++) {
            for (Arc arc : arcs) {
                if (reached.contains(arc.from) && effective(arc, true)) {
                    reached.add(arc.to);
                }
            }
        }
        return reached.contains(through.from) && effective(through, true);
    }

    private static boolean effective(Arc arc, boolean silent) {
        if (arc.async) {
            return arc.purpose != Words.Purpose.CONSUME && arc.hard && !arc.outbox;
        }
        return (silent && !arc.bounded) || (arc.hard && !arc.fallback);
    }

    /** Whether the journey is down with these events: ids as the fault tree calls them. */
    boolean isDown(Set<String> lost, Map<String, List<String>> world) {
        boolean[] down = new boolean[parts.size()];
        boolean[] hangs = new boolean[parts.size()];
        for (int round = 0; round <= 2 * parts.size(); round++) {
            for (Arc arc : arcs) {
                boolean cut = lost.contains("link/" + parts.get(arc.from).id + " -> " + parts.get(arc.to).id);
                boolean own = fails(parts.get(arc.to), arc.purpose == Words.Purpose.READ, arc.purpose == Words.Purpose.WRITE, lost, world);
                boolean far = cut || own || down[arc.to];
                boolean silent = cut || (own && waits(parts.get(arc.to), arc.purpose == Words.Purpose.READ, lost, world)) || hangs[arc.to];
                if (far && effective(arc, silent)) {
                    down[arc.from] = true;
                    hangs[arc.from] |= silent && !arc.bounded;
                }
            }
        }
        return down[0] || fails(parts.get(0), false, false, lost, world);
    }

    private boolean gone(String domain, Set<String> lost) {
        return !domain.isEmpty()
                && (lost.contains("fault-domain/" + domain)
                        || (parents.containsKey(domain) && lost.contains("fault-domain/" + parents.get(domain))));
    }

    private boolean isLost(Part part, int instance, Set<String> lost, Map<String, List<String>> world) {
        return gone(world.get(part.id).get(instance), lost) || lost.contains("instance/" + part.id + "/" + (instance + 1));
    }

    private boolean fails(Part part, boolean reads, boolean writes, Set<String> lost, Map<String, List<String>> world) {
        int left = 0;
        for (int i = 0; i < part.instances; i++) {
            left += isLost(part, i, lost, world) ? 0 : 1;
        }
        if (part.kind == Kind.EXTERNAL) {
            return left == 0 || lost.contains("external/" + part.id);
        }
        if (left == 0) {
            return true;
        }
        if (part.kind == Kind.SERVICE) {
            return left < part.minimum;
        }
        if (part.topology == Words.Topology.CONSENSUS && part.instances > 1) {
            return left < part.instances / 2 + 1 || leaderGone(part, reads, lost, world);
        }
        if (part.topology == Words.Topology.LEADERLESS) {
            return left < (reads ? part.read : writes ? part.write : Math.max(part.read, part.write));
        }
        if (!reads && left <= part.followers && left < part.instances) {
            return true;
        }
        return leaderGone(part, reads, lost, world);
    }

    private boolean leaderGone(Part part, boolean reads, Set<String> lost, Map<String, List<String>> world) {
        return needsPerson(part) && !(reads && part.readsFollowers) && isLost(part, 0, lost, world);
    }

    /** Whether what is lost of it leaves callers waiting: a domain, an external, a leader that nobody replaces. */
    private boolean waits(Part part, boolean reads, Set<String> lost, Map<String, List<String>> world) {
        if (part.kind == Kind.EXTERNAL) {
            return true;
        }
        for (String home : worlds().stream().flatMap(w -> w.get(part.id).stream()).toList()) {
            if (gone(home, lost)) {
                return true;
            }
        }
        return leaderGone(part, reads, lost, world);
    }
}
