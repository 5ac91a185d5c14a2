package quorate.model;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import quorate.source.Problem;

/** A system as its sources describe it: subjects with their facts, nothing assumed. Immutable. */
public final class Architecture {

    private final Entity system;
    private final Map<Kind, List<Entity>> entities;
    private final List<Link> links;
    private final List<Conflict> conflicts;
    private final List<Problem> problems;
    private final List<String> sources;
    private final Map<Kind, Map<String, Entity>> byId;
    private final Map<String, Entity> components;
    private final Map<String, Link> linkById;
    private final Map<String, List<Link>> from;
    private final Map<String, List<Link>> to;
    private References references;

    private Architecture(
            Entity system,
            Map<Kind, List<Entity>> entities,
            List<Link> links,
            List<Conflict> conflicts,
            List<Problem> problems,
            List<String> sources) {
        this.system = system;
        this.entities = entities;
        this.links = List.copyOf(links);
        this.conflicts = List.copyOf(conflicts);
        this.problems = List.copyOf(problems);
        this.sources = List.copyOf(sources);
        this.byId = new EnumMap<>(Kind.class);
        entities.forEach((kind, all) -> {
            Map<String, Entity> ids = new HashMap<>();
            all.forEach(entity -> ids.put(entity.id(), entity));
            byId.put(kind, ids);
        });
        this.components = new HashMap<>();
        Kind.components().forEach(kind -> components.putAll(byId.getOrDefault(kind, Map.of())));
        this.linkById = new LinkedHashMap<>();
        this.from = new LinkedHashMap<>();
        this.to = new LinkedHashMap<>();
        for (Link link : this.links) {
            linkById.put(link.id(), link);
            from.computeIfAbsent(link.from(), k -> new ArrayList<>()).add(link);
            to.computeIfAbsent(link.to(), k -> new ArrayList<>()).add(link);
        }
    }

    /**
     * An architecture of these subjects, sorted by id.
     *
     * @param problems what was not understood in the sources, and is said rather than dropped
     * @param sources paths of the files that were read
     */
    public static Architecture of(
            Entity system,
            List<Entity> entities,
            List<Link> links,
            List<Conflict> conflicts,
            List<Problem> problems,
            List<String> sources) {
        Map<Kind, Map<String, Entity>> sorted = new EnumMap<>(Kind.class);
        for (Entity entity : entities) {
            sorted.computeIfAbsent(entity.kind(), k -> new TreeMap<>()).put(entity.id(), entity);
        }
        Map<Kind, List<Entity>> byKind = new EnumMap<>(Kind.class);
        sorted.forEach((kind, map) -> byKind.put(kind, List.copyOf(map.values())));
        List<Link> ordered = links.stream()
                .sorted(java.util.Comparator.comparing(Link::id))
                .toList();
        return new Architecture(system, byKind, ordered, conflicts, problems, sources);
    }

    /** The same with more entities; one that is there already under its kind and id stays as it is. */
    public Architecture plus(List<Entity> more) {
        List<Entity> all = new java.util.ArrayList<>(more);
        entities.values().forEach(all::addAll); // the later of two of one id counts
        return of(system, all, links, conflicts, problems, sources);
    }

    /** The same with every subject replaced by what the function makes of it; kinds and ids stay. */
    public Architecture map(UnaryOperator<Entity> ofEntity, UnaryOperator<Link> ofLink) {
        Map<Kind, List<Entity>> mapped = new EnumMap<>(Kind.class);
        entities.forEach((kind, all) -> mapped.put(kind, all.stream().map(ofEntity).toList()));
        return new Architecture(
                ofEntity.apply(system), mapped, links.stream().map(ofLink).toList(), conflicts, problems, sources);
    }

    /**
     * The same with one subject in the place of the one of its kind and id. What does not change is shared, so that trying one
     * change after another costs little, however large the architecture is.
     */
    public Architecture replacing(Subject subject) {
        return new Architecture(this, subject);
    }

    private Architecture(Architecture from, Subject instead) {
        boolean link = instead.kind() == Kind.LINK;
        boolean refers = instead.kind() == Kind.JOURNEY || instead.kind() == Kind.DATA_DOMAIN;
        this.references = refers ? null : from.references();
        this.system = instead.kind() == Kind.SYSTEM ? (Entity) instead : from.system;
        this.entities = link || instead.kind() == Kind.SYSTEM ? from.entities : new EnumMap<>(from.entities);
        this.conflicts = from.conflicts;
        this.problems = from.problems;
        this.sources = from.sources;
        this.byId = link || instead.kind() == Kind.SYSTEM ? from.byId : new EnumMap<>(from.byId);
        if (byId != from.byId) {
            entities.computeIfPresent(instead.kind(), (kind, all) -> with(all, (Entity) instead));
            byId.computeIfPresent(instead.kind(), (kind, all) -> new Replaced<>(all, instead.id(), (Entity) instead));
        }
        this.components = instead.kind().isComponent()
                ? new Replaced<>(from.components, instead.id(), (Entity) instead)
                : from.components;
        this.links = link ? with(from.links, (Link) instead) : from.links;
        this.linkById = link ? new Replaced<>(from.linkById, instead.id(), (Link) instead) : from.linkById;
        this.from = link ? around(from.from, ((Link) instead).from(), (Link) instead) : from.from;
        this.to = link ? around(from.to, ((Link) instead).to(), (Link) instead) : from.to;
    }

