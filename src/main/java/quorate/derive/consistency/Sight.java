package quorate.derive.consistency;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Evidence;
import quorate.model.Missing;

/**
 * Whether an anomaly may be seen by one way.
 *
 * @param way in words
 * @param deciding facts without which it is unknown
 */
record Sight(Exposure.Answer answer, String way, Evidence why, Set<Missing> deciding) {

    Sight {
        deciding = Collections.unmodifiableSet(new TreeSet<>(deciding));
    }
}
