package quorate.importer.quarkus;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorate.importer.Context;
import quorate.importer.Ids;
import quorate.importer.Written;
import quorate.importer.settings.Acks;
import quorate.importer.settings.Calls;
import quorate.importer.settings.Config;
import quorate.importer.settings.Endpoints;
import quorate.importer.settings.Values;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Location;
import quorate.source.Problems;

/**
 * The channels of MicroProfile Reactive Messaging: what the application takes from which topic, queue or address, and what it
 * sends there. What they are called at the broker counts; a channel that says nothing of it is called the same there.
 */
final class Messaging {

    /** Connectors whose messages lie on no broker. */
    private static final Set<String> WITHOUT_BROKER = Set.of("smallrye-in-memory", "smallrye-http", "smallrye-camel");

    private final Config config;
    private final Calls calls;
    private final Values values;
    private final Problems problems;
    private final Endpoints endpoints;
    private final Map<String, Link> brokers = new LinkedHashMap<>();
    private final List<Connector> configured;
    private final Map<Connector, Config> shared = new HashMap<>();

    Messaging(Config config, Calls calls, Context context, Values values, Problems problems) {
        this.config = config;
        this.calls = calls;
        this.values = values;
        this.problems = problems;
        this.configured = Connector.configured(config);
        this.endpoints = new Endpoints(calls, context.recognizer(), values);
    }

    void read() {
        for (boolean incoming : List.of(true, false)) {
            config.at("mp", "messaging", incoming ? "incoming" : "outgoing").map(Config::named).orElse(Map.of())
                    .forEach((name, channel) -> channel(name, channel, incoming));
        }
        // Channels may be named in code alone; then all that is known is where the broker is.
        configured.stream().filter(connector -> !shared.containsKey(connector)).forEach(connector ->
                endpoints.link(connector.broker(), connector.place(config).orElseThrow(), connector.words().get(0)));
    }

    /** From each channel to the broker that it lies on. */
    List<Link> brokers() {
        return List.copyOf(brokers.values());
    }

    private void channel(String name, Config channel, boolean incoming) {
        Optional<Written> word = channel.value("connector");
        Optional<Connector> connector = word.isPresent()
                ? Connector.named(word.get().text())
                : configured.stream().filter(only -> configured.size() == 1).findFirst();
        if (connector.isEmpty()) {
            word.filter(w -> !WITHOUT_BROKER.contains(w.text().strip())).ifPresent(w -> problems.warning(
                    w.at(),
                    "the connector " + w.text() + " of channel " + name + " is not read",
                    "State the channel and the link to it in architecture.yaml."));
            return;
        }
        Attributes whole = new Attributes(channel, shared.computeIfAbsent(connector.get(), c -> c.shared(config)));
        destinations(name, whole, connector.get()).forEach(destination ->
                destination(name, whole, connector.get(), incoming, destination));
    }

    /** Nothing where an expression decides, which may match topics that nobody has thought of. */
    private List<Written> destinations(String name, Attributes channel, Connector connector) {
        if (channel.value("pattern").filter(w -> values.isTrue(Optional.of(w))).isPresent()) {
            problems.warning(
                    channel.value("pattern").orElseThrow().at(),
                    "channel " + name + " takes all topics that match an expression; it is not read",
                    "State in architecture.yaml which channels it consumes.");
            return List.of();
        }
        for (String attribute : connector.destinations()) {
            List<Written> named = channel.list(attribute.split("\\."));
            if (named.isEmpty() && channel.has(attribute.split("\\."))) {
                problems.warning(
                        channel.own().place().orElseThrow(),
                        "the " + attribute + " of channel " + name + " is known to the environment alone; it is not read",
                        "State the channel and the link to it in architecture.yaml.");
                return List.of();
            }
            if (named.stream().anyMatch(w -> !w.text().replace("\"", "").isBlank())) { // RabbitMQ has an exchange without a name
                return named;
            }
        }
        return channel.own().place().map(at -> List.of(new Written(name, at))).orElse(List.of());
    }

    private void destination(String name, Attributes channel, Connector connector, boolean incoming, Written destination) {
        Facts.Builder facts = Facts.at(destination.at());
        if (!connector.broker().technology().isEmpty()) {
            facts.set(Keys.TECHNOLOGY, Fact.of(connector.broker().technology(),
                    Origin.detected(destination.at(), "connector "
                            + channel.value("connector").map(Written::text).orElse(connector.words().get(0)))));
        }
        if (incoming) {
            new Failures(name, channel, connector, values, problems).read(facts);
        } else if (connector.broker().technology().equals("kafka")) {
            channel.value("acks").or(() -> config.value("kafka", "acks")).ifPresent(acks -> facts.addUnknown(Acks.of(acks)));
        }
        String id = calls.channel(Ids.ofName(destination.text()), facts.build());
        String how = (incoming ? "incoming channel " : "outgoing channel ") + name;
        String group = incoming
                ? channel.value("group", "id").or(() -> channel.value("subscriptionName")).map(g -> ", group " + g.text())
                        .orElse("")
                : "";
        calls.message(id, incoming ? Words.Purpose.CONSUME : Words.Purpose.PUBLISH,
                Origin.imported(destination.at(), how + group), how);
        connector.place(channel, config).ifPresent(place ->
                endpoints.component(connector.broker(), place, connector.words().get(0))
                        .filter(broker -> !broker.equals(id)).ifPresent(broker -> lies(id, broker, place.at())));
    }

    private void lies(String channel, String broker, Location at) {
        Facts.Builder facts = Facts.at(at)
                .set(Keys.NEED, Fact.of(Words.Need.HARD, Origin.imported(at, "the broker of the channel")));
        brokers.putIfAbsent(channel, new Link(Link.idOf(channel, broker), channel, broker, facts.build(), at));
    }
}
