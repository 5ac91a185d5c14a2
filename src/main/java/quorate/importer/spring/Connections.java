package quorate.importer.spring;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorate.importer.Address;
import quorate.importer.Context;
import quorate.importer.Written;
import quorate.importer.settings.Calls;
import quorate.importer.settings.Config;
import quorate.importer.settings.Endpoints;
import quorate.importer.settings.OwnAddresses;
import quorate.importer.settings.Values;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Problems;

/** The stores, brokers, registries and other programs whose addresses stand in a configuration. */
final class Connections {

    /** Their addresses are for readers, for browsers, or of the application itself. */
    private static final Set<String> NO_CALLS = Set.of(
            "info", "springdoc", "swagger", "openapi", "logging", "server", "management", "spring.jpa", "spring.mvc",
                    "spring.web",
            "spring.messages", "eureka.instance", "spring.profiles", "spring.main", "spring.banner", "spring.servlet",
                    "spring.cloud.gateway",
            "zuul", "feign", "spring.cloud.openfeign", "resilience4j", "hystrix", "ribbon", "spring.application",
                    "spring.security.oauth2.client.registration");
    private final Config config;
    private final Calls calls;
    private final Context context;
    private final Values values;
    private final Problems problems;
    private final Endpoints endpoints;

    Connections(Config config, Calls calls, Context context, Values values, Problems problems) {
        this.config = config;
        this.calls = calls;
        this.context = context;
        this.values = values;
        this.problems = problems;
        this.endpoints = new Endpoints(calls, context.recognizer(), values);
    }

    void read() {
        Target.all().forEach(target -> config.at(target.path()).ifPresent(group -> target(target, group)));
        registry();
        configuration();
        mail();
        new OwnAddresses(calls, context.known(), problems).read(config, Connections::isTaken);
    }

    private void target(Target target, Config group) {
        Optional<Written> written = target.addresses().stream().flatMap(name -> first(group, name).stream()).findFirst();
        written.flatMap(w -> endpoints.link(target.endpoint(), w, target.prefix())).ifPresent(link -> bounds(group, link));
    }

    private static Optional<Written> first(Config group, String name) {
        List<Written> list = group.list(name.split("\\."));
        return list.stream().findFirst();
    }

    private void bounds(Config group, Facts.Builder link) {
        values.span(link, Keys.TIMEOUT_CONNECT, group.first(List.of("connect-timeout", "connection-timeout",
                "connection.connect-timeout")), "ms");
        values.span(link, Keys.TIMEOUT_READ, group.first(List.of("timeout", "socket-timeout", "request.timeout")), "ms");
        values.count(link, Keys.BULKHEAD, group.first(List.of(
                "hikari.maximum-pool-size", "pool.max-size", "lettuce.pool.max-active", "jedis.pool.max-active")));
    }

    /** Whom to ask where others are: asked in the background, the last answer is kept. */
    private void registry() {
        for (String group : List.of("service-url", "serviceUrl")) {
            config.at("eureka", "client", group).ifPresent(urls -> urls.each((name, written) ->
                    control(written, "eureka.client." + group, "eureka", false)));
        }
        config.value("spring", "cloud", "consul", "host").ifPresent(w -> control(w, "spring.cloud.consul", "consul", false));
        config.value("spring", "cloud", "zookeeper", "connect-string").ifPresent(w -> control(w, "spring.cloud.zookeeper",
                "zookeeper", false));
        config.value("spring", "cloud", "nacos", "discovery", "server-addr").ifPresent(w -> control(w, "spring.cloud.nacos",
                "nacos", false));
    }

    /** Where it gets its configuration from when it starts. */
    private void configuration() {
        config.list("spring", "config", "import").stream().filter(w -> w.text().contains("configserver:"))
                .forEach(w -> control(w, "spring.config.import", "", true));
        config.value("spring", "cloud", "config", "uri").ifPresent(w -> control(w, "spring.cloud.config.uri", "", true));
    }

    private void control(Written written, String setting, String technology, boolean atStart) {
        for (Address address : Address.in("url", written.text())) {
            if (!address.isLocal()) {
                Origin origin = Origin.detected(written.at(), setting + " names " + address.shown());
                Facts.Builder facts = Facts.at(written.at());
                Kind kind = technology.isEmpty() || technology.equals("eureka") ? Kind.SERVICE : Kind.STORE;
                if (!technology.isEmpty()) {
                    facts.set(Keys.TECHNOLOGY, Fact.of(technology, origin));
                }
                if (kind == Kind.STORE) {
                    facts.set(Keys.STORE_TYPE, Fact.of(Words.StoreType.COORDINATION, origin));
                }
                Facts.Builder link = calls.to(calls.component(address.host(), kind, facts.build()), written.at());
                link.setIfUnknown(Keys.CARRIES, Fact.of(Words.Carries.CONTROL, origin));
                if (atStart) {
                    link.setIfUnknown(Keys.NEED, Fact.of(Words.Need.STARTUP, origin));
                }
            }
        }
    }

    private void mail() {
        config.value("spring", "mail", "host").ifPresent(written -> Address.in("host", written.text()).stream()
                .filter(address -> !address.isLocal()).findFirst().ifPresent(address -> {
                    Kind kind = address.isPublic() ? Kind.EXTERNAL : Kind.SERVICE;
                    String id = calls.component(address.host(), kind, Facts.none(written.at()));
                    Facts.Builder link = calls.to(id, kind, written.at(), "spring.mail names " + address.shown());
                    link.setIfUnknown(Keys.PROTOCOL, Fact.of("smtp", Origin.detected(written.at(), "spring.mail")));
                    values.span(link, Keys.TIMEOUT_CONNECT, config.value("spring", "mail", "properties", "mail", "smtp",
                            "connectiontimeout"), "ms");
                    values.span(link, Keys.TIMEOUT_READ, config.value("spring", "mail", "properties", "mail", "smtp",
                            "timeout"), "ms");
                }));
    }

    private static boolean isTaken(String name) {
        return NO_CALLS.stream().anyMatch(prefix -> name.equals(prefix) || name.startsWith(prefix + "."))
                || Target.all().stream().anyMatch(target -> name.startsWith(target.prefix() + "."))
                || name.startsWith("eureka.") || name.startsWith("spring.config.") || name.startsWith("spring.mail.");
    }
}
