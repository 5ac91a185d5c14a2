package quorate.importer.spring;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.importer.Address;
import quorate.importer.Context;
import quorate.importer.Recognizer.Recognized;
import quorate.importer.Written;
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
    private static final Pattern FOR_READERS = Pattern.compile(
            "(?i).*(cors|origin|redirect|licen[sc]e|contact|docs?|homepage|allowed|topic|queue).*");
    private static final Pattern PARAMETER = Pattern.compile("[?&;](connectTimeout|socketTimeout)=([0-9]{1,9})");

    private final Config config;
    private final Calls calls;
    private final Context context;
    private final Values values;
    private final Problems problems;

    Connections(Config config, Calls calls, Context context, Values values, Problems problems) {
        this.config = config;
        this.calls = calls;
        this.context = context;
        this.values = values;
        this.problems = problems;
    }

    void read() {
        Target.all().forEach(target -> config.at(target.path()).ifPresent(group -> target(target, group)));
        registry();
        configuration();
        mail();
        others();
    }

    private void target(Target target, Config group) {
        Optional<Written> written = target.addresses().stream().flatMap(name -> first(group, name).stream()).findFirst();
        Optional<Address> address = written.flatMap(w -> Address.in("host", w.text()).stream()
                .filter(a -> !a.isLocal()).findFirst());
        if (written.isEmpty() || address.isEmpty()) {
            return; // an address of the developer's own machine, or one that only the environment knows
        }
        String how = target.prefix() + " names " + address.get().shown();
        Optional<Recognized> known = context.recognizer().scheme(address.get().scheme()).filter(r -> r.kind() == target.kind());
        String technology = known.map(Recognized::technology).orElse(target.technology());
        Facts.Builder facts = Facts.at(written.get().at());
        if (!technology.isEmpty()) {
            facts.set(Keys.TECHNOLOGY, Fact.of(technology, Origin.detected(written.get().at(), how)));
        }
        target.type().ifPresent(type -> facts.set(Keys.STORE_TYPE, Fact.of(type, Origin.detected(written.get().at(), how))));
        String id = calls.component(address.get().host(), target.kind(), facts.build());
        Facts.Builder link = calls.to(id, target.kind(), written.get().at(), how);
        if (!address.get().scheme().isEmpty() && target.kind() == Kind.STORE) {
            link.setIfUnknown(Keys.PROTOCOL, Fact.of(address.get().scheme(), Origin.detected(written.get().at(), how)));
        }
        bounds(group, link);
        parameters(written.get(), address.get().scheme(), link);
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

    /** Drivers take times as parameters of the address: that of PostgreSQL in seconds, the others in milliseconds. */
    private void parameters(Written address, String scheme, Facts.Builder link) {
        String unit = scheme.equals("postgresql") ? "s" : "ms";
        Matcher matcher = PARAMETER.matcher(address.text());
        while (matcher.find()) {
            boolean none = matcher.group(2).matches("0+"); // of all these drivers: no bound
            var key = matcher.group(1).equals("socketTimeout") ? Keys.TIMEOUT_READ : Keys.TIMEOUT_CONNECT;
            if (!none) {
                values.span(link, key, Optional.of(new Written(matcher.group(2), address.at())), unit);
            }
        }
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

    /** Addresses in settings of its own: of a component that is known, or of the public internet. */
    private void others() {
        config.each((name, written) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean taken = NO_CALLS.stream().anyMatch(prefix -> lower.equals(prefix) || lower.startsWith(prefix + "."))
                    || FOR_READERS.matcher(lower).matches()
                    || Target.all().stream().anyMatch(target -> lower.startsWith(target.prefix() + "."))
                    || lower.startsWith("eureka.") || lower.startsWith("spring.config.") || lower.startsWith("spring.mail.");
            if (!taken) {
                Address.in(lastName(name), written.text()).stream().filter(a -> !a.isLocal()).forEach(a -> other(name,
                        written, a));
            }
        });
    }

    /** Items of a list have numbers; what they are stands before. */
    private static String lastName(String name) {
        String plain = name.replaceAll("(\\.[0-9]+)+$", "");
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    private void other(String name, Written written, Address address) {
        Optional<String> there = context.known().component(address.host());
        boolean outside = address.isPublic() && address.scheme().startsWith("http");
        if (there.isPresent() || outside && address.sure()) {
            Kind kind = there.flatMap(context.known()::kind).orElse(Kind.EXTERNAL);
            String id = calls.component(address.host(), kind, Facts.none(written.at()));
            calls.to(id, kind, written.at(), name + " names " + address.shown());
        } else if (address.sure() && !address.isPublic()) {
            problems.warning(
                    written.at(),
                    name + " names the host " + address.shown() + ", which no file here defines",
                    "If it is part of the system, add its file to imports or state it in architecture.yaml.");
        }
    }
}
