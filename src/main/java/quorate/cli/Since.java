package quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorate.export.Baseline;
import quorate.history.Versions;
import quorate.importer.AcceptanceFile;
import quorate.review.Review;
import quorate.source.Problem;

/**
 * What was wrong in an earlier revision.
 *
 * @param revision a branch, a tag or a commit
 */
record Since(String revision, Stages stages) {

    /** What was wrong in the folders as they were; a folder that was not there yet had nothing wrong. */
    Baseline baseline(List<Path> folders) throws IOException {
        List<Review> reviews = new ArrayList<>();
        for (Path folder : folders) {
            Optional<Versions> versions = Versions.of(folder.toRealPath());
            if (versions.isEmpty()) {
                throw new Exit.InputError("--since needs a git repository, and '" + folder + "' lies in none");
            }
            try (Versions open = versions.get()) {
                review(folder, open).ifPresent(reviews::add);
            } catch (Versions.NoSuchRevision e) {
                throw new Exit.InputError(e.getMessage() + "; a shallow clone lacks what was not fetched, 'git fetch' brings it");
            }
        }
        return Baseline.of(reviews);
    }

    private Optional<Review> review(Path folder, Versions versions) throws IOException {
        String path = FolderReviews.inRepository(folder);
        Optional<String> tree = versions.tree(revision, path);
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        String beside = path.contains("/") ? path.substring(0, path.lastIndexOf('/') + 1) : "";
        Optional<byte[]> acceptances =
                path.isEmpty() ? Optional.empty() : versions.file(revision, beside + AcceptanceFile.NAME);
        try {
            Optional<Review> review = new EarlierState(stages, versions).review(ProjectFolder.idOf(folder), tree.get(), acceptances);
            if (review.isEmpty()) {
                throw new Exit.InputError("the folder '" + folder + "' held too much at " + revision + " to be looked at");
            }
            return review;
        } catch (Exit.InputError e) {
            if (e.problems().isEmpty()) {
                throw e;
            }
            List<Problem> problems = e.problems().stream().map(p -> p.in(revision + ":" + path)).toList();
            throw new Exit.InputError(problems);
        }
    }
}
