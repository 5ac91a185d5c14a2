package quorate.derive.consistency;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Evidence;
import quorate.model.Missing;

/**
 * What readers get held against one thing that they need, by the partial order of the models.
 *
 * @param guarded whether the way is known not to give it by itself, so that only a guard that is not stated could
 * @param deciding facts without which it is unknown
 */
public record Verdict(Requirement requirement, Answer answer, boolean guarded, Evidence why, Set<Missing> deciding) {

    /** The answers, the best first. */
    public enum Answer {
        HOLDS("holds"),
        UNKNOWN("unknown"),
        VIOLATED("violated");

        private final String word;

        Answer(String word) {
            this.word = word;
        }

        /** As in the published schema. */
        public String word() {
            return word;
        }
    }

    public Verdict {
        deciding = Collections.unmodifiableSet(new TreeSet<>(deciding));
    }
}
