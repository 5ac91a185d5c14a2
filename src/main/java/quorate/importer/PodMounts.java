package quorate.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorate.importer.Storage.Mount;
import quorate.model.Words.VolumeKind;
import quorate.source.Node;

/**
 * What the containers of a pod mount. A claim outlives the pod, an emptyDir ends with it; a folder of the node outlives the
 * pod only as long as the next one comes to the same node, so nothing is said of it.
 */
final class PodMounts {

    private record Volume(Optional<VolumeKind> kind, String how) {}

    private PodMounts() {}

    static List<Mount> of(Workload workload, Expect expect) {
        Map<String, Volume> volumes = new LinkedHashMap<>();
        for (Node claim : expect.items(workload.manifest().spec("volumeClaimTemplates"), "volumeClaimTemplates")) {
            claim.path("metadata", "name").flatMap(Node::text).ifPresent(name -> volumes.put(
                    name, new Volume(Optional.of(VolumeKind.PERSISTENT), "claim of each pod " + name)));
        }
        for (Node volume : expect.items(workload.podSpec().field("volumes"), "volumes")) {
            volume.field("name").flatMap(Node::text).ifPresent(name -> volume(name, volume).ifPresent(v -> volumes.put(name, v)));
        }
        List<Mount> mounts = new ArrayList<>();
        workload.mainContainer().ifPresent(container -> expect.items(container.field("volumeMounts"), "volumeMounts")
                .forEach(mount -> mount(mount, volumes).ifPresent(mounts::add)));
        return mounts;
    }

    /** Config maps, secrets and their like are configuration, not a place for data. */
    private static Optional<Volume> volume(String name, Node volume) {
        Optional<Node> empty = volume.field("emptyDir");
        if (empty.isPresent()) {
            boolean memory = empty.get().field("medium").flatMap(Node::text).filter("Memory"::equals).isPresent();
            return Optional.of(new Volume(
                    Optional.of(memory ? VolumeKind.MEMORY : VolumeKind.EPHEMERAL), "emptyDir " + name));
        }
        if (volume.field("persistentVolumeClaim").isPresent()) {
            return Optional.of(new Volume(Optional.of(VolumeKind.PERSISTENT), "claim " + name));
        }
        if (List.of("configMap", "secret", "projected", "downwardAPI").stream().anyMatch(k -> volume.field(k).isPresent())) {
            return Optional.empty();
        }
        return Optional.of(new Volume(Optional.empty(), "volume " + name));
    }

    private static Optional<Mount> mount(Node mount, Map<String, Volume> volumes) {
        Volume volume = volumes.get(mount.field("name").flatMap(Node::text).orElse(""));
        Optional<String> path = mount.field("mountPath").flatMap(Node::text);
        if (volume == null || path.isEmpty()) {
            return Optional.empty();
        }
        boolean readOnly = mount.field("readOnly").flatMap(Node::text).filter("true"::equals).isPresent();
        return Optional.of(
                new Mount(path.get(), readOnly, volume.kind(), false, mount.at(), volume.how() + " at " + path.get()));
    }
}
