package quorate.output;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Files that are to be moved into a folder, laid beside it until all of them are there. Safe for several threads. */
final class Staging implements AutoCloseable {

    /** Lists what the last build wrote; without it a folder that is not empty is not ours. */
    static final String MARKER = ".quorate-site";

    private static final String BESIDE = ".quorate-staging";

    private final Path folder;
    private final Path beside;
    private final Path staged;
    private final Set<String> before;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Set<String> all = ConcurrentHashMap.newKeySet();
    private final Set<Path> made = ConcurrentHashMap.newKeySet();

    private Staging(Path folder, Path beside, Set<String> before) {
        this.folder = folder;
        this.beside = beside;
        this.staged = beside.resolve("site");
        this.before = before;
    }

    static Staging beside(Path folder) throws IOException {
        Path parent = Files.createDirectories(folder.toAbsolutePath().normalize().getParent());
        Path marker = folder.resolve(MARKER);
        Set<String> before = Files.isRegularFile(marker) ? new HashSet<>(Files.readAllLines(marker)) : Set.of();
        return new Staging(folder, Files.createTempDirectory(parent, BESIDE), before);
    }

    /** Whether a build into the folder writes there, before or after it is known to be right. Both are absolute. */
    static boolean writes(Path folder, Path path) {
        Path parent = folder.getParent();
        boolean staged = path.startsWith(parent) && path.getNameCount() > parent.getNameCount()
                && path.getName(parent.getNameCount()).toString().startsWith(BESIDE);
        return staged || path.startsWith(folder);
    }

    /** Whether nothing stands in the folder that is not ours. */
    boolean isOurs() throws IOException {
        return !before.isEmpty() || isEmpty();
    }

    private boolean isEmpty() throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    boolean has(String path) {
        return before.contains(path);
    }

    /** A file of the site; it is laid beside the folder only if it differs from what stands there. */
    void put(String path, byte[] bytes) throws IOException {
        boolean leaves = path.startsWith("/") || path.contains("\\") || Arrays.asList(path.split("/")).contains("..");
        if (leaves || !all.add(path)) {
            throw new IllegalStateException(leaves ? "the path '" + path + "' leaves the site" : "two files are named '" + path + "'");
        }
        if (before.contains(path) && same(folder.resolve(path), bytes)) {
            return;
        }
        Path file = staged.resolve(path);
        if (!made.contains(file.getParent())) {
            Files.createDirectories(file.getParent());
            made.add(file.getParent());
        }
        Files.write(file, bytes);
        changed.add(path);
    }

    /** Files that stay as they are in the folder. */
    void keep(Collection<String> paths) {
        all.addAll(paths);
    }

    /** Moves everything in, and removes what the last build wrote and this one does not. */
    Published moveIn() throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(staged);
            mark(staged, all);
            Files.move(staged, folder);
            return new Published(pages(), changed.size(), 0, 0, List.of());
        }
        boolean others = !all.equals(before);
        if (others) {
            // Written first: whatever happens from here on, the folder is known to be ours.
            Set<String> either = new HashSet<>(before);
            either.addAll(all);
            Files.write(folder.resolve(MARKER), either);
        }
        for (String path : new TreeSet<>(changed)) {
            move(staged.resolve(path), folder.resolve(path));
        }
        int removed = others ? remove() : 0;
        if (others) {
            mark(folder, all);
        }
        return new Published(pages(), changed.size(), all.size() - changed.size(), removed, List.of());
    }

    private static void mark(Path folder, Set<String> paths) throws IOException {
        String[] sorted = paths.toArray(String[]::new);
        Arrays.sort(sorted);
        Files.write(folder.resolve(MARKER), List.of(sorted));
    }

    private int pages() {
        return (int) all.stream().filter(path -> path.endsWith(".html")).count();
    }

    private static boolean same(Path file, byte[] bytes) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private int remove() throws IOException {
        int removed = 0;
        Path root = folder.normalize();
        for (String path : before) {
            Path file = folder.resolve(path).normalize();
            if (!all.contains(path) && !path.isEmpty() && file.startsWith(root) && Files.deleteIfExists(file)) {
                removed++;
                prune(file.getParent(), root);
            }
        }
        return removed;
    }

    private static void prune(Path folder, Path root) throws IOException {
        for (Path at = folder; at != null && !at.equals(root) && at.startsWith(root); at = at.getParent()) {
            try {
                Files.delete(at);
            } catch (DirectoryNotEmptyException | NoSuchFileException e) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (!Files.exists(beside)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(beside)) {
            inside = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.deleteIfExists(path);
        }
    }
}
