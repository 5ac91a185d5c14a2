package quorate.site;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quorate.review.Review;
import quorate.review.Sensitivity;

/**
 * A project that gets pages.
 *
 * @param sensitivity what single facts decide in it
 * @param folder of the project in the repository of the site, with forward slashes; empty when it lies elsewhere
 * @param history earlier changes, newest first; without any there is no page "Evolution"
 * @param exports files that are published beside the pages, by name
 */
public record Project(
        Review review, Sensitivity sensitivity, String folder, List<Moment> history, Map<String, byte[]> exports) {

    public Project {
        history = List.copyOf(history);
        exports = java.util.Collections.unmodifiableMap(new TreeMap<>(exports));
    }

    /** A project of which nobody asked what single facts decide. */
    public Project(Review review, String folder, List<Moment> history, Map<String, byte[]> exports) {
        this(review, Sensitivity.NONE, folder, history, exports);
    }

    public static Project of(Review review) {
        return new Project(review, "", List.of(), Map.of());
    }
}
