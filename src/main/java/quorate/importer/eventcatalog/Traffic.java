package quorate.importer.eventcatalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import quorate.importer.Protocol;
import quorate.model.Entity;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;

/** Which way each message goes, who reads and writes which store, and which channel hands on to which. */
final class Traffic {

    /** One who sends or receives a message, and the channels that are named there for it, by their id in the catalog. */
    private record Use(
            boolean sends, Resource service, Entity entity, Resource.Pointer message, List<Resource.Pointer> named) {}

    /** Its way to or from a channel that keeps messages. */
    private record Way(Use use, Entity channel, Optional<Protocol> protocol) {
        Entity from() {
            return use.entity();
        }
    }

    /** Who sends a message, and who receives it. */
    private record Ends(List<Use> senders, List<Use> receivers) {
        List<Use> all() {
            List<Use> all = new ArrayList<>(senders);
            all.addAll(receivers);
            return all;
        }
    }

    /** Calls that are followed; without an end a few thousand small files could name millions. */
    private static final int MOST_CALLS = 200_000;

    private final Shelf shelf;
    private final Parts parts;
    private final Specifications specifications;
    private final Problems problems;
    private final Map<String, Ends> messages = new LinkedHashMap<>();
    private final List<Way> published = new ArrayList<>();
    private final List<Way> consumed = new ArrayList<>();
    private final Map<String, Wire> wires = new LinkedHashMap<>();
    /** The ids of the links by which a component sends or receives a message, or reaches another component. */
    private final Map<String, Set<String>> ways = new LinkedHashMap<>();
    private long calls;
    private final Map<String, Location> alone = new TreeMap<>();
    private final Map<String, Location> ofNoKind = new TreeMap<>();

    Traffic(Shelf shelf, Parts parts, Specifications specifications, Problems problems) {
        this.shelf = shelf;
        this.parts = parts;
        this.specifications = specifications;
        this.problems = problems;
        shelf.of(Collection.SERVICE).forEach(this::uses);
        messages.forEach(this::message);
        channelled();
        shelf.of(Collection.SERVICE).forEach(this::data);
        shelf.of(Collection.CHANNEL).forEach(this::routes);
        tell();
    }

    List<Link> links() {
        return wires.values().stream().map(Wire::link).toList();
    }

    /** The links by which the component sends the message. */
    List<String> sending(String component, String message) {
        return way(component + " sends " + message);
    }

    /** The links by which the component takes the message from a channel. */
    List<String> receiving(String component, String message) {
        return way(component + " receives " + message);
    }

    /** The link from one component to another, if there is one. */
    List<String> between(String from, String to) {
        return way(from + " to " + to);
    }

    /** The components of the catalog that send the message, or that receive it. */
    List<Entity> ends(String message, boolean sends) {
        Ends ends = messages.getOrDefault(message, new Ends(List.of(), List.of()));
        return (sends ? ends.senders() : ends.receivers()).stream().map(Use::entity)
                .collect(Collectors.toMap(Entity::id, entity -> entity, (one, same) -> one, LinkedHashMap::new)).values().stream()
                .toList();
    }

    private List<String> way(String key) {
        return List.copyOf(ways.getOrDefault(key, Set.of()));
    }

    private void uses(Resource service) {
        service.pointers("sends").forEach(message -> ends(message).senders().add(use(true, service, message)));
        service.pointers("receives").forEach(message -> ends(message).receivers().add(use(false, service, message)));
    }

    private Ends ends(Resource.Pointer message) {
        return messages.computeIfAbsent(message.id(), k -> new Ends(new ArrayList<>(), new ArrayList<>()));
    }

    /** Channels by who uses the message, else by the message itself, as earlier versions of the format have it. */
    private Use use(boolean sends, Resource service, Resource.Pointer message) {
        List<Resource.Pointer> named = message.node() instanceof Node.Fields
                ? Resource.pointers(message.node(), sends ? "to" : "from", service.expect()) : List.of();
        if (named.isEmpty()) {
            named = shelf.message(message.id()).map(m -> m.pointers("channels")).orElse(List.of());
        }
        return new Use(sends, service, parts.of(service), message, named);
    }

