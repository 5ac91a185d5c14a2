package quorate.importer.backstage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import quorate.importer.Context;
import quorate.importer.Draft;
import quorate.importer.Ids;
import quorate.importer.Recognizer.Recognized;
import quorate.importer.Written;
import quorate.importer.backstage.Descriptor.Named;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.ValueType;
import quorate.model.Words;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;

/** All descriptors of an import as components and links. */
final class Catalog {

    private static final int NAMED = 6;

    private final Map<Reference, Descriptor> all = new LinkedHashMap<>();
    private final Map<Reference, Entity> entities = new LinkedHashMap<>();
    private final Map<Reference, List<Descriptor>> providers = new LinkedHashMap<>();
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Set<String> ids = new LinkedHashSet<>();
    /** Where an entity is first named that no file defines. */
    private final Map<String, Location> missing = new TreeMap<>();
    /** Where an API is first consumed of which no file tells the type. */
    private final Map<String, Location> undescribed = new TreeMap<>();
    private final Context context;
    private final Problems problems;

    Catalog(Context context, Problems problems) {
        this.context = context;
        this.problems = problems;
    }

    void add(Descriptor descriptor) {
        Descriptor before = all.putIfAbsent(descriptor.self(), descriptor);
        if (before != null) {
            problems.warning(descriptor.at(), descriptor.self() + " is described already at " + before.at().brief()
                    + "; this one is not read", "Give each entity a name of its own.");
        }
    }

    Draft draft(List<String> sources) {
        ofKind("component").forEach(this::component);
        ofKind("resource").forEach(this::resource);
        ofKind("component").forEach(component -> component.references("providesApis", "api")
                .forEach(api -> providers.computeIfAbsent(api.to(), k -> new ArrayList<>()).add(component)));
        ofKind("component").forEach(this::relations);
        ofKind("resource").forEach(this::relations);
        tellMissing();
        tellUndescribed();
        return new Draft(List.copyOf(entities.values()), List.copyOf(links.values()), problems.all(), sources);
    }

    private List<Descriptor> ofKind(String kind) {
        return all.values().stream().filter(d -> d.self().kind().equals(kind)).toList();
    }

    private void component(Descriptor component) {
        if (Types.isLibrary(component.type())) {
            return; // it runs as a part of what uses it, or not at all
        }
        Facts.Builder facts = described(component);
        component.spec("type").ifPresent(type -> Types.service(component.type()).ifPresent(word -> facts.set(
                Keys.SERVICE_TYPE, Fact.of(word, Origin.detected(type.at(), "type " + type.text())))));
        put(Kind.SERVICE, component, facts);
    }

    private void resource(Descriptor resource) {
        Optional<Kind> byType = Types.resource(resource.type());
        Optional<Product> product = product(resource, byType);
        Optional<Kind> kind = byType.or(() -> product.map(p -> p.known().kind()));
        if (kind.isEmpty()) {
            String type = resource.type().isEmpty() ? "no type" : "the type '" + resource.type() + "'";
            problems.warning(resource.at(), "the resource '" + resource.name() + "' is of " + type
                    + ", so it is not known whether it keeps data; it is not read",
                    "State in architecture.yaml what it is, and who depends on it.");
            return;
        }
        Facts.Builder facts = described(resource);
        product.ifPresent(p -> facts.set(Keys.TECHNOLOGY, Fact.of(p.known().technology(), p.seen())));
        if (kind.get() == Kind.STORE) {
            Optional<Words.StoreType> type = product.map(p -> p.known().type())
                    .flatMap(new ValueType.Choice<>(Words.StoreType.class)::of);
            Location at = resource.spec("type").map(Written::at).orElse(resource.at());
            facts.set(Keys.STORE_TYPE, type.isPresent()
                    ? Fact.of(type.get(), product.get().seen())
                    : Fact.of(Types.store(resource.type()), Origin.detected(at, "type " + resource.type())));
        }
        put(kind.get(), resource, facts);
    }

    private record Product(Recognized known, Origin seen) {}

