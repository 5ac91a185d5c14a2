package quorate.site;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import quorate.export.ChaosExperiment;
import quorate.review.Review;
import quorate.review.Sensitivity;

/**
 * A project that gets pages.
 *
 * @param detail how much of it is shown; in brief no page has what single facts decide, earlier revisions, drafts or exports
 * @param sensitivity what single facts decide in it
 * @param state the newest one that changed the project; {@link State#UNKNOWN} for that of the site
 * @param folder of the project in the repository of the site, with forward slashes; empty when it lies elsewhere
 * @param evolution its earlier revisions, as far as they are known
 * @param experiments drafts, by the id of their failure
 * @param exports files that are published beside the pages, by name
 */
public record Project(
        Review review,
        Detail detail,
        Sensitivity sensitivity,
        State state,
        String folder,
        Evolution evolution,
        Map<String, ChaosExperiment.Draft> experiments,
        Map<String, byte[]> exports) {

    public Project {
        experiments = Map.copyOf(experiments);
        exports = Collections.unmodifiableMap(new TreeMap<>(exports));
    }

    /** A project of which nobody asked what single facts decide, nor drafts of experiments. */
    public Project(Review review, String folder, Evolution evolution, Map<String, byte[]> exports) {
        this(review, Detail.FULL, Sensitivity.NONE, State.UNKNOWN, folder, evolution, Map.of(), exports);
    }

    /** A project that is shown in brief. */
    public static Project brief(Review review, State state, String folder) {
        return new Project(review, Detail.BRIEF, Sensitivity.NONE, state, folder, Evolution.NONE, Map.of(), Map.of());
    }

    public static Project of(Review review) {
        return new Project(review, "", Evolution.NONE, Map.of());
    }
}
