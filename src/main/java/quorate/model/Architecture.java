package quorate.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<String, Entity> components;
    private final Map<String, Link> linkById;
    private final Map<String, List<Link>> from;
    private final Map<String, List<Link>> to;

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
        this.components = new LinkedHashMap<>();
        Kind.components().forEach(kind -> all(kind).forEach(entity -> components.put(entity.id(), entity)));
        this.linkById = new LinkedHashMap<>();
        this.from = new LinkedHashMap<>();
        this.to = new LinkedHashMap<>();
        for (Link link : this.links) {
            linkById.put(link.id(), link);
            from.computeIfAbsent(link.from(), k -> new java.util.ArrayList<>()).add(link);
            to.computeIfAbsent(link.to(), k -> new java.util.ArrayList<>()).add(link);
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

    /** The same with one subject in the place of the one of its kind and id. */
    public Architecture replacing(Subject subject) {
        return map(
                entity -> entity.kind() == subject.kind() && entity.id().equals(subject.id()) ? (Entity) subject : entity,
                link -> subject.kind() == Kind.LINK && link.id().equals(subject.id()) ? (Link) subject : link);
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
        return all(kind).stream().filter(entity -> entity.id().equals(id)).findFirst();
    }

    /** Services, stores, channels and externals, in that order. */
    public List<Entity> components() {
        return List.copyOf(components.values());
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
        return link != null
                ? Optional.of(link)
                : links.stream().filter(l -> l.title().equals(id)).findFirst();
    }

    public List<Link> linksFrom(String component) {
        return Collections.unmodifiableList(from.getOrDefault(component, List.of()));
    }

    public List<Link> linksTo(String component) {
        return Collections.unmodifiableList(to.getOrDefault(component, List.of()));
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
