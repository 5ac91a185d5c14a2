package quorate.importer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorate.source.Node;
import quorate.source.Problems;

/**
 * Something that runs pods.
 *
 * @param id of the unit that it becomes
 * @param template the pod's own metadata and spec
 */
record Workload(String id, Manifest manifest, Node template) {

    static final Set<String> KINDS = Set.of(
            "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job", "CronJob", "Pod");

    /** The workloads, with ids that are unique among them; the first of a name keeps it. */
    static List<Workload> of(List<Manifest> manifests, Problems problems) {
        List<Workload> all = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Manifest manifest : manifests) {
            if (!KINDS.contains(manifest.kind())) {
                continue;
            }
            Optional<Node> template = switch (manifest.kind()) {
                case "Pod" -> Optional.of(manifest.node());
                case "CronJob" -> manifest.spec("jobTemplate", "spec", "template");
                default -> manifest.spec("template");
            };
            if (template.flatMap(t -> t.field("spec")).filter(Node.Fields.class::isInstance).isEmpty()) {
                problems.warning(manifest.at(), manifest.kind() + " " + manifest.name() + " has no pod template", "Add one.");
                continue;
            }
            all.add(new Workload(freeId(manifest, taken), manifest, template.get()));
        }
        return all;
    }

    private static String freeId(Manifest manifest, Set<String> taken) {
        for (String id : List.of(
                manifest.name(),
                manifest.name() + "-" + manifest.kind().toLowerCase(java.util.Locale.ROOT),
                manifest.namespace() + "." + manifest.name())) {
            if (taken.add(id)) {
                return id;
            }
        }
        String numbered = manifest.namespace() + "." + manifest.name() + "." + taken.size();
        taken.add(numbered);
        return numbered;
    }

    Map<String, String> labels() {
        return Manifest.texts(template.path("metadata", "labels"));
    }

    /** The labels by which it finds its pods, as a Deployment and its like state; of others all that its pods carry. */
    Optional<Node> selecting() {
        return manifest.spec("selector", "matchLabels")
                .or(() -> manifest.kind().equals("ReplicationController") ? manifest.spec("selector") : Optional.empty())
                .filter(node -> !Manifest.texts(Optional.of(node)).isEmpty())
                .or(() -> template.path("metadata", "labels"));
    }

    Node podSpec() {
        return template.field("spec").orElse(template);
    }

    List<Node> containers() {
        return podSpec().field("containers").map(Node::items).orElse(List.of());
    }

    /** The container that the workload is about: the one that is named like it, else the first. */
    Optional<Node> mainContainer() {
        String app = labels().getOrDefault("app", manifest.name());
        return containers().stream()
                .filter(c -> c.field("name").flatMap(Node::text).filter(n -> n.equals(app) || n.equals(manifest.name())).isPresent())
                .findFirst()
                .or(() -> containers().stream().findFirst());
    }

    boolean isIn(String namespace) {
        return manifest.namespace().equals(namespace);
    }
}
