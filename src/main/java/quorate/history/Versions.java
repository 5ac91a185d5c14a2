package quorate.history;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The earlier states of folders of a repository, back from what is checked out. The repository is read, never
 * changed, and nothing of it is run.
 */
public final class Versions implements Closeable {

    /** Commits looked at, so that the history of decades costs no more than that of a year. */
    static final int COMMITS = 1_000;

    /** The same for all folders together. */
    private static final int LOOKS = 20_000;

    /** Files and bytes of one state; a folder with more is no folder of architecture files. */
    private static final int FILES = 500;
    private static final long BYTES = 20_000_000;

    private final Repository repository;

    private Versions(Repository repository) {
        this.repository = repository;
    }

    /**
     * A state of a folder.
     *
     * @param commit the commit that brought it
     * @param message first line of that commit's message
     * @param tree identifies the folder's content
     */
    public record Version(String commit, Instant time, String message, String tree) {}

    /**
     * The states of a folder.
     *
     * @param versions newest first
     * @param end why there are no earlier ones among them
     */
    public record Line(List<Version> versions, End end) {
        public Line {
            versions = List.copyOf(versions);
        }
    }

    /** Where a line of states ends. */
    public enum End {
        /** The folder begins there. */
        BEGINNING,
        /** The clone holds no earlier commits; who brought the oldest state is not known. */
        SHALLOW,
        /** There may be earlier ones, which were not asked for. */
        BOUND
    }

    /** The versions of the repository in which the folder lies; nothing when it lies in none. */
    public static Optional<Versions> of(Path folder) {
        try {
            return Repositories.of(folder).map(Versions::new);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The newest states of each folder. As git log does, a merge is followed to the side whose state it took.
     *
     * @param folders relative to the root of the repository; empty for the root itself
     * @param most states of one folder
     */
    public Map<String, Line> lines(List<String> folders, int most) {
        Map<String, Line> lines = new LinkedHashMap<>();
        int commits = Math.min(COMMITS, LOOKS / Math.max(1, folders.size()));
        try (RevWalk walk = new RevWalk(repository)) {
            for (String folder : folders) {
                lines.put(folder, line(walk, folder, most, commits));
            }
        }
        return lines;
    }

    private Line line(RevWalk walk, String folder, int most, int commits) {
        List<Version> versions = new ArrayList<>();
        try {
            Set<ObjectId> shallow = repository.getObjectDatabase().getShallowCommits();
            ObjectId head = repository.resolve(Constants.HEAD);
            RevCommit at = head == null ? null : walk.parseCommit(head);
            Optional<String> tree = at == null ? Optional.empty() : tree(at, folder);
            for (int i = 0; tree.isPresent(); i++) {
                if (i == commits || versions.size() == most) {
                    return new Line(versions, End.BOUND);
                }
                if (shallow.contains(at.getId())) {
                    versions.add(version(at, tree.get()));
                    return new Line(versions, End.SHALLOW);
                }
                RevCommit before = before(walk, at, folder, tree);
                Optional<String> earlier = before == null ? Optional.empty() : tree(before, folder);
                if (!earlier.equals(tree)) {
                    versions.add(version(at, tree.get()));
                }
                at = before;
                tree = earlier;
            }
            return new Line(versions, End.BEGINNING);
        } catch (IOException e) {
            return new Line(versions, End.SHALLOW); // what a damaged or partial clone does not hold is not known
        }
    }

    /** The parent with the same state, else the first that has any, else none. */
    private RevCommit before(RevWalk walk, RevCommit commit, String folder, Optional<String> tree) throws IOException {
        RevCommit any = null;
        for (RevCommit parent : commit.getParents()) {
            RevCommit parsed = walk.parseCommit(parent);
            Optional<String> had = tree(parsed, folder);
            if (had.equals(tree)) {
                return parsed;
            }
            any = any == null && had.isPresent() ? parsed : any;
        }
        return any;
    }

    private static Version version(RevCommit commit, String tree) {
        return new Version(commit.name(), Instant.ofEpochSecond(commit.getCommitTime()), commit.getShortMessage(), tree);
    }

    private Optional<String> tree(RevCommit commit, String folder) throws IOException {
        if (folder.isEmpty()) {
            return Optional.of(commit.getTree().name());
        }
        try (TreeWalk walk = TreeWalk.forPath(repository, folder, commit.getTree())) {
            return walk == null || !walk.isSubtree() ? Optional.empty() : Optional.of(walk.getObjectId(0).name());
        }
    }

    /**
     * The tree of a folder in a revision; nothing when the folder is not there yet.
     *
     * @param revision a branch, a tag or a commit, in any form that git knows
     * @throws NoSuchRevision when the repository does not have it
     */
    public Optional<String> tree(String revision, String folder) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return tree(commit(walk, revision), folder);
        }
    }

    /** The content of a file in a revision; nothing when there is no such file. */
    public Optional<byte[]> file(String revision, String path) throws IOException {
        try (RevWalk walk = new RevWalk(repository);
                TreeWalk found = TreeWalk.forPath(repository, path, commit(walk, revision).getTree())) {
            boolean regular = found != null && FileMode.REGULAR_FILE.equals(found.getFileMode(0));
            return regular ? Optional.of(repository.open(found.getObjectId(0), Constants.OBJ_BLOB).getBytes()) : Optional.empty();
        }
    }

    private RevCommit commit(RevWalk walk, String revision) throws IOException {
        try {
            ObjectId id = repository.resolve(revision + "^{commit}");
            if (id == null) {
                throw new NoSuchRevision(revision);
            }
            return walk.parseCommit(id);
        } catch (RevisionSyntaxException | AmbiguousObjectException | MissingObjectException e) {
            throw new NoSuchRevision(revision);
        }
    }

    /** A revision that the repository does not have, or not whole. */
    public static final class NoSuchRevision extends IOException {
        NoSuchRevision(String revision) {
            super("no revision '" + revision + "' in this repository");
        }
    }

    /**
     * Writes the regular files of a state below an empty folder; links and submodules are left out.
     *
     * @return whether the state could be written whole within the bounds
     */
    public boolean write(String tree, Path target) throws IOException {
        long bytes = 0;
        int files = 0;
        Path root = target.toAbsolutePath().normalize();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(ObjectId.fromString(tree));
            walk.setRecursive(true);
            while (walk.next()) {
                FileMode mode = walk.getFileMode(0);
                Path file = root.resolve(walk.getPathString()).normalize();
                if (!FileMode.REGULAR_FILE.equals(mode) && !FileMode.EXECUTABLE_FILE.equals(mode) || !file.startsWith(root)) {
                    continue;
                }
                ObjectLoader content = repository.open(walk.getObjectId(0), Constants.OBJ_BLOB);
                bytes += content.getSize();
                if (++files > FILES || bytes > BYTES) {
                    return false;
                }
                Files.createDirectories(file.getParent());
                Files.write(file, content.getBytes());
            }
            return true;
        } catch (MissingObjectException e) {
            return false; // a partial clone
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
