package quorate.importer.eventcatalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import quorate.importer.Context;
import quorate.importer.Ids;
import quorate.importer.Known;
import quorate.importer.Protocol;
import quorate.importer.Written;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Origin;
import quorate.model.ValueType;
import quorate.model.Words;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;

/** The components of a catalog, and the regions in which its stores are. */
final class Parts {

    private final Shelf shelf;
    private final Context context;
    private final Problems problems;
    private final Map<String, Entity> services = new LinkedHashMap<>();
    private final Map<String, Entity> stores = new LinkedHashMap<>();
    /** By the id in the catalog; channels that only a specification names by their id here. */
    private final Map<String, Entity> channels = new LinkedHashMap<>();
    /** Of channels that are described: over which protocols they are reached. */
    private final Map<String, List<Protocol>> protocols = new HashMap<>();
    private final Map<String, Entity> others = new LinkedHashMap<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Location> missing = new TreeMap<>();

    Parts(Shelf shelf, Context context, Problems problems) {
        this.shelf = shelf;
        this.context = context;
        this.problems = problems;
        Set<String> external = shelf.of(Collection.GROUP).stream()
                .filter(group -> group.document().field("scope").flatMap(Node::text).filter("external"::equals).isPresent())
                .flatMap(group -> group.pointers("services").stream()).map(Resource.Pointer::id).collect(Collectors.toSet());
        shelf.of(Collection.SERVICE).forEach(service -> services.put(service.id(), service(service, external)));
        shelf.of(Collection.CONTAINER).forEach(container -> stores.put(container.id(), container(container)));
        shelf.of(Collection.CHANNEL).forEach(this::channel);
    }

    List<Entity> entities() {
        List<Entity> all = new ArrayList<>(services.values());
        all.addAll(stores.values());
        all.addAll(channels.values());
        all.addAll(others.values());
        tellMissing();
        return all.stream().filter(entity -> !entity.facts().isEmpty() || context.known().kind(entity.id()).isEmpty()).toList();
    }

    /** Other names of channels, with the id that each belongs to. */
    Map<String, String> addresses() {
        return addresses;
    }

    private Entity service(Resource service, Set<String> external) {
        boolean others = service.is("externalSystem") || external.contains(service.id());
        return new Entity(others ? Kind.EXTERNAL : Kind.SERVICE, id(service, others ? Kind.EXTERNAL : Kind.SERVICE),
                described(service).build(), service.at());
    }

    private Entity container(Resource container) {
        Container read = Container.of(container, context.recognizer());
        String id = id(container, read.kind());
        Facts.Builder facts = described(container);
        read.describe(facts);
        read.regions().forEach((region, residency) -> others.putIfAbsent("region " + region, new Entity(Kind.FAULT_DOMAIN, region,
                Facts.at(residency.at()).set(Keys.DOMAIN_KIND, Fact.of(Words.DomainKind.REGION, residency)).build(),
                residency.at())));
        if (read.kind() == Kind.STORE && container.is("authoritative")) {
            authority(container, id);
        }
        return new Entity(read.kind(), id, facts.build(), container.at());
    }

    /** The data of which the store is the authority. */
    private void authority(Resource container, String store) {
        Location at = container.document().field("authoritative").map(Node::at).orElse(container.at());
        Facts.Builder facts = Facts.at(at)
                .set(Keys.STORES, Fact.of(List.of(store), Origin.imported(at, "authoritative")));
        Written name = container.text("name").orElse(new Written(container.id(), container.at()));
        facts.set(Keys.NAME, Fact.of("Data of " + line(name), Origin.imported(name.at(), "name of the store")));
        container.text("purpose").ifPresent(p -> facts.set(Keys.PURPOSE, Fact.of(line(p), Origin.imported(p.at(), ""))));
        owner(container, facts);
        others.put("data " + store, new Entity(Kind.DATA_DOMAIN, store + "-data", facts.build(), at));
    }

    private void channel(Resource channel) {
        List<Protocol> own = channel.expect().texts(channel.document().field("protocols"), "protocols").stream()
                .map(p -> new Protocol(p.text().strip(), p.at())).toList();
        protocols.put(channel.id(), own);
        if (isWithoutBroker(channel.id())) {
            return; // two programs talk to each other, and nothing stands between them
        }
        Optional<String> address = channel.text("address").map(a -> Ids.ofName(a.text().replaceAll("[{}]", "")));
        Optional<String> known = address.flatMap(a -> context.known().component(a))
                .filter(a -> context.known().kind(a).filter(Kind.CHANNEL::equals).isPresent());
        String id = known.orElseGet(() -> id(channel, Kind.CHANNEL));
        address.filter(a -> !a.equals(id)).ifPresent(a -> addresses.put(a, id));
        Facts.Builder facts = described(channel);
        if (own.stream().map(Protocol::plain).distinct().count() == 1) {
            facts.set(Keys.TECHNOLOGY, own.get(0).technology());
        }
        channel.text("deliveryGuarantee").ifPresent(written -> delivery(channel, written, facts));
        channels.put(channel.id(), new Entity(Kind.CHANNEL, id, facts.build(), channel.at()));
    }

    private static void delivery(Resource channel, Written written, Facts.Builder facts) {
        Origin origin = Origin.imported(written.at(), "deliveryGuarantee");
        new ValueType.Choice<>(Words.Delivery.class).of(written.text().strip()).ifPresentOrElse(
                delivery -> facts.set(Keys.DELIVERY, Fact.of(delivery, origin)),
                () -> channel.document().field("deliveryGuarantee").ifPresent(node -> channel.expect()
                        .wrong(node, "deliveryGuarantee", "at-most-once, at-least-once or exactly-once")));
    }

