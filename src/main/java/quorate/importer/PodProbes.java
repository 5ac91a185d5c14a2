package quorate.importer;

import java.util.Optional;
import java.util.stream.Collectors;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Origin;
import quorate.source.Node;

/**
 * What the probes of a container ask. A container that names its image is described whole, so a probe that is not written is
 * stated to be absent; one without an image is a patch of another description.
 */
final class PodProbes {

    private PodProbes() {}

    static void read(Node container, Facts.Builder facts) {
        read(container, "livenessProbe", Keys.LIVENESS, facts);
        read(container, "readinessProbe", Keys.READINESS_PROBE, facts);
    }

    private static void read(Node container, String field, Key<String> key, Facts.Builder facts) {
        container.field(field).ifPresentOrElse(
                probe -> text(probe).ifPresent(text -> facts.set(key, Fact.of(text, Origin.imported(probe.at(), field)))),
                () -> container.field("image").ifPresent(image -> facts.set(
                        key, Fact.none(Origin.imported(container.at(), "no " + field + " is written")))));
    }

    private static Optional<String> text(Node probe) {
        Optional<Node> http = probe.field("httpGet");
        Optional<Node> grpc = probe.field("grpc");
        Optional<Node> tcp = probe.field("tcpSocket");
        if (http.isPresent()) {
            return Optional.of("GET " + http.get().field("path").flatMap(Node::text).orElse("/") + port(http.get()));
        }
        if (tcp.isPresent()) {
            return Optional.of("TCP connect" + port(tcp.get()));
        }
        if (grpc.isPresent()) {
            return Optional.of("gRPC health" + port(grpc.get()));
        }
        String command = probe.path("exec", "command").map(Node::items).orElse(java.util.List.of()).stream()
                .flatMap(word -> word.text().stream())
                .map(String::strip)
                .collect(Collectors.joining(" "));
        return command.isBlank() ? Optional.empty() : Optional.of(command);
    }

    private static String port(Node probe) {
        return probe.field("port").flatMap(Node::text).map(port -> " on " + port).orElse("");
    }
}
