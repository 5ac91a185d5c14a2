package quorate.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import quorate.catalog.Catalog;
import quorate.catalog.Technology;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Origin;
import quorate.model.Vocabulary;
import quorate.model.Words.StoreType;
import quorate.source.Node;

/** Makes the join. */
public final class Joiner {

    /** What a store of that kind of product is; a key-value store may be a database or a cache. */
    private static final Map<String, StoreType> KEEPS = Map.of(
            "relational-database", StoreType.DATABASE, "document-database", StoreType.DATABASE,
            "graph-database", StoreType.DATABASE, "wide-column-store", StoreType.DATABASE,
            "time-series-database", StoreType.DATABASE, "search-index", StoreType.SEARCH_INDEX,
            "object-store", StoreType.OBJECT_STORE, "coordination", StoreType.COORDINATION);

    private final Catalog catalog;

    public Joiner(Catalog catalog) {
        this.catalog = catalog;
    }

    public Linked join(Architecture architecture) {
        Map<String, Technology> technologies = new TreeMap<>();
        List<Entity> entities = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind != Kind.SYSTEM && kind != Kind.LINK) {
                for (Entity entity : architecture.all(kind)) {
                    Optional<Technology> technology = technologyOf(entity);
                    technology.ifPresent(t -> technologies.put(entity.id(), t));
                    entities.add(technology.map(t -> withDefaults(entity, t)).orElse(entity));
                }
            }
        }
        Architecture enriched = Architecture.of(
                architecture.system(),
                entities,
                architecture.links(),
                architecture.conflicts(),
                architecture.problems(),
                architecture.sources());
        return new Linked(Implied.in(enriched), catalog, technologies);
    }

    private Optional<Technology> technologyOf(Entity entity) {
        if (!entity.kind().isComponent()) {
            return Optional.empty();
        }
        Optional<Technology> stated = entity.get(Keys.TECHNOLOGY).value().flatMap(catalog::technology);
        return stated.isPresent() ? stated : entity.get(Keys.IMAGE).value().flatMap(catalog::technologyOfImage);
    }

    private static Entity withDefaults(Entity entity, Technology technology) {
        Facts.Builder facts = entity.facts().builder();
        Optional<String> version = entity.get(Keys.VERSION).value();
        for (Key<?> key : Vocabulary.keys(entity.kind())) {
            if (!facts.has(key)) {
                chosen(technology, key, version).ifPresent(d -> set(facts, key, d, technology));
            }
        }
        StoreType type = KEEPS.get(technology.type());
        if (entity.kind() == Kind.STORE && type != null && !facts.has(Keys.STORE_TYPE)) {
            facts.set(Keys.STORE_TYPE, Fact.of(type, Origin.byDefault(technology.at(), "what " + technology.name() + " is")));
        }
        return entity.with(facts.build());
    }

    /** The default for the version; where the version is not known, only one that holds for all of them. */
    private static Optional<Technology.Default> chosen(Technology technology, Key<?> key, Optional<String> version) {
        List<Technology.Default> stated = technology.defaults().stream()
                .filter(d -> d.key().equals(key.id()))
                .toList();
        Optional<Versions> number = version.flatMap(Versions::number);
        if (number.isPresent()) {
            return stated.stream().filter(d -> number.get().isIn(d.versions())).findFirst();
        }
        boolean same = stated.stream().map(d -> String.valueOf(d.value())).distinct().count() == 1;
        return same ? Optional.of(stated.get(0)) : Optional.empty();
    }

    private static <T> void set(Facts.Builder facts, Key<T> key, Technology.Default chosen, Technology technology) {
        String how = "default of " + technology.name() + " " + chosen.versions();
        Origin origin = Origin.byDefault(technology.at(), how);
        String written = String.valueOf(chosen.value());
        Node node = new Node.Scalar(written, Node.Type.STRING, technology.at());
        key.type().read(node).ifPresent(value -> facts.set(key, Fact.of(value, origin)));
    }
}
