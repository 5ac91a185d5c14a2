package quorate.importer.quarkus;

import java.util.List;
import quorate.importer.Context;
import quorate.importer.Instrumentation;
import quorate.importer.settings.Calls;
import quorate.importer.settings.Config;
import quorate.importer.settings.OwnAddresses;
import quorate.importer.settings.Values;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.source.Problems;

/** An application with its whole configuration, as a service and its links. */
final class Application {

    /** Settings of frameworks begin with these. */
    private static final List<String> OTHERS = List.of(
            "quarkus.", "mp.", "kafka.", "rabbitmq-", "amqp-", "pulsar.", "smallrye.", "camel.", "server.", "io.helidon.");

    private final Entity service;
    private final Config config;
    private final Context context;
    private final Problems problems;
    private final Calls calls;
    private final Values values;

    /** @param service what it is, of which nothing else is known yet */
    Application(Entity service, Config config, Context context, Problems problems) {
        this.service = service;
        this.config = config;
        this.context = context;
        this.problems = problems;
        this.calls = new Calls(service.id(), context.known());
        this.values = new Values(problems);
    }

    void read(List<Entity> entities, List<Link> links) {
        new Connections(config, calls, context.recognizer(), values, problems).read();
        Messaging messaging = new Messaging(config, calls, context, values, problems);
        messaging.read();
        new Clients(config, calls, values, problems).read();
        new OwnAddresses(calls, context.known(), problems).read(config, name ->
                name.contains("/") || OTHERS.stream().anyMatch(name::startsWith));
        entities.add(service.with(facts()));
        entities.addAll(calls.entities());
        links.addAll(calls.links());
        links.addAll(messaging.brokers());
    }

    private Facts facts() {
        Facts.Builder facts = Facts.at(service.at());
        values.count(facts, Keys.POOL, config.value("quarkus", "thread-pool", "max-threads"));
        facts.set(Keys.TRACING, Instrumentation.of(config.settings(), service.at()));
        return facts.build();
    }
}
