package quorate.importer.spring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.importer.Address;
import quorate.importer.Written;
import quorate.importer.settings.Calls;
import quorate.importer.settings.Config;
import quorate.importer.settings.Values;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Location;
import quorate.source.Problems;

/** The routes of Spring Cloud Gateway and of Zuul, and the clients of Feign: whom they call, and what bounds that. */
final class Routing {

    /** A filter with its arguments; those of the short form have names too. */
    private record Filter(String name, Map<String, Written> arguments, Location at) {}

    private static final Pattern CHANGING = Pattern.compile("(?i)\\b(?:POST|PATCH)\\b");
    private static final Set<String> BREAKERS = Set.of("CircuitBreaker", "Hystrix");

    private final Config config;
    private final Calls calls;
    private final Resilience resilience;
    private final Values values;
    private final Problems problems;
    /** Filters of which it is told; those for all routes are met with each. */
    private final Set<Location> told = new HashSet<>();

    Routing(Config config, Calls calls, Resilience resilience, Values values, Problems problems) {
        this.config = config;
        this.calls = calls;
        this.resilience = resilience;
        this.values = values;
        this.problems = problems;
    }

    /** Where the first route is written, if it has any. */
    Optional<Location> read() {
        List<Location> routes = new ArrayList<>();
        for (String variant : List.of("", "server.webflux.", "server.webmvc.", "mvc.")) {
            config.at(("spring.cloud.gateway." + variant + "routes").split("\\.")).ifPresent(list -> {
                Config gateway = config.at(("spring.cloud.gateway." + variant).split("\\.")).orElseThrow();
                list.named().values().forEach(route -> route(route, gateway, routes));
            });
        }
        config.at("zuul", "routes").ifPresent(all -> all.named().forEach((name, route) -> zuul(name, route, routes)));
        feign();
        return routes.stream().findFirst();
    }

    private void route(Config route, Config gateway, List<Location> routes) {
        Optional<Written> uri = route.value("uri");
        Optional<Address> address = uri.flatMap(w -> Address.in("uri", w.text()).stream().filter(a -> !a.isLocal()).findFirst());
        if (address.isEmpty()) {
            return;
        }
        Location at = uri.get().at();
        routes.add(at);
        Facts.Builder link = link(address.get(), at, "route to " + uri.get().text().strip());
        values.span(link, Keys.TIMEOUT_CONNECT, route.value("metadata", "connect-timeout")
                .or(() -> gateway.value("httpclient", "connect-timeout")), "ms");
        values.span(link, Keys.TIMEOUT_TRY, route.value("metadata", "response-timeout").or(() -> gateway.value("httpclient",
                "response-timeout")), "ms");
        List<Filter> filters = new ArrayList<>(filters(gateway.at("default-filters")));
        filters.addAll(filters(route.at("filters"))); // what a route says itself goes before
        filters.forEach(filter -> filter(filter, link));
    }

    private Facts.Builder link(Address address, Location at, String how) {
        Kind kind = address.isPublic() && !address.scheme().equals("lb") ? Kind.EXTERNAL : Kind.SERVICE;
        String id = calls.component(address.host(), kind, Facts.none(at));
        Facts.Builder link = calls.to(id, kind, at, how);
        String protocol = address.scheme().equals("lb") ? "http" : address.scheme();
        return protocol.isEmpty() ? link : link.setIfUnknown(Keys.PROTOCOL, Fact.of(protocol, Origin.detected(at, how)));
    }

    private void filter(Filter filter, Facts.Builder link) {
        if (BREAKERS.contains(filter.name())) {
            Origin origin = Origin.imported(filter.at(), "filter " + filter.name());
            Facts.Builder own = Facts.at(filter.at())
                    .set(Keys.BREAKER_THRESHOLD, Fact.of("too many of calls fail", Origin.imported(filter.at(),
                            "no threshold is set")));
            Optional.ofNullable(filter.arguments().get("name")).ifPresent(name -> resilience.read(name.text(), own));
            copy(own.build(), link);
            Optional.ofNullable(filter.arguments().get("fallbackUri")).ifPresent(w ->
                    link.set(Keys.FALLBACK, Fact.of(w.text().replaceFirst("^forward:", ""), Origin.imported(w.at(),
                            origin.how()))));
        } else if (filter.name().equals("Retry")) {
            link.set(Keys.RETRY, Fact.of(List.of(retry(filter)), Origin.imported(filter.at(), "filter Retry")));
            Optional.ofNullable(filter.arguments().get("methods")).ifPresent(this::repeated);
        }
    }

