package quorate.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import quorate.output.LinkCheck.Found;
import quorate.site.Part;
import quorate.site.ProjectPart;
import quorate.site.page.Page;
import quorate.source.Location;
import quorate.source.Problem;

/**
 * A site on its way into a folder. Each part is rendered, checked and laid beside the folder as it comes; only when all of
 * it is right are the files that changed moved in, and files of the last build that are no longer made removed. A folder that
 * holds something else is left alone. Parts may be added by several threads.
 */
public final class Publication implements AutoCloseable {

    private final Publisher.Rendering rendering;
    private final LinkCheck check;
    private final Staging staging;
    private final Path folder;

    Publication(Publisher.Rendering rendering, LinkCheck check, Path folder) throws IOException {
        this.rendering = rendering;
        this.check = check;
        this.folder = folder;
        this.staging = Staging.beside(folder);
    }

    /**
     * Whether publishing into a folder writes to a path, so that a change there is nobody's edit.
     *
     * @param folder absolute, as the path is
     */
    public static boolean writes(Path folder, Path path) {
        return Staging.writes(folder, path);
    }

    /** Adds a part that other parts may link to anywhere. */
    public void add(Part part) throws IOException {
        Collection<Found> pages = stage(part);
        Set<String> places = new TreeSet<>();
        pages.forEach(page -> page.ids().forEach(id -> places.add(page.path() + "#" + id)));
        check.add(paths(part), pages, places);
    }

    /** Adds a project, to which other parts link at the addresses of its brief. */
    public void add(ProjectPart project) throws IOException {
        check.add(paths(project.part()), stage(project.part()), project.brief().addresses().values());
    }

    /**
     * Leaves a part as an earlier build made it.
     *
     * @param paths of all its files
     * @param lost those of them that no longer stand in the folder as they were made, by path
     * @param places in it that other parts may link to
     */
    public void keep(Collection<String> paths, Map<String, byte[]> lost, Collection<String> places) throws IOException {
        for (Map.Entry<String, byte[]> file : lost.entrySet()) {
            staging.put(file.getKey(), file.getValue());
        }
        staging.keep(paths);
        check.keep(paths, places);
    }

    /** Whether the last build wrote the file, as far as it noted. */
    public boolean has(String path) {
        return staging.has(path);
    }

    /** All files of a part, by their path. */
    public static Set<String> paths(Part part) {
        Set<String> paths = new TreeSet<>(part.files().keySet());
        int expected = paths.size();
        for (Page page : part.pages()) {
            paths.add(page.frame().path());
            expected++;
            if (!page.frame().twin().isEmpty()) {
                paths.add(page.frame().twinPath());
                expected++;
            }
        }
        if (paths.size() != expected) {
            throw new IllegalStateException("two files of a part have one name");
        }
        return paths;
    }

    private Collection<Found> stage(Part part) throws IOException {
        ConcurrentLinkedQueue<Found> found = new ConcurrentLinkedQueue<>();
        try {
            part.pages().parallelStream().forEach(page -> found.add(stage(page)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Map.Entry<String, byte[]> file : part.files().entrySet()) {
            staging.put(file.getKey(), file.getValue());
        }
        return found;
    }

    private Found stage(Page page) {
        String html = rendering.html(page, this::put);
        return LinkCheck.read(page.frame().path(), html);
    }

    private void put(String path, String text) {
        try {
            staging.put(path, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the site into its folder; when it reports problems, the folder is as it was. */
    public Published finish() throws IOException {
        List<Problem> problems = check.problems();
        if (!problems.isEmpty()) {
            return Published.refused(problems);
        }
        if (!staging.isOurs()) {
            return Published.refused(List.of(Problem.error(
                    Location.of(folder.getFileName() == null ? "." : folder.getFileName().toString()),
                    "the folder is not empty and holds no site of Quorate",
                    "Choose an empty folder, or delete what is in it; nothing was written.")));
        }
        return staging.moveIn();
    }

    /** Removes what was laid beside the folder. */
    @Override
    public void close() throws IOException {
        staging.close();
    }
}
