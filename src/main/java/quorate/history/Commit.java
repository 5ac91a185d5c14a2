package quorate.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * The commit that is checked out.
 *
 * @param id its full hash
 * @param time when it was committed
 * @param root the work tree's root folder
 */
public record Commit(String id, Instant time, Path root) {

    /** The commit that the folder's repository has checked out; nothing when it lies in none, or in one without commits. */
    public static Optional<Commit> at(Path folder) {
        try (Repository repository = Repositories.of(folder).orElse(null)) {
            return repository == null ? Optional.empty() : checkedOut(repository);
        } catch (IOException e) {
            return Optional.empty(); // a damaged repository has no revision to show; the sources are read all the same
        }
    }

    private static Optional<Commit> checkedOut(Repository repository) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            ObjectId head = repository.resolve(Constants.HEAD);
            if (head == null || repository.isBare()) {
                return Optional.empty();
            }
            RevCommit commit = walk.parseCommit(head);
            Instant time = Instant.ofEpochSecond(commit.getCommitTime());
            return Optional.of(new Commit(commit.name(), time, repository.getWorkTree().toPath()));
        }
    }
}
