package quorate.derive.consistency;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Evidence;
import quorate.model.Missing;

/**
 * One way by which readers get a data domain: from the copy that decides, a replica, a cache, an index.
 *
 * @param name the way in words
 * @param model id of the consistency model that it gives, as far as it is known
 * @param staleness how old an answer may be: the sum of the bounds along the way; nothing while a part is unknown
 * @param deciding facts without which it is open
 */
public record ReadPath(
        String name, Optional<String> model, Optional<Duration> staleness, Evidence why, Set<Missing> deciding) {

    public ReadPath {
        deciding = Collections.unmodifiableSet(new TreeSet<>(deciding));
    }
}
