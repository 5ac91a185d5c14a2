package quorate.derive.failure;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Evidence;
import quorate.model.Missing;
import quorate.model.Subject;

/**
 * What a failure does to a journey.
 *
 * @param journey the journey; implied ones have the service where they enter as subject
 * @param side the side of a partition on which the user's request arrives; empty for other failures
 * @param during while nothing has recovered yet
 * @param settled after automatic recovery has ended
 * @param path ids of the components along which the worst case travelled, from the entry to what failed
 * @param deciding unknown facts that decide between best and worst
 * @param holds how long the state of {@code during} lasts while a last known good answer stands in; nothing where none does
 */
public record JourneyImpact(
        Subject journey,
        String side,
        StateRange during,
        StateRange settled,
        List<String> path,
        Evidence why,
        Set<Missing> deciding,
        Optional<Duration> holds) {

    public JourneyImpact {
        path = List.copyOf(path);
        deciding = Collections.unmodifiableSet(new TreeSet<>(deciding));
    }

    /** An impact that no last known good answer puts off. */
    public JourneyImpact(
            Subject journey,
            String side,
            StateRange during,
            StateRange settled,
            List<String> path,
            Evidence why,
            Set<Missing> deciding) {
        this(journey, side, during, settled, path, why, deciding, Optional.empty());
    }
}