    private static void copy(Facts facts, Facts.Builder link) {
        facts.keys().forEach(key -> copy(key, facts, link));
    }

    private static <T> void copy(quorate.model.Key<T> key, Facts facts, Facts.Builder link) {
        link.set(key, facts.get(key));
    }

    /** By HTTP a POST or PATCH may do something more each time; without the argument only GET is repeated. */
    private void repeated(Written methods) {
        Matcher method = CHANGING.matcher(methods.text());
        if (method.find() && told.add(methods.at())) {
            problems.warning(methods.at(), "the filter Retry repeats " + method.group().toUpperCase(Locale.ROOT)
                            + ", so what was done before the failure is done again",
                    "Repeat GET only, or have each service recognise a repeated request, and state its idempotency-key.");
        }
    }

    private Facts retry(Filter filter) {
        Facts.Builder one = Facts.at(filter.at())
                .set(Keys.RETRY_LAYER, Fact.of(Words.Layer.GATEWAY, Origin.imported(filter.at(), "filter Retry")));
        Optional<Written> retries = Optional.ofNullable(filter.arguments().get("retries"));
        String methods = filter.arguments().containsKey("methods") ? " of " + filter.arguments().get("methods").text() : "";
        values.count(retries).ifPresent(n -> one.set(Keys.RETRY_ATTEMPTS, Fact.of(
                n + 1, Origin.imported(retries.get().at(), n + (n == 1 ? " retry" : " retries") + methods
                        + " after the first attempt"))));
        Optional<Written> first = Optional.ofNullable(filter.arguments().get("backoff.firstBackoff"));
        values.span(one, Keys.RETRY_BASE, first, "ms");
        values.span(one, Keys.RETRY_MAX, Optional.ofNullable(filter.arguments().get("backoff.maxBackoff")), "ms");
        first.ifPresent(w -> one.set(Keys.RETRY_BACKOFF, Fact.of(Words.Backoff.EXPONENTIAL, Origin.imported(w.at(), "backoff"))));
        return one.build();
    }

    /** {@code - name: Retry} with args, or {@code - Retry=3,SERVICE_UNAVAILABLE}, whose arguments have an order. */
    private static List<Filter> filters(Optional<Config> list) {
        List<Filter> filters = new ArrayList<>();
        for (Config one : list.map(config -> config.named().values()).orElse(List.of())) {
            Optional<Written> shortForm = one.value();
            if (shortForm.isPresent()) {
                filters.add(shortForm(shortForm.get()));
            } else {
                Map<String, Written> arguments = new LinkedHashMap<>();
                one.at("args").ifPresent(args -> args.each(arguments::put));
                one.value("name").ifPresent(name -> filters.add(new Filter(name.text(), arguments, name.at())));
            }
        }
        return filters;
    }

    private static Filter shortForm(Written written) {
        String[] parts = written.text().split("=", 2);
        Map<String, Written> arguments = new LinkedHashMap<>();
        List<String> order = parts[0].equals("Retry") ? List.of("retries", "statuses", "methods") : List.of("name",
                "fallbackUri");
        String[] values = parts.length < 2 ? new String[0] : parts[1].split(",");
        for (int i = 0; i < values.length; i++) {
            String[] pair = values[i].strip().split("=", 2);
            String name = pair.length == 2 ? pair[0] : i < order.size() ? order.get(i) : String.valueOf(i);
            arguments.put(name, new Written(pair[pair.length - 1], written.at()));
        }
        return new Filter(parts[0].strip(), arguments, written.at());
    }

