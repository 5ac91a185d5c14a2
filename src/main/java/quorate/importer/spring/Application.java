package quorate.importer.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import quorate.importer.Context;
import quorate.importer.Instrumentation;
import quorate.importer.Written;
import quorate.importer.settings.Calls;
import quorate.importer.settings.Config;
import quorate.importer.settings.Values;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Location;
import quorate.source.Problems;

/** An application with its whole configuration, as a service and its links. */
final class Application {

    private final String id;
    private final Location at;
    private final Config config;
    private final Context context;
    private final Problems problems;
    private final Calls calls;
    private final Values values;

    /**
     * @param id of the component that it is
     * @param at where that is written
     */
    Application(String id, Location at, Config config, Context context, Problems problems) {
        this.id = id;
        this.at = at;
        this.config = config;
        this.context = context;
        this.problems = problems;
        this.calls = new Calls(id, context.known());
        this.values = new Values(problems);
    }

    void read(List<Entity> entities, List<Link> links) {
        new Connections(config, calls, context, values, problems).read();
        Messaging messaging = new Messaging(config, calls, context, values);
        messaging.read();
        Resilience resilience = new Resilience(config, values, at);
        Optional<Location> routes = new Routing(config, calls, resilience, values, problems).read();
        bound(resilience);
        new ResilienceDoubts(resilience, this::usedByRoute, at, problems).tell();
        entities.add(new Entity(Kind.SERVICE, id, facts(routes), at));
        entities.addAll(calls.entities());
        messaging.kafka().ifPresent(broker ->
                entities.add(new Entity(Kind.CHANNEL, broker.id(), broker.facts(), broker.facts().at())));
        links.addAll(calls.links());
    }

    private Facts facts(Optional<Location> routes) {
        Facts.Builder facts = Facts.at(at);
        routes.ifPresent(place -> facts.set(
                Keys.SERVICE_TYPE, Fact.of(Words.ServiceType.GATEWAY, Origin.detected(place, "has routes"))));
        values.count(facts, Keys.POOL, config.value("server", "tomcat", "threads", "max")
                .or(() -> config.value("server", "tomcat", "max-threads")));
        facts.set(Keys.TRACING, Instrumentation.of(config.settings(), at));
        return facts.build();
    }

    /** An instance that is called like what the application calls bounds that call; of the others that is told. */
    private void bound(Resilience resilience) {
        List<String> open = new ArrayList<>();
        Map<String, List<Written>> instances = resilience.instances();
        instances.forEach((name, kinds) -> {
            Optional<String> callee = calls.callee(name);
            if (callee.isPresent()) {
                resilience.read(name, calls.to(callee.get(), kinds.get(0).at()));
            } else if (!usedByRoute(name)) {
                open.add(name + " (" + kinds.stream().map(Written::text).collect(Collectors.joining(", ")) + ")");
            }
        });
        if (!open.isEmpty()) {
            Location place = instances.get(open.get(0).substring(0, open.get(0).indexOf(" ("))).get(0).at();
            String more = open.size() > 6 ? " and " + (open.size() - 6) + " more" : "";
            problems.warning(
                    place,
                    "of what Resilience4j bounds in " + id + " it cannot be seen here which call it is: "
                            + String.join(", ", open.stream().limit(6).toList()) + more,
                    "Call the instance like the component that is called, or state the link in architecture.yaml.");
        }
    }

    private boolean usedByRoute(String name) {
        List<String> texts = new ArrayList<>();
        config.at("spring", "cloud", "gateway").ifPresent(gateway -> gateway.each((key, written) -> texts.add(written.text())));
        return texts.stream().anyMatch(text -> text.equals(name) || text.contains("name=" + name)
                || text.equals("CircuitBreaker=" + name));
    }
}