    /** Whether every protocol of a channel that is described joins two programs directly. */
    boolean isWithoutBroker(String channel) {
        List<Protocol> own = protocols.getOrDefault(channel, List.of());
        return !own.isEmpty() && own.stream().allMatch(Protocol::withoutBroker);
    }

    /** The one protocol of a channel that is described. */
    Optional<Protocol> protocol(String channel) {
        List<Protocol> own = protocols.getOrDefault(channel, List.of());
        return own.stream().map(Protocol::plain).distinct().count() == 1 ? Optional.of(own.get(0)) : Optional.empty();
    }

    private Facts.Builder described(Resource resource) {
        Facts.Builder facts = Facts.at(resource.at());
        resource.text("name").ifPresent(name -> facts.set(Keys.NAME, Fact.of(line(name), Origin.imported(name.at(), ""))));
        resource.text("summary").ifPresent(s -> facts.set(Keys.PURPOSE, Fact.of(line(s), Origin.imported(s.at(), "summary"))));
        owner(resource, facts);
        return facts;
    }

    /** Teams or users, each named by its id. */
    void owner(Resource resource, Facts.Builder facts) {
        List<Resource.Pointer> owners = resource.pointers("owners");
        if (!owners.isEmpty()) {
            String names = owners.stream().map(o -> shelf.owner(o.id())).distinct().collect(Collectors.joining(", "));
            facts.set(Keys.OWNER, Fact.of(names, Origin.imported(owners.get(0).at(), "")));
        }
    }

    static String line(Written written) {
        return written.text().replaceAll("\\s+", " ").strip();
    }

    /** The id of a component that other files know under its id or name, if that is of the same kind; else one of its own. */
    private String id(Resource resource, Kind kind) {
        Known known = context.known();
        Optional<String> same = known.alike(resource.id())
                .or(() -> resource.text("name").flatMap(name -> known.alike(name.text())))
                .filter(id -> known.kind(id).filter(k -> k == kind).isPresent());
        return unique(same.orElse(Ids.ofName(resource.id().replaceAll("[{}]", ""))), kind);
    }

    private String unique(String wanted, Kind kind) {
        String id = spelled(wanted, kind);
        while (context.known().kind(id).filter(k -> k != kind).isPresent() || !ids.add(Ids.plain(id))) {
            id += "-" + kind.word();
        }
        return id;
    }

    /** As other files spell it, if they know one of that kind: journeys name links by the ids of both ends. */
    private String spelled(String id, Kind kind) {
        return context.known().component(id).filter(known -> context.known().kind(known).filter(k -> k == kind).isPresent())
                .orElse(id);
    }

    Optional<Entity> service(Resource.Pointer named) {
        Entity found = services.get(named.id());
        return found != null ? Optional.of(found) : elsewhere(named, Kind.SERVICE, Kind.EXTERNAL);
    }

    /** What the name of a system that others run means, where a file describes it. */
    Optional<Entity> called(String name) {
        return services.values().stream()
                .filter(entity -> Known.letters(entity.title()).equals(Known.letters(name))
                        || Known.letters(entity.id()).equals(Known.letters(name)))
                .findFirst();
    }

    Entity of(Resource service) {
        return services.get(service.id());
    }

    Optional<Entity> store(Resource.Pointer named) {
        Entity found = stores.get(named.id());
        return found != null ? Optional.of(found) : elsewhere(named, Kind.STORE, Kind.CHANNEL, Kind.EXTERNAL);
    }

    /** A channel that is named; it need not be described. */
    Entity channel(Resource.Pointer named) {
        return channels.computeIfAbsent(named.id(), id -> elsewhere(id, named.at(), Kind.CHANNEL).orElseGet(() -> new Entity(
                Kind.CHANNEL, unique(Ids.ofName(id.replaceAll("[{}]", "")), Kind.CHANNEL), Facts.none(named.at()), named.at())));
    }

    /** The channel that a specification calls by this id, which is its own. */
    Entity specified(String written, Location at) {
        String id = spelled(written, Kind.CHANNEL);
        return channels.values().stream().filter(channel -> channel.id().equals(id)).findFirst()
                .orElseGet(() -> channels.computeIfAbsent("specified " + id,
                        k -> new Entity(Kind.CHANNEL, id, Facts.none(at), at)));
    }

    /** The channel of a message for which no other is named. */
    Entity ofMessage(String message, Location at) {
        return channels.computeIfAbsent("message " + message, k -> {
            Optional<Resource> described = shelf.message(message);
            Facts.Builder facts = described.map(this::described).orElseGet(() -> Facts.at(at));
            return new Entity(Kind.CHANNEL, unique(Ids.ofName(message), Kind.CHANNEL), facts.build(),
                    described.map(Resource::at).orElse(at));
        });
    }

    private Optional<Entity> elsewhere(Resource.Pointer named, Kind... kinds) {
        Optional<Entity> found = elsewhere(named.id(), named.at(), kinds);
        if (found.isEmpty()) {
            missing.putIfAbsent(named.id(), named.at());
        }
        return found;
    }

    private Optional<Entity> elsewhere(String name, Location at, Kind... kinds) {
        Known known = context.known();
        return known.alike(name).flatMap(id -> known.kind(id).filter(List.of(kinds)::contains)
                .map(kind -> new Entity(kind, id, Facts.none(at), at)));
    }

    private void tellMissing() {
        if (!missing.isEmpty()) {
            List<String> names = List.copyOf(missing.keySet());
            problems.warning(missing.get(names.get(0)), "services and data stores are named that no file describes, so that who"
                    + " depends on them is not read: " + Named.of(names),
                    "Read the files that describe them too, or state them in architecture.yaml.");
        }
    }
}
