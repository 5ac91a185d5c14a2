package quorate.catalog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorate.source.Limits;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Yaml;

/**
 * Where fields and prose stand in the files of a catalog. The records do not carry it: only who has a problem to tell asks, and
 * then the file is read again. Not safe for several threads.
 */
public final class Places {

    private static final String ROOT = "catalog/";

    private final Map<String, List<byte[]>> files = new HashMap<>();
    private final Map<String, List<Node>> documents = new HashMap<>();

    private Places(List<Map<String, byte[]>> layers) {
        layers.forEach(layer -> layer.forEach(
                (path, bytes) -> files.computeIfAbsent(path, p -> new ArrayList<>()).add(0, bytes)));
    }

    /** The places in these layers of files, each by path relative to the catalog's root, as the reader takes them. */
    public static Places of(List<Map<String, byte[]>> layers) {
        return new Places(layers);
    }

    /**
     * The place of a field of an entry, or of the nearest field around it that is there.
     *
     * @param path names of fields and numbers of items, from 0
     */
    public Location of(Entry entry, Object... path) {
        return document(entry).map(node -> find(node, entry.at(), path)).orElse(entry.at());
    }

    /** The place of a field of an item in one of the files that hold a list: {@code glossary.yaml}, {@code terms}. */
    public Location of(String file, String list, String id, Object... path) {
        return documents(file).stream()
                .flatMap(document -> document.field(list).stream())
                .flatMap(items -> items.items().stream())
                .filter(item -> item.field("id").flatMap(Node::text).filter(id::equals).isPresent())
                .findFirst()
                .map(item -> find(item, item.at(), path))
                .orElse(Location.of(ROOT + file));
    }

    /** Whether there is a file of that entry, even one that was left out of the catalog because of its own faults. */
    public boolean hasFile(EntryKind kind, String id) {
        return files.containsKey(kind.folder() + "/" + id + kind.ending());
    }

    /** The front matter of the entry as it is written. */
    public Optional<Node> document(Entry entry) {
        return documents(path(entry)).stream().findFirst();
    }

    /** The items of a list file, of all layers. */
    public List<Node> items(String file, String list) {
        return documents(file).stream()
                .flatMap(document -> document.field(list).stream())
                .flatMap(items -> items.items().stream())
                .toList();
    }

    /** The place of a character of the entry's prose. */
    public Location inProse(Entry entry, int offset) {
        String before = entry.body().substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        int first = newest(path(entry)).flatMap(bytes -> EntryFile.of(path(entry), bytes)).map(EntryFile::bodyLine).orElse(1);
        return new Location(entry.at().file(), first + line, offset - before.lastIndexOf('\n'));
    }

    private static String path(Entry entry) {
        return entry.at().file().substring(ROOT.length());
    }

    private Optional<byte[]> newest(String path) {
        return files.getOrDefault(path, List.of()).stream().findFirst();
    }

    private List<Node> documents(String path) {
        return documents.computeIfAbsent(path, p -> {
            // Of an entry the newest file replaces the others; the files of a list are all in force.
            List<byte[]> texts = path.contains("/") ? newest(path).stream().toList() : files.getOrDefault(path, List.of());
            return texts.stream().flatMap(bytes -> parsed(path, bytes).stream()).toList();
        });
    }

    private static Optional<Node> parsed(String path, byte[] bytes) {
        SourceFile file = EntryFile.of(path, bytes)
                .map(EntryFile::front)
                .orElseGet(() -> new SourceFile(ROOT + path, new String(bytes, StandardCharsets.UTF_8)));
        return Yaml.document(file, Limits.DEFAULT, new Problems());
    }

    private static Location find(Node from, Location otherwise, Object... path) {
        Node node = from;
        Location at = otherwise;
        for (Object step : path) {
            Optional<Node> next = step instanceof Integer index
                    ? node.items().stream().skip(index).findFirst()
                    : node.field((String) step);
            if (next.isEmpty()) {
                return at;
            }
            node = next.get();
            at = node.at();
        }
        return at;
    }
}
