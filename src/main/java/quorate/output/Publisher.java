package quorate.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import quorate.site.Site;
import quorate.site.page.Page;
import quorate.source.Location;
import quorate.source.Problem;

/**
 * Writes a site into a folder. Everything is rendered and checked first; only then are the files that changed written
 * beside the folder and moved in one by one, and files of the last build that are no longer made are removed. A folder
 * that holds something else is left alone.
 */
public final class Publisher {

    /** Lists what the last build wrote; without it a folder that is not empty is not ours. */
    static final String MARKER = ".quorate-site";

    private final Templates templates;

    public Publisher(Templates templates) {
        this.templates = templates;
    }

    /** Publishes the site; when it reports problems, the folder is as it was. */
    public Published publish(Site site, Path folder) throws IOException {
        Map<String, byte[]> files = files(site);
        List<Problem> problems = LinkCheck.check(files, site.basePath());
        if (!problems.isEmpty()) {
            return Published.refused(problems);
        }
        if (!isOurs(folder)) {
            return Published.refused(List.of(Problem.error(
                    Location.of(folder.getFileName() == null ? "." : folder.getFileName().toString()),
                    "the folder is not empty and holds no site of Quorate",
                    "Choose an empty folder, or delete what is in it; nothing was written.")));
        }
        return write(files, folder);
    }

    /** All files of the site as they would be written, by path. */
    public Map<String, byte[]> files(Site site) {
        Map<String, byte[]> files = new ConcurrentSkipListMap<>();
        TermLinks terms = new TermLinks(site.terms());
        site.pages().parallelStream().forEach(page -> render(page, site, terms, files));
        site.files().forEach((path, bytes) -> put(files, path, bytes));
        return new TreeMap<>(files);
    }

    private void render(Page page, Site site, TermLinks terms, Map<String, byte[]> files) {
        String html = terms.link(templates.render(page, site.shell()), page.frame(), site.shell());
        put(files, page.frame().path(), html.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(Map<String, byte[]> files, String path, byte[] bytes) {
        boolean leaves = path.startsWith("/") || path.contains("\\") || Arrays.asList(path.split("/")).contains("..");
        if (leaves || files.put(path, bytes) != null) {
            throw new IllegalStateException(leaves ? "the path '" + path + "' leaves the site" : "two files are named '" + path + "'");
        }
    }

    private static boolean isOurs(Path folder) throws IOException {
        if (!Files.exists(folder) || Files.isRegularFile(folder.resolve(MARKER))) {
            return true;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private static Published write(Map<String, byte[]> files, Path folder) throws IOException {
        Set<String> before = marked(folder);
        Path staging = Files.createTempDirectory(existing(folder.toAbsolutePath().getParent()), ".quorate-staging");
        try {
            Set<String> changed = new TreeSet<>();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                if (!same(folder.resolve(file.getKey()), file.getValue())) {
                    Path staged = staging.resolve(file.getKey());
                    Files.createDirectories(staged.getParent());
                    Files.write(staged, file.getValue());
                    changed.add(file.getKey());
                }
            }
            Files.createDirectories(folder);
            // Written first: whatever happens from here on, the folder is known to be ours.
            Set<String> all = new TreeSet<>(before);
            all.addAll(files.keySet());
            Files.writeString(folder.resolve(MARKER), String.join("\n", all) + "\n");
            for (String path : changed) {
                move(staging.resolve(path), folder.resolve(path));
            }
            int removed = remove(before, files.keySet(), folder);
            Files.writeString(folder.resolve(MARKER), String.join("\n", files.keySet()) + "\n");
            return new Published(changed.size(), files.size() - changed.size(), removed, List.of());
        } finally {
            delete(staging);
        }
    }

    private static Path existing(Path parent) throws IOException {
        return Files.createDirectories(parent);
    }

    private static Set<String> marked(Path folder) throws IOException {
        Path marker = folder.resolve(MARKER);
        return Files.isRegularFile(marker) ? new TreeSet<>(Files.readAllLines(marker)) : Set.of();
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

    /** Removes what the last build wrote and this one does not, and the folders that are empty then. */
    private static int remove(Set<String> before, Set<String> now, Path folder) throws IOException {
        int removed = 0;
        for (String path : before) {
            Path file = folder.resolve(path).normalize();
            if (!now.contains(path) && !path.isEmpty() && file.startsWith(folder.normalize()) && Files.deleteIfExists(file)) {
                removed++;
                prune(file.getParent(), folder.normalize());
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

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
