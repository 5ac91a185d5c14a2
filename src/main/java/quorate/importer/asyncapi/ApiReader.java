package quorate.importer.asyncapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.importer.Context;
import quorate.importer.Expect;
import quorate.importer.Ids;
import quorate.importer.Known;
import quorate.importer.Protocol;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;

/** One document as the application that it describes, its channels, and what it does with them. */
final class ApiReader {

    /** A channel of the document. */
    private record Channel(String id, Node node, Facts.Builder facts, Location at) {}

    private final Node document;
    private final References references;
    private final Context context;
    private final Problems problems;
    private final Expect expect;
    /** By the place where they are defined, which is what a reference leads to. */
    private final Map<Location, Channel> channels = new LinkedHashMap<>();
    private final Map<String, Protocol> protocols = new LinkedHashMap<>();
    /** From a channel to what it lies on, by id of the channel. */
    private final Map<String, Link> brokers = new LinkedHashMap<>();
    /** From the letters of the name of a message to the ids of the channels that carry it. */
    private final Map<String, Set<String>> carriers = new LinkedHashMap<>();

    ApiReader(Node document, References references, Context context, Problems problems) {
        this.document = document;
        this.references = references;
        this.context = context;
        this.problems = problems;
        this.expect = new Expect(problems);
    }

    void read(List<Entity> entities, List<Link> links) {
        String version = document.field("asyncapi").flatMap(Node::text).orElse("");
        if (!version.startsWith("2.") && !version.startsWith("3.")) {
            problems.warning(
                    document.field("asyncapi").orElse(document).at(),
                    "AsyncAPI " + (version.isEmpty() ? "of no version" : version) + " is not read",
                    "Convert it to version 2 or 3.");
            return;
        }
        references.open(document);
        Map<String, Node> named = named();
        Operations reader = new Operations(document, references, problems);
        List<Operation> operations = version.startsWith("2.") ? reader.version2(named) : reader.version3();
        channels(named, operations);
        Entity application = application();
        entities.add(application);
        links.addAll(links(application.id(), operations));
        links.addAll(brokers.values());
        channels.values().forEach(c -> entities.add(new Entity(Kind.CHANNEL, c.id(), c.facts().build(), c.at())));
    }

    private Map<String, Node> named() {
        Map<String, Node> named = new LinkedHashMap<>();
        expect.fields(document.field("channels"), "channels").ifPresent(all -> all.values().forEach((name, written) ->
                references.follow(written).flatMap(node -> expect.fields(node, "channel " + name))
                        .ifPresent(n -> named.put(name, n))));
        return named;
    }

    /** The application; one that is known already under its name, with or without what says that this is its interface. */
    private Entity application() {
        Optional<Node> info = document.field("info");
        Optional<Node> title = info.flatMap(i -> i.field("title")).filter(t -> t.text().isPresent());
        Location at = title.or(() -> info).orElse(document).at();
        String name = title.flatMap(Node::text).orElse("application");
        String id = Ids.ofTitle(name);
        String stem = id.replaceAll("-(async)?api$|-events$|-messaging$", "");
        Facts.Builder facts = Facts.at(at);
        title.ifPresent(t -> facts.set(Keys.NAME, Fact.of(name, Origin.imported(at, ""))));
        info.flatMap(i -> i.field("description")).ifPresent(d -> d.text().flatMap(ApiReader::firstLine).ifPresent(
                text -> facts.set(Keys.PURPOSE, Fact.of(text, Origin.imported(d.at(), "description")))));
        info.flatMap(i -> i.path("contact", "name")).ifPresent(c -> c.text().filter(text -> !text.isBlank()).ifPresent(
                text -> facts.set(Keys.OWNER, Fact.of(text, Origin.imported(c.at(), "contact")))));
        String known = context.known().component(id).or(() -> context.known().component(stem)).orElse(id);
        return new Entity(Kind.SERVICE, known, facts.build(), at);
    }

    private static Optional<String> firstLine(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst();
    }

    /** Channels that are named, and those to which an operation leads elsewhere; what lies on no broker is left out. */
    private void channels(Map<String, Node> named, List<Operation> operations) {
        Servers servers = new Servers(
                expect.fields(document.field("servers"), "servers").orElseGet(() -> new Node.Fields(Map.of(), Map.of(),
                        document.at())),
                references);
        named.forEach((name, node) -> channel(name, node, operations, servers));
        operations.forEach(operation -> {
            if (named.values().stream().noneMatch(node -> node.at().equals(operation.channel().at()))) {
                channel("", operation.channel(), operations, servers);
            }
        });
    }

