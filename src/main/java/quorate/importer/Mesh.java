package quorate.importer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Origin;
import quorate.model.ValueType;
import quorate.model.Words;
import quorate.source.Node;
import quorate.source.Problems;

/**
 * What Istio, or a route of the Gateway API, does to the links that go to a host. Its timeout bounds all attempts together; it
 * counts retries, so its attempts are one more; ejecting outliers is a circuit breaker, a limit of connections is not.
 */
final class Mesh {

    private final List<Manifest> manifests;
    private final Assembly assembly;
    private final Routes routes;
    private final Problems problems;

    Mesh(List<Manifest> manifests, Assembly assembly, Routes routes, Problems problems) {
        this.manifests = manifests;
        this.assembly = assembly;
        this.routes = routes;
        this.problems = problems;
    }

    void read() {
        claimedTwice();
        for (Manifest manifest : manifests) {
            if (manifest.kind().equals("VirtualService")) {
                virtualService(manifest);
            } else if (manifest.kind().equals("DestinationRule")) {
                destinationRule(manifest);
            } else if (manifest.kind().equals("HTTPRoute")) {
                httpRoute(manifest);
            }
        }
    }

    private void virtualService(Manifest service) {
        List<Node> all = service.spec("http").map(Node::items).orElse(List.of());
        List<Node> bounded = all.stream().filter(r -> r.field("timeout").or(() -> r.field("retries")).isPresent()).toList();
        for (Node route : all) {
            route.field("fault").ifPresent(fault -> problems.warning(
                    fault.at(), "VirtualService " + service.name() + " injects faults", "Remove it outside of tests."));
        }
        if (bounded.isEmpty()) {
            unbounded(service, routes.components(service), Routes.destinations(service));
            return;
        }
        boolean alike = all.stream().map(Mesh::bounds).distinct().count() == 1;
        if (!alike) {
            problems.warning(
                    bounded.get(0).at(),
                    "the routes of VirtualService " + service.name() + " differ in timeout or retries, so neither is read",
                    "State the link's timeout and retry in architecture.yaml.");
            return;
        }
        Node route = bounded.get(0);
        List<Node> hosts = Routes.destinations(service);
        for (String host : hosts.stream().flatMap(h -> h.text().stream()).distinct().toList()) {
            apply(host, callers(service), route, "VirtualService " + service.name(), facts -> withBounds(facts, route));
        }
    }

    /** A gateway is a proxy without code of its own: where its route writes no timeout, nothing else bounds the call. */
    private void unbounded(Manifest route, Set<String> gateways, List<Node> hosts) {
        Fact<Duration> none = Fact.none(Origin.imported(route.at(), "Istio waits without end where a route writes no timeout"));
        for (Node host : hosts) {
            component(host.text().orElse("")).ifPresent(to -> assembly.book().onLinksTo(
                    to, gateways::contains, facts -> facts.builder()
                            .setIfUnknown(Keys.TIMEOUT_TOTAL, none)
                            .setIfUnknown(Keys.TIMEOUT_TRY, none)
                            .setIfUnknown(Keys.TIMEOUT_READ, none)
                            .build()));
        }
    }

    /** Of the Gateway API, whose request timeout bounds all attempts and whose backend request timeout bounds one. */
    private void httpRoute(Manifest route) {
        List<Node> rules = route.spec("rules").map(Node::items).orElse(List.of());
        Set<String> bounds = new LinkedHashSet<>();
        rules.forEach(rule -> bounds.add(text(rule, "timeouts", "request") + " " + text(rule, "timeouts", "backendRequest")));
        if (bounds.equals(Set.of(" "))) {
            unbounded(route, routes.parents(route, true), Routes.backends(route));
        } else if (bounds.size() == 1) {
            Set<String> gateways = routes.parents(route, false);
            for (Node host : Routes.backends(route)) {
                component(host.text().orElse("")).ifPresent(to -> assembly.book().onLinksTo(to, gateways::contains, facts -> {
                    Facts.Builder builder = facts.builder();
                    span(rules.get(0).path("timeouts", "request")).ifPresent(f -> builder.set(Keys.TIMEOUT_TOTAL, f));
                    span(rules.get(0).path("timeouts", "backendRequest")).ifPresent(f -> builder.set(Keys.TIMEOUT_TRY, f));
                    return builder.build();
                }));
            }
        }
    }

    /** Within the mesh Istio takes one of several VirtualServices for a host and ignores the others. */
    private void claimedTwice() {
        Map<String, Manifest> first = new LinkedHashMap<>();
        for (Manifest service : manifests) {
            boolean inside = service.kind().equals("VirtualService")
                    && (Routes.gatewaysOf(service).isEmpty() || Routes.gatewaysOf(service).contains("mesh"));
            for (Node host : inside ? service.spec("hosts").map(Node::items).orElse(List.of()) : List.<Node>of()) {
                Manifest before = first.putIfAbsent(service.namespace() + "/" + host.text().orElse(""), service);
                if (before != null) {
                    problems.warning(
                            host.at(),
                            "VirtualService " + service.name() + " and " + before.name() + " at " + before.at().brief()
                                    + " both route calls to " + host.text().orElse("")
                                    + "; within the mesh one of them is ignored",
                            "Write timeout, retries and routes of a host in one VirtualService.");
                }
            }
        }
    }

    private static String bounds(Node route) {
        return text(route, "timeout") + " " + text(route, "retries", "attempts") + " " + text(route, "retries", "perTryTimeout");
    }

