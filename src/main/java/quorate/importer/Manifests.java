package quorate.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import quorate.source.Limits;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;

/** The objects of Kubernetes files, lists opened, each object once. */
final class Manifests {

    private static final Set<String> READ = Set.of(
            "Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "ReplicaSet", "ReplicationController", "Pod", "Service",
            "ConfigMap", "HorizontalPodAutoscaler", "PodDisruptionBudget", "Ingress", "Gateway", "HTTPRoute", "GRPCRoute",
            "VirtualService", "DestinationRule");
    /** Say nothing of what is read here: rights, quotas, storage behind claims, values that must not be read, other formats. */
    private static final Set<String> SILENT = Set.of(
            "Secret", "NetworkPolicy", "PersistentVolumeClaim", "PersistentVolume", "StorageClass", "Namespace",
            "ServiceAccount", "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding", "LimitRange", "ResourceQuota",
            "PriorityClass", "CustomResourceDefinition", "IngressClass", "GatewayClass", "Endpoints", "EndpointSlice",
            "PodSecurityPolicy", "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration", "APIService",
            "ReferenceGrant", "KafkaConnector");

    private final Problems problems;
    private final List<Manifest> all = new ArrayList<>();
    private final Map<String, Location> unread = new TreeMap<>();

    private Manifests(Problems problems) {
        this.problems = problems;
    }

    static List<Manifest> read(List<SourceFile> files, Limits limits, Problems problems) {
        Manifests manifests = new Manifests(problems);
        for (SourceFile file : files) {
            if (isTemplate(file)) {
                problems.warning(
                        file.whole(),
                        "this is a template, not a manifest",
                        "Render it first (helm template, kustomize build) and import the result.");
                continue;
            }
            Documents.of(file, limits, problems).forEach(manifests::add);
        }
        manifests.unread.forEach((kind, at) -> problems.warning(
                at, "kind " + kind + " is not read", "State what it means for the system in architecture.yaml."));
        return manifests.once();
    }

    static boolean isTemplate(SourceFile file) {
        return file.text().contains("{{") && file.text().matches("(?s).*\\{\\{-?\\s*(\\.|if|range|include|template|with|toYaml|\\$).*");
    }

    private void add(Node node) {
        if (node instanceof Node.Scalar scalar && scalar.type() == Node.Type.NULL) {
            return; // an empty document between two dashes
        }
        Optional<String> kind = node.field("kind").flatMap(Node::text);
        String version = node.field("apiVersion").flatMap(Node::text).orElse("");
        if (KubernetesImporter.OTHERS.stream().anyMatch(version::startsWith)) {
            return;
        }
        if (kind.filter(k -> k.endsWith("List")).isPresent() && node.field("items").isPresent()) {
            new Expect(problems).items(node.field("items"), "items").forEach(this::add);
            return;
        }
        Optional<Manifest> manifest = Manifest.of(node);
        if (manifest.isEmpty()) {
            problems.warning(node.at(), "no Kubernetes object: it has no kind or no metadata.name", "Add both.");
            return;
        }
        if (READ.contains(manifest.get().kind())) {
            all.add(manifest.get());
        } else if (!SILENT.contains(manifest.get().kind())) {
            unread.putIfAbsent(manifest.get().kind(), manifest.get().node().at());
        }
    }

    private List<Manifest> once() {
        Map<String, Manifest> first = new LinkedHashMap<>();
        for (Manifest manifest : all) {
            String key = manifest.group() + "/" + manifest.kind() + "/" + manifest.namespace() + "/" + manifest.name();
            Manifest before = first.putIfAbsent(key, manifest);
            if (before != null) {
                problems.warning(
                        manifest.at(),
                        manifest.kind() + " " + manifest.name() + " is defined twice; the one at " + before.at() + " is used",
                        "Import only the one that runs.");
            }
        }
        return List.copyOf(first.values());
    }
}