    private void channel(String name, Node node, List<Operation> operations, Servers servers) {
        List<Operation> own = operations.stream().filter(o -> o.channel().at().equals(node.at())).toList();
        Bindings bindings = Bindings.of(node, references);
        List<Protocol> bound = new ArrayList<>(bindings.protocols());
        own.forEach(operation -> bound.addAll(Bindings.of(operation.node(), references).protocols()));
        Optional<Protocol> protocol = servers.of(node, bound);
        Optional<Node> address = node.field("address").filter(a -> a.text().isPresent());
        String topic = bindings.value("kafka", "topic").or(() -> bindings.value("amqp", "queue", "name"))
                .or(() -> bindings.value("sqs", "queue", "name")).or(() -> address).flatMap(Node::text).orElse(name);
        if (protocol.filter(Protocol::withoutBroker).isPresent()) {
            problems.warning(
                    node.at(),
                    "the channel " + topic + " is reached over " + protocol.get().word()
                            + ", where no broker keeps messages; it is not read",
                    "State the call in architecture.yaml, as a link.");
            return;
        }
        String id = Ids.ofName(topic.replaceAll("[{}]", ""));
        Facts.Builder facts = Facts.at(node.at());
        String title = node.field("title").flatMap(Node::text).filter(text -> !text.isBlank()).orElse(topic);
        if (!title.equals(id)) {
            facts.set(Keys.NAME, Fact.of(title, Origin.imported(node.field("title").orElse(node).at(), "")));
        }
        node.field("description").or(() -> node.field("summary")).ifPresent(d -> d.text().flatMap(ApiReader::firstLine).ifPresent(
                text -> facts.set(Keys.PURPOSE, Fact.of(text, Origin.imported(d.at(), "description")))));
        protocol.ifPresent(p -> facts.set(Keys.TECHNOLOGY, p.technology()));
        protocol.ifPresent(p -> protocols.put(id, p));
        ChannelFacts reader = new ChannelFacts(facts, problems);
        reader.channel(bindings);
        own.forEach(operation -> reader.operation(Bindings.of(operation.node(), references), operation.sends()));
        reader.messages(own.stream().flatMap(operation -> operation.messages().stream()).toList(), references);
        channels.put(node.at(), new Channel(id, node, facts, node.at()));
        broker(id, servers.hosts(node));
        node.field("messages").filter(all -> all instanceof Node.Fields)
                .ifPresent(all -> ((Node.Fields) all).keys().keySet().forEach(message -> carries(id, message)));
        own.stream().flatMap(operation -> operation.messages().stream()).forEach(message -> List.of("name", "messageId", "title")
                .forEach(field -> message.field(field).flatMap(Node::text).ifPresent(text -> carries(id, text))));
    }

    private void carries(String channel, String message) {
        carriers.computeIfAbsent(Known.letters(message), k -> new TreeSet<>()).add(channel);
    }

    /** After reading: by the letters of the name of each message the ids of the channels that carry it. */
    Map<String, Set<String>> carriers() {
        return carriers;
    }

    /**
     * A channel lies on its server, if other files tell what that is. Of several servers it is not known whether they are one
     * cluster, or one for each environment, unless all are the same component.
     */
    private void broker(String channel, List<Servers.Host> hosts) {
        List<Optional<String>> meant = hosts.stream().map(host -> context.known().component(host.name())).distinct().toList();
        if (meant.size() == 1 && meant.get(0).isPresent() && !meant.get(0).get().equals(channel)) {
            Servers.Host host = hosts.get(0);
            Facts.Builder facts = Facts.at(host.at())
                    .set(Keys.NEED, Fact.of(Words.Need.HARD, Origin.imported(host.at(), "the server of the channel")));
            String broker = meant.get(0).get();
            brokers.put(channel, new Link(Link.idOf(channel, broker), channel, broker, facts.build(), host.at()));
        }
    }

    private List<Link> links(String application, List<Operation> operations) {
        Map<String, List<Operation>> byLink = new LinkedHashMap<>();
        for (Operation operation : operations) {
            Channel channel = channels.get(operation.channel().at());
            if (channel != null) {
                byLink.computeIfAbsent((operation.sends() ? "publish " : "consume ") + channel.id(), k -> new ArrayList<>())
                        .add(operation);
            }
        }
        List<Link> links = new ArrayList<>();
        byLink.forEach((key, own) -> {
            String channel = key.substring(key.indexOf(' ') + 1);
            boolean second = !own.get(0).sends() && byLink.containsKey("publish " + channel);
            String id = second ? application + "-consumes-" + channel : Link.idOf(application, channel);
            links.add(new Link(id, application, channel, facts(channel, own), own.get(0).at()));
        });
        return links;
    }

    private Facts facts(String channel, List<Operation> own) {
        Operation first = own.get(0);
        Origin origin = Origin.imported(first.at(), how(own));
        Facts.Builder facts = Facts.at(first.at())
                .set(Keys.MODE, Fact.of(Words.LinkMode.ASYNC, Origin.imported(first.at(), "a channel")))
                .set(Keys.LINK_PURPOSE, Fact.of(first.sends() ? Words.Purpose.PUBLISH : Words.Purpose.CONSUME, origin));
        Optional.ofNullable(protocols.get(channel)).ifPresent(p ->
                facts.set(Keys.PROTOCOL, Fact.of(p.word(), Origin.imported(p.at(), ""))));
        new Headers(own.stream().flatMap(operation -> operation.messages().stream()).toList(), references).read(facts);
        return facts.build();
    }

    /** What the document says it does, the operations by name, and the group in which it consumes. */
    private String how(List<Operation> own) {
        List<String> names = own.stream().map(Operation::name).filter(name -> !name.isBlank()).distinct().toList();
        String more = names.size() > 4 ? " and " + (names.size() - 4) + " more" : "";
        String shown = String.join(", ", names.stream().limit(4).toList()) + more;
        TreeSet<String> groups = new TreeSet<>();
        own.forEach(operation -> Bindings.of(operation.node(), references).value("kafka", "groupId")
                .flatMap(group -> group.text().or(() -> group.field("const").flatMap(Node::text))
                        .or(() -> group.field("enum").flatMap(e -> e.items().stream().findFirst()).flatMap(Node::text)))
                .ifPresent(groups::add));
        String group = groups.isEmpty() || own.get(0).sends() ? "" : ", group " + String.join(", ", groups);
        return own.get(0).word() + (shown.isEmpty() ? "" : ", " + shown) + group;
    }
}
