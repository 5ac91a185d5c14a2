package quorate.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Location;
import quorate.source.Node;

/**
 * Ways into the cluster: Ingress, Gateway API routes and Istio gateways. Each becomes a gateway, of which nothing is known but
 * where it leads: who runs it is not in these files.
 */
final class Routes {

    private final List<Manifest> manifests;
    private final Assembly assembly;
    private final Map<String, String> gateways = new LinkedHashMap<>();

    Routes(List<Manifest> manifests, Assembly assembly) {
        this.manifests = manifests;
        this.assembly = assembly;
    }

    void read() {
        of("Gateway").forEach(gateway -> gateways.put(gateway.name(), gateway(gateway)));
        of("Ingress").forEach(this::ingress);
        for (Manifest route : of("HTTPRoute", "GRPCRoute")) {
            for (Node parent : items(route.spec("parentRefs"))) {
                parent.field("name").flatMap(Node::text).flatMap(this::known).ifPresent(from ->
                        items(route.spec("rules")).forEach(rule -> items(rule.field("backendRefs"))
                                .forEach(backend -> link(from, backend.field("name"), route.kind() + " " + route.name()))));
            }
        }
        for (Manifest service : of("VirtualService")) {
            for (String gateway : gatewaysOf(service)) {
                known(gateway).ifPresent(from -> destinations(service)
                        .forEach(host -> link(from, Optional.of(host), "VirtualService " + service.name())));
            }
        }
    }

    private Optional<String> known(String gateway) {
        return Optional.ofNullable(gateways.get(gateway.substring(gateway.lastIndexOf('/') + 1)));
    }

    /** A VirtualService that names no gateway holds within the mesh, not for those. */
    boolean isGateway(String component) {
        return gateways.containsValue(component);
    }

    /** Components of the gateways that a VirtualService names. */
    Set<String> components(Manifest virtualService) {
        Set<String> found = new LinkedHashSet<>();
        gatewaysOf(virtualService).forEach(name -> known(name).ifPresent(found::add));
        return found;
    }

    /** Components of the gateways to which a route of the Gateway API is bound; those of Istio only, if asked for. */
    Set<String> parents(Manifest route, boolean ofIstio) {
        Set<String> found = new LinkedHashSet<>();
        for (Node parent : items(route.spec("parentRefs"))) {
            String name = parent.field("name").flatMap(Node::text).orElse("");
            boolean istio = of("Gateway").stream().anyMatch(gateway -> gateway.name().equals(name)
                    && gateway.spec("gatewayClassName").flatMap(Node::text).filter("istio"::equals).isPresent());
            if (istio || !ofIstio) {
                known(name).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The Services to which a route of the Gateway API sends requests. */
    static List<Node> backends(Manifest route) {
        return items(route.spec("rules")).stream()
                .flatMap(rule -> items(rule.field("backendRefs")).stream())
                .flatMap(backend -> backend.field("name").stream())
                .toList();
    }

    static List<String> gatewaysOf(Manifest virtualService) {
        return items(virtualService.spec("gateways")).stream().flatMap(g -> g.text().stream()).toList();
    }

    private List<Manifest> of(String... kinds) {
        return manifests.stream().filter(m -> List.of(kinds).contains(m.kind())).toList();
    }

    private static List<Node> items(Optional<Node> node) {
        return node.map(Node::items).orElse(List.of());
    }

    private String gateway(Manifest manifest) {
        String id = assembly.has(manifest.name())
                ? manifest.name() + "-" + manifest.kind().toLowerCase(java.util.Locale.ROOT)
                : manifest.name();
        Facts facts = Facts.at(manifest.at())
                .set(
                        Keys.SERVICE_TYPE,
                        Fact.of(Words.ServiceType.GATEWAY, Origin.imported(manifest.at(), manifest.kind())))
                .build();
        assembly.add(new Entity(Kind.SERVICE, id, facts, manifest.at()));
        return id;
    }

    private void ingress(Manifest ingress) {
        List<Node> backends = new ArrayList<>();
        ingress.spec("defaultBackend").ifPresent(backends::add);
        ingress.spec("backend").ifPresent(backends::add);
        for (Node rule : items(ingress.spec("rules"))) {
            items(rule.path("http", "paths")).forEach(path -> path.field("backend").ifPresent(backends::add));
        }
        String from = gateway(ingress);
        for (Node backend : backends) {
            Optional<Node> name = backend.path("service", "name").or(() -> backend.field("serviceName"));
            link(from, name, "Ingress " + ingress.name());
        }
    }

    /** The hosts to which a VirtualService sends requests. */
    static List<Node> destinations(Manifest virtualService) {
        List<Node> hosts = new ArrayList<>();
        for (String protocol : List.of("http", "tcp", "tls")) {
            for (Node route : items(virtualService.spec(protocol))) {
                items(route.field("route")).forEach(to -> to.path("destination", "host").ifPresent(hosts::add));
            }
        }
        return hosts;
    }

    private void link(String from, Optional<Node> host, String how) {
        Optional<String> name = host.flatMap(Node::text);
        name.flatMap(assembly::componentOfHost).or(() -> name.filter(assembly::has)).ifPresent(to -> {
            Location at = host.get().at();
            assembly.book().call(from, to, at, how, "");
        });
    }
}
