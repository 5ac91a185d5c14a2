package quorate.review;

import java.util.List;
import quorate.model.Evidence;
import quorate.model.Missing;

/**
 * Whether a named property holds for the subject of a decision.
 *
 * @param missing facts that would decide when the answer is unknown
 */
public record Trait(String id, Answer answer, List<Evidence> because, List<Missing> missing) {

    /** Yes, no, or not known. */
    public enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    public Trait {
        because = List.copyOf(because);
        missing = List.copyOf(missing);
    }
}