    /** A product of that kind that its type, a tag or an annotation names in full. */
    private Optional<Product> product(Descriptor resource, Optional<Kind> kind) {
        for (Written word : resource.words()) {
            String text = word.text().toLowerCase(Locale.ROOT);
            for (String part : List.of(text, text.replaceFirst("[-_ ][a-z]+$", ""))) { // postgres-database, kafka-topic
                Optional<Recognized> known = context.recognizer().image(part).or(() -> context.recognizer().scheme(part))
                        .filter(r -> kind.map(k -> k == r.kind()).orElse(r.kind() == Kind.STORE || r.kind() == Kind.CHANNEL));
                if (known.isPresent()) {
                    return known.map(r -> new Product(r, Origin.detected(word.at(), "'" + word.text() + "'")));
                }
            }
        }
        return Optional.empty();
    }

    private Facts.Builder described(Descriptor descriptor) {
        Facts.Builder facts = Facts.at(descriptor.at());
        Written name = descriptor.meta("title").orElse(new Written(descriptor.name(), descriptor.at()));
        facts.set(Keys.NAME, Fact.of(name.text(), Origin.imported(name.at(), "")));
        descriptor.meta("description").ifPresent(d -> facts.set(
                Keys.PURPOSE, Fact.of(d.text().replaceAll("\\s+", " ").strip(), Origin.imported(d.at(), "description"))));
        descriptor.reference("owner", "group").ifPresent(owner -> facts.set(
                Keys.OWNER, Fact.of(owner(owner), Origin.imported(owner.at(), ""))));
        return facts;
    }

    /** The name that the group or user goes by, where a file describes it. */
    private String owner(Named owner) {
        return Optional.ofNullable(all.get(owner.to()))
                .flatMap(group -> group.document().path("spec", "profile", "displayName").flatMap(Node::text)
                        .or(() -> group.meta("title").map(Written::text)))
                .filter(text -> !text.isBlank())
                .orElse(owner.to().name());
    }

    private void put(Kind kind, Descriptor descriptor, Facts.Builder facts) {
        String own = Ids.ofName(descriptor.name());
        Reference self = descriptor.self();
        String wide = self.namespace().equals("default") ? own : Ids.ofName(self.namespace()) + "-" + own;
        String id = own;
        for (String other : List.of(wide, wide + "-" + self.kind())) {
            id = ids.contains(Ids.plain(id)) ? other : id;
        }
        if (ids.add(Ids.plain(id))) {
            entities.put(self, new Entity(kind, id, facts.build(), descriptor.at()));
        } else {
            problems.warning(descriptor.at(), "another entity is called '" + descriptor.name() + "' too; this one is not read",
                    "Give each entity a name of its own.");
        }
    }

    private void relations(Descriptor from) {
        boolean runs = !(from.self().kind().equals("component") && Types.isLibrary(from.type()));
        for (Named named : from.references("dependsOn", "component")) {
            depends(from, named, "dependsOn", runs);
        }
        for (Named named : from.references("dependencyOf", "component")) {
            Entity to = entities.get(from.self());
            Optional<Entity> by = target(named);
            if (to != null && by.isPresent()) {
                link(by.get().id(), to.id(), to.kind(), Optional.empty(), named, "dependencyOf");
            }
        }
        from.references("consumesApis", "api").forEach(api -> consumes(from, api, runs));
        from.reference("subcomponentOf", "component").ifPresent(whole -> target(whole));
    }

    private void depends(Descriptor from, Named named, String field, boolean runs) {
        Entity caller = entities.get(from.self());
        if (named.to().kind().equals("api")) {
            api(from, named, runs);
            return;
        }
        target(named).filter(to -> caller != null)
                .ifPresent(to -> link(caller.id(), to.id(), to.kind(), Optional.empty(), named, field));
    }

    /** A link to each component that provides the API. A component that is named in place of an API provides one. */
    private void consumes(Descriptor from, Named named, boolean runs) {
        if (named.to().kind().equals("api")) {
            api(from, named, runs);
            return;
        }
        Entity caller = entities.get(from.self());
        Optional<Entity> to = target(named);
        if (caller != null && to.isPresent()) {
            undescribed.putIfAbsent(named.to().toString(), named.at());
            link(caller.id(), to.get().id(), to.get().kind(), Optional.empty(), named, "consumesApis");
        }
    }

