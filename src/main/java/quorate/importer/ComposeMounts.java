package quorate.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quorate.importer.Storage.Mount;
import quorate.model.Words.VolumeKind;
import quorate.source.Node;

/**
 * What a compose service mounts. A named volume and a folder of the host outlive the container; an anonymous volume may or
 * may not, depending on how the container is removed, so nothing is said of it.
 */
final class ComposeMounts {

    private final Optional<Node> volumes;
    private final Expect expect;

    /** Reads mounts with the volumes that the file declares at its top. */
    ComposeMounts(Optional<Node> volumes, Expect expect) {
        this.volumes = volumes;
        this.expect = expect;
    }

    List<Mount> of(Node service) {
        List<Mount> mounts = new ArrayList<>();
        for (Node volume : expect.items(service.field("volumes"), "volumes")) {
            if (volume instanceof Node.Fields fields) {
                longForm(fields).ifPresent(mounts::add);
            } else {
                expect.text(volume, "a volume").map(this::shortForm).ifPresent(mounts::add);
            }
        }
        for (Written target : expect.texts(service.field("tmpfs"), "tmpfs")) {
            String path = target.text().split(":")[0];
            mounts.add(new Mount(path, false, Optional.of(VolumeKind.MEMORY), false, target.at(), "tmpfs at " + path));
        }
        return mounts;
    }

    /** Where a volume entry is mounted, in either form. */
    static String target(Node mount) {
        Optional<String> written = mount.field("target").flatMap(Node::text);
        return written.orElseGet(() -> parts(mount.text().orElse("")).get(1));
    }

    private Mount shortForm(Written written) {
        List<String> parts = parts(written.text());
        String source = parts.get(0);
        String target = parts.get(1);
        boolean readOnly = Stream.of(parts.get(2).split(",")).anyMatch("ro"::equals);
        if (source.isEmpty()) {
            return new Mount(target, readOnly, Optional.empty(), false, written.at(), "anonymous volume at " + target);
        }
        return mount(source, target, readOnly, written);
    }

    private Optional<Mount> longForm(Node.Fields fields) {
        String target = fields.field("target").flatMap(Node::text).orElse("");
        String type = fields.field("type").flatMap(Node::text).orElse("volume");
        String source = fields.field("source").flatMap(Node::text).orElse("");
        boolean readOnly = fields.field("read_only").flatMap(Node::text).filter("true"::equals).isPresent();
        Written at = new Written(source, fields.at());
        if (target.isEmpty() || !List.of("volume", "bind", "tmpfs", "cluster", "npipe").contains(type)) {
            expect.wrong(fields, "a volume", "type, source and target");
            return Optional.empty();
        }
        if (type.equals("tmpfs")) {
            return Optional.of(
                    new Mount(target, false, Optional.of(VolumeKind.MEMORY), false, fields.at(), "tmpfs at " + target));
        }
        if (source.isEmpty()) {
            return Optional.of(
                    new Mount(target, readOnly, Optional.empty(), false, fields.at(), "anonymous volume at " + target));
        }
        return Optional.of(mount(source, target, readOnly, at));
    }

    private Mount mount(String source, String target, boolean readOnly, Written written) {
        boolean folder = source.matches("[./~].*");
        boolean memory = volumes.flatMap(v -> v.path(source, "driver_opts", "type"))
                .flatMap(Node::text)
                .filter("tmpfs"::equals)
                .isPresent();
        VolumeKind kind = memory ? VolumeKind.MEMORY : VolumeKind.PERSISTENT;
        String what = folder ? "folder of the host" : memory ? "volume in memory " + source : "named volume " + source;
        return new Mount(target, readOnly, Optional.of(kind), folder, written.at(), what + " at " + target);
    }

    /** Source, target and options of {@code source:target:options}; a lone path is a target. */
    private static List<String> parts(String text) {
        String[] parts = text.split(":(?![^{]*})", -1);
        // C:\data:/data
        if (parts.length > 2 && parts[0].length() == 1 && parts[1].startsWith("\\")) {
            return List.of(parts[0] + ":" + parts[1], parts[2], parts.length > 3 ? parts[3] : "");
        }
        return parts.length == 1
                ? List.of("", parts[0], "")
                : List.of(parts[0], parts[1], parts.length > 2 ? parts[2] : "");
    }
}
