package quorate.derive.agreement;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Evidence;
import quorate.model.Missing;

/**
 * One computed figure.
 *
 * @param name what it is of; the same for all subjects of a section
 * @param value the figure with its unit, or the formula with what is known put in where an input is not known
 * @param tone whether it is good or bad
 * @param why the formula with its numbers, and the facts that they come from
 * @param missing inputs that are not stated
 */
public record Figure(String name, String value, Tone tone, Evidence why, Set<Missing> missing) {

    /** How a figure is to be read. */
    public enum Tone {
        PLAIN("computed"),
        GOOD("holds"),
        BAD("violated"),
        OPEN("unknown");

        private final String word;

        Tone(String word) {
            this.word = word;
        }

        /** As in the published schema. */
        public String word() {
            return word;
        }
    }

    public Figure {
        missing = Collections.unmodifiableSet(new TreeSet<>(missing));
    }
}
