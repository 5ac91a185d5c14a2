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

/** When each file of a repository was last changed. The repository is read, never changed. */
public final class LastChanges {

    private LastChanges() {}

    /**
     * The time of the newest commit that changed each file, by its path from the root of the repository. A merge changed what
     * differs from all that it merged. Files that are gone are in it too. Files that only older commits than the newest
     * {@value Versions#COMMITS} changed are not in it, nor those of which the clone does not hold the commit; nothing when the
     * folder lies in no repository.
     */
    public static Map<String, Instant> of(Path folder) {
        Map<String, Instant> changes = new HashMap<>();
        try (Repository repository = Repositories.of(folder).orElse(null)) {
            if (repository != null) {
                note(repository, changes);
            }
        } catch (IOException e) {
            return changes; // what a damaged or partial clone does not hold is not known
        }
        return changes;
    }

    private static void note(Repository repository, Map<String, Instant> changes) throws IOException {
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

    private static void note(Repository repository, RevWalk walk, RevCommit commit, Map<String, Instant> changes) throws IOException {
        Instant time = Instant.ofEpochSecond(commit.getCommitTime());
        try (TreeWalk trees = new TreeWalk(repository)) {
            for (RevCommit parent : commit.getParents()) {
                trees.addTree(walk.parseCommit(parent).getTree());
            }
            int own = trees.addTree(commit.getTree());
            trees.setRecursive(true);
            trees.setFilter(own == 0 ? TreeFilter.ALL : TreeFilter.ANY_DIFF);
            while (trees.next()) {
                if (trees.getRawMode(own) != 0 && differsFromAll(trees, own)) {
                    changes.merge(trees.getPathString(), time, (newer, older) -> newer.isBefore(older) ? older : newer);
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
