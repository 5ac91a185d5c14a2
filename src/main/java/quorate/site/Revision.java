package quorate.site;

import java.util.Map;
import java.util.Optional;

/**
 * What the site was generated from. All is handed in; nothing is asked of the machine.
 *
 * @param version of Quorate
 * @param state of the repository
 * @param folder of the site from the root of the repository; empty for the root itself
 * @param changed day on which each file of the repository was last changed, by its path from the root
 */
public record Revision(String version, State state, String folder, Map<String, String> changed) {

    public Revision {
        changed = Map.copyOf(changed);
    }

    /** One of which no history is known. */
    public Revision(String version, String commit, String date) {
        this(version, new State(commit, date), "", Map.of());
    }

    /** The same of another state; that of the site where it is not known. */
    Revision at(State other) {
        return other.equals(State.UNKNOWN) ? this : new Revision(version, other, folder, changed);
    }

    /** The same of no state in particular. */
    Revision ofNone() {
        return new Revision(version, State.UNKNOWN, folder, changed);
    }

    /** The path in the repository of a file that is named from its root or from the site's folder, if it is in it. */
    Optional<String> tracked(String file) {
        String below = folder.isEmpty() ? file : folder + "/" + file;
        return changed.containsKey(below) ? Optional.of(below) : changed.containsKey(file) ? Optional.of(file) : Optional.empty();
    }
}
