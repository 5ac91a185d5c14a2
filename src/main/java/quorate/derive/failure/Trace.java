package quorate.derive.failure;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Evidence;
import quorate.model.Missing;

/**
 * How the states of a journey under a failure come about.
 *
 * @param path ids of the components along which the worst case travelled, from the entry to what failed
 * @param deciding unknown facts that decide between best and worst
 * @param holds how long the state of {@link JourneyImpact#during} lasts while a last known good answer stands in; nothing where
 *     none does
 */
public record Trace(List<String> path, Evidence why, Set<Missing> deciding, Optional<Duration> holds) {

    public Trace {
        path = List.copyOf(path);
        deciding = Collections.unmodifiableSet(new TreeSet<>(deciding));
    }
}