    /** Without gateways a VirtualService holds for the callers within the mesh; with them, for those gateways alone. */
    private Predicate<String> callers(Manifest service) {
        List<String> named = Routes.gatewaysOf(service);
        Set<String> gateways = routes.components(service);
        boolean inside = named.isEmpty() || named.contains("mesh");
        return from -> gateways.contains(from) || inside && !routes.isGateway(from);
    }

    private static Facts withBounds(Facts facts, Node route) {
        Facts.Builder builder = facts.builder();
        span(route.field("timeout")).ifPresent(f -> builder.set(Keys.TIMEOUT_TOTAL, f));
        span(route.path("retries", "perTryTimeout")).ifPresent(f -> builder.set(Keys.TIMEOUT_TRY, f));
        Optional<Node> retries = route.path("retries", "attempts");
        retries.flatMap(Node::text).filter(text -> text.matches("[0-9]{1,6}")).map(Integer::valueOf).ifPresent(count -> {
            Origin origin = Origin.imported(retries.get().at(), count + " retries after the first attempt");
            Facts one = Facts.at(retries.get().at())
                    .set(Keys.RETRY_LAYER, Fact.of(Words.Layer.MESH, origin))
                    .set(Keys.RETRY_ATTEMPTS, Fact.of(count + 1, origin))
                    .build();
            builder.set(Keys.RETRY, Fact.of(List.of(one), origin));
        });
        return builder.build();
    }

    private void destinationRule(Manifest rule) {
        String host = rule.spec("host").flatMap(Node::text).orElse("");
        if (host.isEmpty()) {
            problems.warning(rule.at(), "DestinationRule " + rule.name() + " names no host", "Write spec.host.");
            return;
        }
        emptyPools(rule);
        Optional<Node> outliers = rule.spec("trafficPolicy", "outlierDetection").or(() -> subsets(rule));
        outliers.ifPresent(node -> component(host).ifPresent(to -> assembly.add(Ejection.of(to, node))));
        outliers.ifPresent(node -> apply(
                host, from -> true, node, "DestinationRule " + rule.name(), facts -> withBreaker(facts, node)));
    }

    /** A pool without a number looks like a bulkhead and is none. */
    private void emptyPools(Manifest rule) {
        List<Node> policies = new ArrayList<>(rule.spec("trafficPolicy").stream().toList());
        for (Node subset : rule.spec("subsets").map(Node::items).orElse(List.of())) {
            subset.field("trafficPolicy").ifPresent(policies::add);
        }
        Optional<Node> empty =
                policies.stream().flatMap(policy -> policy.field("connectionPool").stream()).filter(Mesh::isEmpty).findFirst();
        empty.ifPresent(pool -> problems.warning(pool.at(), "connectionPool of DestinationRule " + rule.name() + " is empty and limits nothing",
                        "Write tcp.maxConnections or http.http2MaxRequests, or remove it."));
    }

    private static boolean isEmpty(Node pool) {
        return pool instanceof Node.Fields fields && fields.values().values().stream()
                .allMatch(part -> part instanceof Node.Fields inner ? inner.values().isEmpty() : part.text().isEmpty());
    }

    private Optional<String> component(String host) {
        return assembly.componentOfHost(host).or(() -> Optional.of(host).filter(assembly::has));
    }

    /** A breaker that every subset has is one of the host. */
    private static Optional<Node> subsets(Manifest rule) {
        List<Node> subsets = rule.spec("subsets").map(Node::items).orElse(List.of());
        List<Node> policies = subsets.stream()
                .flatMap(subset -> subset.path("trafficPolicy", "outlierDetection").stream())
                .toList();
        return policies.size() == subsets.size() ? policies.stream().findFirst() : Optional.empty();
    }

    private static Facts withBreaker(Facts facts, Node outliers) {
        Facts.Builder builder = facts.builder();
        for (String field : List.of("consecutive5xxErrors", "consecutiveGatewayErrors", "consecutiveErrors")) {
            outliers.field(field).ifPresent(node -> node.text().ifPresent(count -> builder.setIfUnknown(
                    Keys.BREAKER_THRESHOLD,
                    Fact.of(count + " errors in a row eject an instance", Origin.imported(node.at(), "outlierDetection")))));
        }
        builder.setIfUnknown(
                Keys.BREAKER_THRESHOLD,
                Fact.of("errors in a row eject an instance", Origin.imported(outliers.at(), "outlierDetection")));
        span(outliers.field("interval")).ifPresent(f -> builder.set(Keys.BREAKER_WINDOW, f));
        span(outliers.field("baseEjectionTime")).ifPresent(f -> builder.set(Keys.BREAKER_WAIT, f));
        return builder.build();
    }

    private void apply(
            String host, Predicate<String> callers, Node at, String what, Function<Facts, Facts> change) {
        boolean applied = component(host).filter(to -> assembly.book().onLinksTo(to, callers, change)).isPresent();
        if (!applied) {
            problems.warning(
                    at.at(),
                    what + " bounds calls to " + host + ", but these files name nobody who calls it",
                    "State the link to " + host + " in architecture.yaml, with its timeout, retry or breaker.");
        }
    }

    private static Optional<Fact<Duration>> span(Optional<Node> node) {
        return node.flatMap(Node::text)
                .flatMap(ValueType.Span::parse)
                .map(span -> Fact.of(span, Origin.imported(node.get().at(), "")));
    }

    private static String text(Node node, String... path) {
        return node.path(path).flatMap(Node::text).orElse("");
    }
}
