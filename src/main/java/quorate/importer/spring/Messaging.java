package quorate.importer.spring;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quorate.importer.Address;
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
import quorate.model.Origin;
import quorate.model.Words;

/** What an application does with channels: the bindings of Spring Cloud Stream, and what a producer of Kafka waits for. */
final class Messaging {

    private final Config config;
    private final Calls calls;
    private final Context context;
    private final Values values;

    Messaging(Config config, Calls calls, Context context, Values values) {
        this.config = config;
        this.calls = calls;
        this.context = context;
        this.values = values;
    }

    void read() {
        Optional<Config> bindings = config.at("spring", "cloud", "stream", "bindings");
        bindings.map(Config::named).orElse(Map.of()).forEach(this::binding);
    }

    private void binding(String name, Config binding) {
        Optional<Written> destination = binding.value("destination");
        boolean consumes = name.matches(".*-in-[0-9]+") || binding.has("consumer") || binding.has("group");
        boolean publishes = name.matches(".*-out-[0-9]+") || binding.has("producer");
        if (destination.isEmpty() || consumes == publishes) {
            return; // without a destination the name of the binding counts only at the time of running
        }
        Written topic = destination.get();
        Facts.Builder facts = Facts.at(topic.at());
        String binder = binder(binding);
        if (!binder.isEmpty()) {
            facts.set(Keys.TECHNOLOGY, Fact.of(binder, Origin.detected(topic.at(), "binder of Spring Cloud Stream")));
        }
        if (consumes) {
            values.count(facts, Keys.MAX_DELIVERIES, binding.value("consumer", "max-attempts"));
            deadLetter(name, facts);
        }
        String id = calls.channel(Ids.ofName(topic.text()), facts.build());
        Origin origin = Origin.imported(topic.at(), "binding " + name + binding.value("group").map(g -> ", group " + g.text())
                .orElse(""));
        calls.message(id, consumes ? Words.Purpose.CONSUME : Words.Purpose.PUBLISH, origin, "binding " + name);
    }

    /** The one that is named, or the only one that is configured. */
    private String binder(Config binding) {
        Optional<String> named = binding.value("binder").or(() -> config.value("spring", "cloud", "stream", "default-binder"))
                .map(Written::text);
        List<String> configured = Stream.of("kafka", "rabbit").filter(word -> config.has("spring", "cloud", "stream",
                word)).toList();
        String word = named.orElse(configured.size() == 1 ? configured.get(0) : "").toLowerCase(Locale.ROOT);
        return word.startsWith("kafka") ? "kafka" : word.startsWith("rabbit") ? "rabbitmq" : "";
    }

    private void deadLetter(String name, Facts.Builder facts) {
        Optional<Config> rabbit = config.at("spring", "cloud", "stream", "rabbit", "bindings", name, "consumer");
        Optional<Config> kafka = config.at("spring", "cloud", "stream", "kafka", "bindings", name, "consumer");
        rabbit.flatMap(c -> c.value("auto-bind-dlq")).filter(w -> values.isTrue(Optional.of(w)))
                .or(() -> kafka.flatMap(c -> c.value("enable-dlq")).filter(w -> values.isTrue(Optional.of(w))))
                .ifPresent(w -> {
                    String place = rabbit.flatMap(c -> c.value("dead-letter-queue-name"))
                            .or(() -> kafka.flatMap(c -> c.value("dlq-name"))).map(Written::text)
                                    .orElse("the one that the binder makes");
                    facts.set(Keys.DEAD_LETTER, Fact.of(place, Values.origin(w)));
                });
    }

    /** What its producer of Kafka makes of the broker; nothing when it is not said which broker that is. */
    Optional<Broker> kafka() {
        Optional<Written> acks = config.value("spring", "kafka", "producer", "acks")
                .or(() -> config.value("spring", "kafka", "producer", "properties", "acks"))
                .or(() -> config.value("spring", "kafka", "properties", "acks"));
        Optional<Written> servers = config.list("spring", "kafka", "bootstrap-servers").stream().findFirst();
        Optional<String> id = servers.flatMap(Endpoints::address)
                .map(Address::host).map(host -> context.known().component(host).orElse(host));
        return acks.isEmpty() || id.isEmpty() ? Optional.empty() : Optional.of(new Broker(id.get(), Acks.of(acks.get())));
    }

    /** What a producer makes of a broker. */
    record Broker(String id, Facts facts) {}
}