    /** Ribbon and Hystrix bound what goes to a service by its name; a route to an address has bounds of its own. */
    private void zuul(String name, Config route, List<Location> routes) {
        Optional<Written> target = route.first(List.of("url", "location", "service-id"));
        if (target.isEmpty() && route.value().isEmpty() && route.value("path").isEmpty()) {
            return;
        }
        Written written = target.or(route::value).or(() -> route.value("path")).orElseThrow();
        boolean byUrl = target.filter(w -> w.text().contains("://")).isPresent();
        String host = byUrl
                ? Address.in("url", target.get().text()).stream().filter(a -> !a.isLocal()).map(Address::host).findFirst()
                        .orElse("")
                : target.map(Written::text).orElse(name);
        if (host.isEmpty()) {
            return;
        }
        routes.add(written.at());
        String id = calls.component(host, Kind.SERVICE, Facts.none(written.at()));
        Facts.Builder link = calls.to(id, Kind.SERVICE, written.at(), "route to " + host);
        if (byUrl) {
            values.span(link, Keys.TIMEOUT_CONNECT, config.value("zuul", "host", "connect-timeout-millis"), "ms");
            values.span(link, Keys.TIMEOUT_READ, config.value("zuul", "host", "socket-timeout-millis"), "ms");
        } else {
            ribbon(host, link);
            hystrix(link);
        }
    }

    private void ribbon(String client, Facts.Builder link) {
        Config own = new Config();
        config.at(client, "ribbon").ifPresent(own::addAll);
        config.at("ribbon").ifPresent(own::addAll);
        values.span(link, Keys.TIMEOUT_CONNECT, own.value("ConnectTimeout"), "ms");
        values.span(link, Keys.TIMEOUT_READ, own.value("ReadTimeout"), "ms");
    }

    private void hystrix(Facts.Builder link) {
        Config command = config.at("hystrix", "command", "default").orElseGet(Config::new);
        values.span(link, Keys.TIMEOUT_TOTAL, command.value("execution", "isolation", "thread", "timeoutInMilliseconds"), "ms");
        List<Written> first = new ArrayList<>();
        command.each((name, written) -> first.add(written));
        if (first.isEmpty()) {
            return;
        }
        Optional<Written> rate = command.value("circuitBreaker", "errorThresholdPercentage");
        Location at = rate.orElse(first.get(0)).at();
        link.set(Keys.BREAKER_THRESHOLD, Fact.of(
                values.percent(rate).map(share -> share + " of calls fail").orElse("too many of calls fail"),
                Origin.imported(at, rate.isEmpty() ? "no threshold is set" : "")));
        values.count(link, Keys.BREAKER_MIN_CALLS, command.value("circuitBreaker", "requestVolumeThreshold"));
        values.span(link, Keys.BREAKER_WAIT, command.value("circuitBreaker", "sleepWindowInMilliseconds"), "ms");
        values.count(link, Keys.BULKHEAD, config.value("hystrix", "threadpool", "default", "coreSize"));
    }

    private void feign() {
        for (String prefix : List.of("spring.cloud.openfeign.client.config", "feign.client.config")) {
            Optional<Config> clients = config.at(prefix.split("\\."));
            Optional<Config> common = clients.flatMap(c -> c.at("default"));
            clients.map(Config::named).orElse(Map.of()).forEach((name, client) -> {
                if (!name.equals("default")) {
                    feign(name, client, common);
                }
            });
        }
    }

    private void feign(String name, Config client, Optional<Config> common) {
        Config whole = new Config();
        whole.addAll(client);
        common.ifPresent(whole::addAll);
        List<Written> all = new ArrayList<>();
        whole.each((key, written) -> all.add(written));
        Optional<Address> address = whole.value("url").flatMap(w -> Address.in("url", w.text()).stream()
                .filter(a -> !a.isLocal()).findFirst());
        Optional<String> target = calls.alike(name).or(() -> address.map(a -> calls.component(
                a.host(), a.isPublic() ? Kind.EXTERNAL : Kind.SERVICE, Facts.none(all.get(0).at()))));
        if (target.isPresent() && !all.isEmpty()) {
            Facts.Builder link = calls.to(target.get(), Kind.SERVICE, all.get(0).at(), "client of Feign called " + name);
            values.span(link, Keys.TIMEOUT_CONNECT, whole.value("connectTimeout"), "ms");
            values.span(link, Keys.TIMEOUT_READ, whole.value("readTimeout"), "ms");
        }
    }
}