    private void api(Descriptor from, Named named, boolean runs) {
        Optional<Descriptor> api = Optional.ofNullable(all.get(named.to()));
        List<Descriptor> by = providers.getOrDefault(named.to(), List.of());
        Entity caller = entities.get(from.self());
        if (by.isEmpty() && api.isEmpty()) {
            missing.putIfAbsent(named.to().toString(), named.at());
        } else if (by.isEmpty() && runs) {
            problems.warning(named.at(), "no component that is read provides the API '" + named.to().name()
                    + "', so it is not known what " + from.name() + " depends on here",
                    "Name the API under providesApis of what answers it, or state an external in architecture.yaml.");
        } else if (caller != null && api.map(Descriptor::type).orElse("").isEmpty()) {
            undescribed.putIfAbsent(named.to().toString(), named.at());
        }
        if (caller != null) {
            by.stream().map(d -> entities.get(d.self())).filter(Objects::nonNull)
                    .forEach(to -> link(caller.id(), to.id(), to.kind(), api, named, "consumesApis"));
        }
    }

    /** The component that is named; one that other files know by that name, too. */
    private Optional<Entity> target(Named named) {
        Entity found = entities.get(named.to());
        if (found != null || all.containsKey(named.to())) {
            return Optional.ofNullable(found);
        }
        Optional<Entity> other = context.known().component(named.to().name())
                .flatMap(id -> context.known().kind(id).map(k -> new Entity(k, id, Facts.none(named.at()), named.at())));
        if (other.isEmpty()) {
            missing.putIfAbsent(named.to().toString(), named.at());
        }
        return other;
    }

    private void link(String from, String to, Kind kind, Optional<Descriptor> api, Named named, String field) {
        if (from.equals(to)) {
            return;
        }
        Facts.Builder facts = Facts.at(named.at());
        String type = api.map(Descriptor::type).orElse("");
        api.ifPresent(a -> facts.set(Keys.NAME, Fact.of(
                "API " + a.name(), Origin.imported(named.at(), field + " " + named.written()))));
        if (kind == Kind.CHANNEL || type.equals("asyncapi")) {
            String how = kind == Kind.CHANNEL ? "an end is a channel" : "its API is of the type asyncapi";
            facts.set(Keys.MODE, Fact.of(Words.LinkMode.ASYNC, Origin.detected(named.at(), how)));
        }
        Types.protocol(type).ifPresent(protocol -> {
            Location at = api.flatMap(a -> a.spec("type")).map(Written::at).orElse(named.at());
            Origin how = Origin.detected(at, "its API is of the type " + type);
            facts.set(Keys.MODE, Fact.of(Words.LinkMode.SYNC, how));
            facts.set(Keys.PROTOCOL, Fact.of(protocol, how));
        });
        Link link = new Link(Link.idOf(from, to), from, to, facts.build(), named.at());
        links.merge(link.id(), link, (one, other) -> told(other) > told(one) ? other : one);
    }

    /** Of several that name the same pair, one of which an answer is awaited counts, or else one that says anything. */
    private static int told(Link link) {
        return link.get(Keys.MODE).is(Words.LinkMode.SYNC) ? 2 : link.facts().isEmpty() ? 0 : 1;
    }

    /** Consumed, and described nowhere, so that it is not known whether anybody waits for an answer. */
    private void tellUndescribed() {
        if (!undescribed.isEmpty()) {
            problems.warning(undescribed.values().iterator().next(), "no file says of which type these APIs are, so it is not"
                    + " known whether those who consume them wait for an answer: " + shown(List.copyOf(undescribed.keySet())),
                    "Read the files that describe them too, or state the mode of the links in architecture.yaml.");
        }
    }

    private static String shown(List<String> names) {
        String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size()))) + more;
    }

    private void tellMissing() {
        if (!missing.isEmpty()) {
            List<String> names = List.copyOf(missing.keySet());
            problems.warning(missing.get(names.get(0)), "entities are named that no file describes, so that who depends on them"
                    + " is not read: " + shown(names),
                    "Read the files that describe them too, or state them in architecture.yaml.");
        }
    }
}
