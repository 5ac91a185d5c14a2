package quorate.site;

import java.util.Map;
import java.util.Optional;

/**
 * What the site was generated from. All is handed in; nothing is asked of the machine.
 *
 * @param version of Quorate
 * @param commit of the repository; empty when it is not known
 * @param date of that commit, or of {@code SOURCE_DATE_EPOCH}, as {@code 2026-03-31}; empty when it is not known
 * @param folder of the site from the root of the repository; empty for the root itself
 * @param changed day on which each file of the repository was last changed, by its path from the root
 */
public record Revision(String version, String commit, String date, String folder, Map<String, String> changed) {

    public Revision {
        changed = Map.copyOf(changed);
    }

    /** One of which no history is known. */
    public Revision(String version, String commit, String date) {
        this(version, commit, date, "", Map.of());
    }

    /** The path in the repository of a file that is named from its root or from the site's folder, if it is in it. */
    Optional<String> tracked(String file) {
        String below = folder.isEmpty() ? file : folder + "/" + file;
        return changed.containsKey(below) ? Optional.of(below) : changed.containsKey(file) ? Optional.of(file) : Optional.empty();
    }
}
