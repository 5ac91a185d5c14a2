package quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorate.export.ChaosExperiment;
import quorate.export.Reviewed;
import quorate.history.Commit;
import quorate.history.LastChanges;
import quorate.model.Kind;
import quorate.output.Publication;
import quorate.review.Review;
import quorate.review.Sensitivity;
import quorate.site.Brief;
import quorate.site.Detail;
import quorate.site.Evolution;
import quorate.site.Project;
import quorate.site.ProjectPart;
import quorate.site.SiteBuilder;
import quorate.site.State;
import quorate.source.Location;
import quorate.source.Problem;

/**
 * From the folder of a project to its pages: read, reviewed, rendered, and let go of. What did not change since the last
 * build is left as it is. Safe for several threads.
 */
final class ProjectBuild {

    private final Path source;
    private final Stages stages;
    private final Details details;
    private final Optional<Commit> commit;
    private final LastChanges changes;
    private final Optional<PastReviews> past;
    private final SiteBuilder builder;
    private final Publication publication;
    private final KeptParts kept;
    private final List<Problem> warnings = Collections.synchronizedList(new ArrayList<>());
    private final List<Problem> errors = Collections.synchronizedList(new ArrayList<>());

    /** @param source folder from which places are told */
    ProjectBuild(
            Path source,
            Stages stages,
            Details details,
            Optional<Commit> commit,
            LastChanges changes,
            Optional<PastReviews> past,
            SiteBuilder builder,
            Publication publication,
            KeptParts kept) {
        this.source = source;
        this.stages = stages;
        this.details = details;
        this.commit = commit;
        this.changes = changes;
        this.past = past;
        this.builder = builder;
        this.publication = publication;
        this.kept = kept;
    }

    /** What was not understood, in all projects so far. */
    List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    /** Why projects could not be built. */
    List<Problem> errors() {
        return List.copyOf(errors);
    }

    /** What the rest of the site says of the project as the last build left it; nothing if it is to be built. */
    Optional<Brief> kept(ProjectFolder folder) {
        try {
            Optional<KeptParts.Project> same = kept.find(folder, details.of(folder), state(folder));
            if (same.isPresent()) {
                KeptParts.Kept files = same.get().files();
                publication.keep(files.paths(), files.lost(), same.get().brief().addresses().values());
                warnings.addAll(same.get().warnings());
            }
            return same.map(KeptParts.Project::brief);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What the rest of the site says of the project, built anew; nothing if it has errors. */
    Optional<Brief> of(ProjectFolder folder) {
        try {
            State state = state(folder);
            List<Problem> own = new ArrayList<>();
            Project project = project(folder, state, own);
            ProjectPart made = builder.project(project);
            publication.add(made);
            warnings.addAll(own);
            boolean dated = !project.review().input().linked().architecture().all(Kind.ACCEPTANCE).isEmpty();
            kept.remember(folder, made, own, dated);
            return Optional.of(made.brief());
        } catch (Exit.InputError e) {
            e.problems().forEach(problem -> errors.add(folder.placed(problem, source)));
        } catch (IOException e) {
            errors.add(Problem.error(Location.of(folder.id()), "the folder cannot be read: " + e.getMessage(), ""));
        }
        return Optional.empty();
    }

    /** The newest state of the repository in which the project, or what is accepted in it, changed; unknown where that is not known. */
    private State state(ProjectFolder folder) throws IOException {
        Optional<LastChanges.Change> own = Optional.ofNullable(changes.folders().get(folder.pathIn(commit)));
        Optional<LastChanges.Change> newest = own;
        Optional<Path> acceptances = stages.acceptanceFile(folder.path());
        if (acceptances.isPresent()) {
            String file = ProjectFolder.of(acceptances.get()).pathIn(commit);
            Optional<LastChanges.Change> other = Optional.ofNullable(changes.files().get(file));
            newest = own.flatMap(change -> other.map(change::later));
        }
        return newest.map(change -> new State(change.commit(), Clock.day(Clock.epoch().orElse(change.time())).toString()))
                .orElse(State.UNKNOWN);
    }

    private Project project(ProjectFolder folder, State state, List<Problem> own) throws IOException {
        String path = folder.pathIn(commit);
        List<Problem> read = new ArrayList<>();
        Review review = stages.review(stages.read(folder.id(), folder.path(), read));
        read.addAll(review.idle());
        read.forEach(problem -> own.add(folder.placed(problem, source)));
        if (details.of(folder) == Detail.BRIEF) {
            return Project.brief(review, state, path);
        }
        Sensitivity sensitivity = stages.sensitivity(review);
        Evolution evolution = past.isPresent() ? past.get().of(folder.id(), path, review) : Evolution.NONE;
        Reviewed reviewed = new Reviewed(review, sensitivity, stages.extents(folder.path(), review), path);
        Map<String, ChaosExperiment.Draft> experiments = ChaosExperiment.all(review);
        Map<String, byte[]> exports = ProjectExports.of(reviewed, experiments);
        return new Project(review, Detail.FULL, sensitivity, state, path, evolution, experiments, exports);
    }
}
