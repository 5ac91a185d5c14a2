package quorate.derive.load;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.call.Factor;
import quorate.model.Evidence;
import quorate.model.Missing;
import quorate.model.Subject;

/**
 * A loop in which overload makes more load.
 *
 * @param at where it is closed: what is overloaded
 * @param trigger what starts it, in words
 * @param sustains how it goes on, in words
 * @param factors what is multiplied
 * @param gain units of load that one unit becomes in one turn; above one it keeps itself up
 * @param certain whether the gain is certainly above one and nothing that is stated cuts it
 * @param cut what is stated that cuts it
 * @param cutBy what would cut it, and where
 * @param deciding facts without which the gain, or whether it is cut, is open
 */
public record LoadLoop(
        Kind kind,
        Subject at,
        String trigger,
        String sustains,
        List<Evidence> factors,
        Factor gain,
        boolean certain,
        List<String> cut,
        List<String> cutBy,
        Set<Missing> deciding) {

    /** What closes a loop. */
    public enum Kind {
        RETRIES("retries"),
        CACHE("cache misses"),
        REDELIVERY("redelivery"),
        SCALING("scaling of callers"),
        CYCLE("calls in a circle");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public LoadLoop {
        factors = List.copyOf(factors);
        cut = List.copyOf(cut);
        cutBy = List.copyOf(cutBy);
        deciding = Collections.unmodifiableSet(new TreeSet<>(deciding));
    }
}
