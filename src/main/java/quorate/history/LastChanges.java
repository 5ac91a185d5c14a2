package quorate.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * The newest commit that changed each file or folder of a repository, by its path from the root, which is itself empty. A merge changed
 * what differs from all that it merged. What is gone is in it too. What only older commits than the newest {@value Versions#COMMITS}
 * changed is not in it, nor that of which the clone does not hold the commit. The repository is read, never changed.
 */
public record LastChanges(Map<String, Change> files, Map<String, Change> folders) {

    /** Of what lies in no repository. */
    public static final LastChanges NONE = new LastChanges(Map.of(), Map.of());

    /**
     * A commit.
     *
     * @param time when it was committed
     */
    public record Change(String commit, Instant time) {

        /** The later one; the other where both are of the same second. */
        public Change later(Change other) {
            return other.time().isBefore(time) ? this : other;
        }
    }

    public LastChanges {
        files = Map.copyOf(files);
        folders = Map.copyOf(folders);
    }

    private static LastChanges of(Map<String, Change> files) {
        Map<String, Change> folders = new HashMap<>();
        files.forEach((file, change) -> {
            for (int end = file.lastIndexOf('/'); end >= 0; end = file.lastIndexOf('/', end - 1)) {
                folders.merge(file.substring(0, end), change, Change::later);
            }
            folders.merge("", change, Change::later);
        });
        return new LastChanges(files, folders);
    }

    /** Those of the repository in which the folder lies. */
    public static LastChanges of(Path folder) {
        Map<String, Change> changes = new HashMap<>();
        try (Repository repository = Repositories.of(folder).orElse(null)) {
            if (repository != null) {
                note(repository, changes);
            }
        } catch (IOException e) {
            return of(changes); // what a damaged or partial clone does not hold is not known
        }
        return of(changes);
    }

    private static void note(Repository repository, Map<String, Change> changes) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            ObjectId head = repository.resolve(Constants.HEAD);
            if (head == null) {
                return;
            }
            walk.markStart(walk.parseCommit(head));
            RevCommit commit = walk.next();
            for (int i = 0; commit != null && i < Versions.COMMITS; i++) {
                if (!repository.getObjectDatabase().getShallowCommits().contains(commit.getId())) {
                    note(repository, walk, commit, changes);
                }
                commit = walk.next();
            }
        }
    }

    private static void note(Repository repository, RevWalk walk, RevCommit commit, Map<String, Change> changes) throws IOException {
        Change change = new Change(commit.name(), Instant.ofEpochSecond(commit.getCommitTime()));
        try (TreeWalk trees = new TreeWalk(repository)) {
            for (RevCommit parent : commit.getParents()) {
                trees.addTree(walk.parseCommit(parent).getTree());
            }
            int own = trees.addTree(commit.getTree());
            trees.setRecursive(true);
            trees.setFilter(own == 0 ? TreeFilter.ALL : TreeFilter.ANY_DIFF);
            while (trees.next()) {
                if (trees.getRawMode(own) != 0 && differsFromAll(trees, own)) {
                    changes.merge(trees.getPathString(), change, (newer, older) -> older.later(newer));
                }
            }
        }
    }

    private static boolean differsFromAll(TreeWalk trees, int own) {
        for (int parent = 0; parent < own; parent++) {
            if (trees.idEqual(parent, own)) {
                return false;
            }
        }
        return true;
    }
}