    private void message(String message, Ends ends) {
        List<Use> all = ends.all();
        List<List<Entity>> channels = all.stream().map(this::channels).toList();
        Set<String> ids = new TreeSet<>();
        channels.forEach(own -> own.forEach(channel -> ids.add(channel.id())));
        List<Entity> only = ids.size() == 1
                ? channels.stream().filter(own -> !own.isEmpty()).findFirst().orElseThrow() : List.of();
        List<Use> senders = new ArrayList<>();
        List<Use> receivers = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Use use = all.get(i);
            boolean direct = use.named().stream().anyMatch(channel -> parts.isWithoutBroker(channel.id()));
            // Who names no channel for a message that goes over one alone meets it there.
            List<Entity> over = channels.get(i).isEmpty() && !direct ? only : channels.get(i);
            over.forEach(channel -> way(use, channel, protocol(use, channel)));
            if (over.isEmpty()) {
                (use.sends() ? senders : receivers).add(use);
            }
        }
        direct(message, ids.isEmpty(), senders, receivers);
    }

    /** Those that keep messages between the two ends. */
    private List<Entity> channels(Use use) {
        Map<String, Entity> channels = new LinkedHashMap<>();
        use.named().stream().filter(named -> !parts.isWithoutBroker(named.id())).map(parts::channel)
                .forEach(channel -> channels.putIfAbsent(channel.id(), channel));
        if (use.named().isEmpty()) {
            specifications.carrying(use.service(), use.message().id()).stream()
                    .map(id -> parts.specified(id, use.message().at()))
                    .forEach(channel -> channels.putIfAbsent(channel.id(), channel));
        }
        return List.copyOf(channels.values());
    }

    private Optional<Protocol> protocol(Use use, Entity channel) {
        return use.named().stream().filter(named -> !parts.isWithoutBroker(named.id()))
                .filter(named -> parts.channel(named).id().equals(channel.id())).findFirst()
                .flatMap(named -> parts.protocol(named.id()));
    }

    private void way(Use use, Entity channel, Optional<Protocol> protocol) {
        (use.sends() ? published : consumed).add(new Way(use, channel, protocol));
    }

    /** Who publishes on a channel and consumes from it too has a link for each, so that it is seen first who publishes. */
    private void channelled() {
        published.forEach(way -> carry(way, "sends", Link.idOf(way.from().id(), way.channel().id())));
        Set<String> publishing = Set.copyOf(wires.keySet());
        consumed.forEach(way -> {
            String id = Link.idOf(way.from().id(), way.channel().id());
            carry(way, "receives", publishing.contains(id) ? way.from().id() + "-consumes-" + way.channel().id() : id);
        });
    }

    private void carry(Way way, String word, String id) {
        Resource.Pointer message = way.use().message();
        Wire wire = wire(id, way.from(), way.channel(), message.at());
        wire.carries(word, message.id(), way.protocol());
        note(way.from().id() + " " + word + " " + message.id(), wire);
    }

    /**
     * What goes over no channel that keeps messages.
     *
     * @param nowhere whether no channel is named for the message by anybody
     */
    private void direct(String message, boolean nowhere, List<Use> senders, List<Use> receivers) {
        List<Use> all = senders.isEmpty() ? receivers : senders;
        if (all.isEmpty()) {
            return;
        }
        Optional<Collection> kind = shelf.kind(message);
        Optional<Protocol> over = over(senders, receivers);
        Optional<Node> operation = shelf.message(message).flatMap(m -> m.document().path("operation", "method"));
        boolean whole = !senders.isEmpty() && !receivers.isEmpty();
        boolean event = kind.filter(Collection.EVENT::equals).isPresent() && (nowhere || whole);
        if (event && over.isEmpty() && operation.isEmpty()) {
            Entity channel = parts.ofMessage(message, all.get(0).message().at());
            senders.forEach(use -> way(use, channel, Optional.empty()));
            receivers.forEach(use -> way(use, channel, Optional.empty()));
        } else if (!whole) {
            alone.putIfAbsent(message, all.get(0).message().at());
        } else if (kind.isEmpty() && over.isEmpty()) {
            ofNoKind.putIfAbsent(message, all.get(0).message().at());
        } else {
            calls += (long) senders.size() * receivers.size();
            if (calls > MOST_CALLS) {
                problems.warning(all.get(0).message().at(), "calls from each sender to each receiver of '" + message
                        + "' would be more than " + MOST_CALLS + " with those before; they are not read",
                        "Name a channel over which the message goes.");
                return;
            }
            Optional<Protocol> http = operation.map(node -> new Protocol("http", node.at()));
            senders.forEach(sender -> receivers.forEach(receiver ->
                    call(sender, receiver, kind, over.or(() -> http), waits(kind, sender, over, operation))));
        }
    }

    private Optional<Protocol> over(List<Use> senders, List<Use> receivers) {
        List<Use> all = new ArrayList<>(senders);
        all.addAll(receivers);
        return all.stream().flatMap(use -> use.named().stream()).filter(named -> parts.isWithoutBroker(named.id()))
                .findFirst().flatMap(named -> parts.protocol(named.id()));
    }

    private static Optional<Origin> waits(
            Optional<Collection> kind, Use sender, Optional<Protocol> over, Optional<Node> operation) {
        if (operation.isPresent()) {
            return Optional.of(Origin.detected(operation.get().at(), "an operation of HTTP"));
        }
        Optional<Origin> answered = over.filter(Protocol::answered)
                .map(p -> Origin.detected(p.at(), "its channel is reached over " + p.word()));
        return answered.or(() -> kind.filter(Collection.QUERY::equals)
                .map(k -> Origin.detected(sender.message().at(), "a query asks for information")));
    }

    private void call(Use sender, Use receiver, Optional<Collection> kind, Optional<Protocol> over, Optional<Origin> waits) {
        String from = sender.entity().id();
        String to = receiver.entity().id();
        if (!from.equals(to)) {
            Wire wire = wire(Link.idOf(from, to), sender.entity(), receiver.entity(), sender.message().at());
            wire.direct(sender.message().id(), kind, over, waits);
            note(from + " sends " + sender.message().id(), wire);
        }
    }

    private void data(Resource service) {
        for (String field : List.of("writesTo", "readsFrom")) {
            for (Resource.Pointer named : service.pointers(field)) {
                parts.store(named).ifPresent(store ->
                        wire(Link.idOf(parts.of(service).id(), store.id()), parts.of(service), store, named.at()).uses(field));
            }
        }
    }

    private void routes(Resource channel) {
        if (!parts.isWithoutBroker(channel.id())) {
            Entity from = parts.channel(new Resource.Pointer(channel.id(), channel.document(), channel.at()));
            for (Resource.Pointer to : channel.pointers("routes")) {
                if (!to.id().equals(channel.id()) && !parts.isWithoutBroker(to.id())) {
                    wire(Link.idOf(from.id(), parts.channel(to).id()), from, parts.channel(to), to.at()).uses("routes");
                }
            }
        }
    }

    private Wire wire(String id, Entity from, Entity to, Location at) {
        Wire wire = wires.computeIfAbsent(id, k -> new Wire(id, from, to, at));
        note(from.id() + " to " + to.id(), wire);
        return wire;
    }

    private void note(String way, Wire wire) {
        ways.computeIfAbsent(way, k -> new LinkedHashSet<>()).add(wire.id());
    }

    private void tell() {
        if (!ofNoKind.isEmpty()) {
            List<String> names = List.copyOf(ofNoKind.keySet());
            problems.warning(ofNoKind.get(names.get(0)), "no file says whether these messages are events, commands or queries,"
                    + " nor over which channel they go, so that how they are sent is not read: " + Named.of(names),
                    "Read the files that describe them too, or name a channel under to and from.");
        }
        if (!alone.isEmpty()) {
            List<String> names = List.copyOf(alone.keySet());
            problems.warning(alone.get(names.get(0)), "of these messages an end or its channel is not named, so that who"
                    + " depends on whom is not read: " + Named.of(names),
                    "Name them under sends and receives of both services, or name a channel under to and from.");
        }
    }
}
