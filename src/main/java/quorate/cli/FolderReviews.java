package quorate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import quorate.export.Reviewed;
import quorate.history.Commit;
import quorate.model.Architecture;
import quorate.review.Review;
import quorate.review.Sensitivity;
import quorate.source.Extents;
import quorate.source.Problem;

/**
 * Reviews the folders of projects. What is wrong in any of them is told at once, each place named from where the command
 * runs.
 *
 * @param allowEmpty whether a folder with nothing to review is no error
 * @param besides what is to be worked out beside the findings
 */
record FolderReviews(Stages stages, boolean allowEmpty, Set<Besides> besides) {

    /** @param warnings receives what was not understood, and acceptances that do nothing */
    List<Reviewed> of(List<Path> folders, List<Problem> warnings) throws IOException {
        List<Reviewed> reviewed = new ArrayList<>();
        List<Problem> errors = new ArrayList<>();
        try (Progress progress = new Progress("checking", folders.size())) {
            for (Path folder : folders) {
                if (!Files.isDirectory(folder)) {
                    throw new Exit.InputError("no folder '" + folder + "'");
                }
                List<Problem> own = new ArrayList<>();
                try {
                    one(folder, own, reviewed);
                } catch (Exit.InputError e) {
                    if (e.problems().isEmpty()) {
                        throw e;
                    }
                    e.problems().forEach(problem -> errors.add(problem.in(shown(folder))));
                }
                own.forEach(problem -> warnings.add(problem.in(shown(folder))));
                progress.step();
            }
        }
        if (!errors.isEmpty()) {
            throw new Exit.InputError(errors.stream().distinct().toList());
        }
        return reviewed;
    }

    private void one(Path folder, List<Problem> warnings, List<Reviewed> reviewed) throws IOException {
        Architecture architecture = stages.read(ProjectFolder.idOf(folder), folder, warnings);
        if (!architecture.components().isEmpty()) {
            Review review = stages.review(architecture, besides.contains(Besides.SCENARIOS));
            warnings.addAll(review.idle());
            reviewed.add(new Reviewed(
                    review,
                    besides.contains(Besides.SENSITIVITY) ? stages.sensitivity(review) : Sensitivity.NONE,
                    besides.contains(Besides.EXTENTS) ? stages.extents(folder, review) : Extents.NONE,
                    inRepository(folder)));
        } else if (!allowEmpty) {
            throw new Exit.InputError("nothing to review in '" + folder + "': no architecture.yaml, and no file"
                    + " of a format that is read. 'quorate init' writes one; --allow-empty lets it pass.");
        }
    }

    /** The folder as it was given; empty for the one in which the command runs. */
    private static String shown(Path folder) {
        return folder.normalize().toString();
    }

    /** The project's folder as the repository names it, so that a code host finds the files; empty outside of one. */
    static String inRepository(Path folder) throws IOException {
        Path real = folder.toRealPath();
        return ProjectFolder.of(real).pathIn(Commit.at(real));
    }
}
