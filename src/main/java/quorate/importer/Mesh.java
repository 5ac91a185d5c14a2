package quorate.importer;

import java.time.Duration;
import java.util.List;
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
 * What Istio does to the links that go to a host. Its timeout bounds all attempts together; it counts retries, so its
 * attempts are one more; ejecting outliers is a circuit breaker, a limit of connections is not.
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
        for (Manifest manifest : manifests) {
            if (manifest.kind().equals("VirtualService")) {
                virtualService(manifest);
            } else if (manifest.kind().equals("DestinationRule")) {
                destinationRule(manifest);
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
        Optional<Node> outliers = rule.spec("trafficPolicy", "outlierDetection").or(() -> subsets(rule));
        outliers.ifPresent(node -> apply(
                host, from -> true, node, "DestinationRule " + rule.name(), facts -> withBreaker(facts, node)));
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
        Optional<String> target = assembly.componentOfHost(host).or(() -> Optional.of(host).filter(assembly::has));
        boolean applied = target.filter(to -> assembly.book().onLinksTo(to, callers, change)).isPresent();
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
