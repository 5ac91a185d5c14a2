package quorate.derive.reliability;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Entity;
import quorate.model.Missing;
import quorate.model.Subject;

/**
 * A failure that takes a journey down until something fails over.
 *
 * @param id of the failure scenario
 * @param subject what is lost: a component's leader, or a fault domain
 * @param certain whether the journey is down meanwhile, whatever the unknown facts are
 * @param shortest lower bound of the failover's time, if known
 * @param longest upper bound of it; nothing while a part is unknown
 * @param missing facts without which the time is open
 */
public record Interruption(
        Subject journey,
        String id,
        String title,
        Entity subject,
        boolean certain,
        Optional<Duration> shortest,
        Optional<Duration> longest,
        Set<Missing> missing) {

    public Interruption {
        missing = Collections.unmodifiableSet(new TreeSet<>(missing));
    }
}