    private static <S extends Subject> List<S> with(List<S> all, S instead) {
        List<S> changed = new ArrayList<>(all);
        changed.replaceAll(one -> one.id().equals(instead.id()) ? instead : one);
        return Collections.unmodifiableList(changed);
    }

    private static Map<String, List<Link>> around(Map<String, List<Link>> all, String end, Link instead) {
        return new Replaced<>(all, end, with(all.getOrDefault(end, List.of()), instead));
    }

    /** A map with another value for one of its keys, if it has the key. */
    private static final class Replaced<V> extends AbstractMap<String, V> {
        private final Map<String, V> all;
        private final String key;
        private final V instead;

        private Replaced(Map<String, V> all, String key, V instead) {
            this.all = all;
            this.key = key;
            this.instead = instead;
        }

        @Override
        public V get(Object wanted) {
            V value = all.get(wanted);
            return value != null && key.equals(wanted) ? instead : value;
        }

        @Override
        public boolean containsKey(Object wanted) {
            return all.containsKey(wanted);
        }

        @Override
        public Set<Map.Entry<String, V>> entrySet() {
            Map<String, V> whole = new LinkedHashMap<>(all);
            whole.replace(key, instead);
            return whole.entrySet();
        }
    }

    /** The id of the project. */
    public String id() {
        return system.id();
    }

    public Entity system() {
        return system;
    }

    /** The entities of a kind, sorted by id. */
    public List<Entity> all(Kind kind) {
        return kind == Kind.SYSTEM ? List.of(system) : entities.getOrDefault(kind, List.of());
    }

    /** The subjects of a kind, links included, sorted by id. */
    public List<? extends Subject> subjects(Kind kind) {
        return kind == Kind.LINK ? links : all(kind);
    }

    public Optional<Entity> find(Kind kind, String id) {
        return kind == Kind.SYSTEM
                ? Optional.of(system).filter(entity -> entity.id().equals(id))
                : Optional.ofNullable(byId.getOrDefault(kind, Map.of()).get(id));
    }

    /** The subject of that kind and id, links included. */
    public Optional<? extends Subject> subject(Kind kind, String id) {
        return kind == Kind.LINK ? Optional.ofNullable(linkById.get(id)) : find(kind, id);
    }

    /** Services, stores, channels and externals, in that order. */
    public List<Entity> components() {
        List<Entity> components = new ArrayList<>();
        Kind.components().forEach(kind -> components.addAll(all(kind)));
        return components;
    }

    /** The fault domain of that id and all that contain it, innermost first. */
    public List<String> around(String domain) {
        List<String> chain = new ArrayList<>();
        Optional<String> next = Optional.of(domain);
        while (next.isPresent() && !chain.contains(next.get())) {
            chain.add(next.get());
            next = find(Kind.FAULT_DOMAIN, next.get()).flatMap(d -> d.get(Keys.PARENT).value());
        }
        return chain;
    }

    public Optional<Entity> component(String id) {
        return Optional.ofNullable(components.get(id));
    }

    public List<Link> links() {
        return links;
    }

    /** The link of that id; {@code from -> to} always names the first link between the two. */
    public Optional<Link> link(String id) {
        Link link = linkById.get(id);
        if (link != null) {
            return Optional.of(link);
        }
        int arrow = id.indexOf(Link.ARROW);
        return arrow < 0
                ? Optional.empty()
                : linksFrom(id.substring(0, arrow)).stream().filter(l -> l.title().equals(id)).findFirst();
    }

    public List<Link> linksFrom(String component) {
        return Collections.unmodifiableList(from.getOrDefault(component, List.of()));
    }

    public List<Link> linksTo(String component) {
        return Collections.unmodifiableList(to.getOrDefault(component, List.of()));
    }

    /** Whether the link of a channel leads to what it lies on, and not to whom it hands on its messages. */
    public boolean carries(Link link) {
        return find(Kind.CHANNEL, link.from()).isPresent() && link.get(Keys.NEED).is(Words.Need.HARD)
                && !link.get(Keys.MODE).is(Words.LinkMode.ASYNC) && !link.get(Keys.LINK_PURPOSE).is(Words.Purpose.CONSUME);
    }

    /** A journey's use of a link, with what it states of it. */
    public record Use(Entity journey, Facts facts) {}

    /** The uses of the link by journeys, whether they name it by its id or by its ends, in the order of the journeys. */
    public List<Use> usesOf(Link link) {
        return references().uses(link);
    }

    /** Whether a journey states that its requests arrive at the component. */
    public boolean isEntry(String component) {
        return references().enters(component);
    }

    /** The data domains that the store or channel holds, in their order. */
    public List<Entity> domainsIn(String store) {
        return references().domains(store);
    }

    /** Made when first asked for; several threads would make the same. */
    private References references() {
        if (references == null) {
            references = new References(this);
        }
        return references;
    }

    public List<Conflict> conflicts() {
        return conflicts;
    }

    public List<Problem> problems() {
        return problems;
    }

    public List<String> sources() {
        return sources;
    }
}
