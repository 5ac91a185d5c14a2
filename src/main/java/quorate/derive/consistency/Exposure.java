package quorate.derive.consistency;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Evidence;
import quorate.model.Missing;

/**
 * Whether an anomaly may be seen in a data domain.
 *
 * @param anomaly its id in the catalog
 * @param ways by which it may be seen; all that were looked at where it is ruled out
 * @param unwanted what readers need and would lose by it, in words; empty where nothing that is stated forbids it
 * @param example what happens, in the names of the system
 * @param why the derivation
 * @param deciding facts without which it is unknown: it is possible unless they rule it out
 */
public record Exposure(
        String anomaly,
        Answer answer,
        List<String> ways,
        List<String> unwanted,
        String example,
        Evidence why,
        Set<Missing> deciding) {

    /** The answers, the best first. */
    public enum Answer {
        RULED_OUT("ruled out"),
        UNKNOWN("unknown"),
        POSSIBLE("possible");

        private final String word;

        Answer(String word) {
            this.word = word;
        }

        /** As in the published schema. */
        public String word() {
            return word;
        }
    }

    public Exposure {
        ways = List.copyOf(ways);
        unwanted = List.copyOf(unwanted);
        deciding = Collections.unmodifiableSet(new TreeSet<>(deciding));
    }
}
