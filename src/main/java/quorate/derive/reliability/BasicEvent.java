package quorate.derive.reliability;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Missing;
import quorate.model.Subject;

/**
 * A permanent loss: it lasts until somebody repairs it.
 *
 * @param id stable and unique in a project: {@code instance/orders-db/2}
 * @param subject what is lost, or whose instance
 * @param instance which instance of the subject, from 1; 0 for the whole
 * @param title the event in words
 * @param probability of being lost at any one time, so 1 - availability; for a link it is 0, since the vocabulary knows no
 *     availability of a link
 * @param missing the facts without which the probability is not known
 */
public record BasicEvent(
        String id, Loss loss, Subject subject, int instance, String title, Bounds probability, Set<Missing> missing) {

    public BasicEvent {
        missing = Collections.unmodifiableSet(new TreeSet<>(missing));
    }

    /** What kind of loss it is. The order is that of the variables in a decision diagram: what is shared comes first. */
    public enum Loss {
        FAULT_DOMAIN("fault domain"),
        LINK("link"),
        EXTERNAL("external"),
        INSTANCE("instance");

        private final String word;

        Loss(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public boolean isLink() {
        return loss == Loss.LINK;
    }

    /** Whether its probability is stated; that of a link is not asked for. */
    public boolean isStated() {
        return missing.isEmpty();
    }
}
