package quorate.derive.reliability;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Entity;
import quorate.model.Missing;

/**
 * An outage that ends by itself: a failover.
 *
 * @param id of the failure scenario
 * @param title of the failure
 * @param subject what is lost
 * @param certain whether the journey is down meanwhile, whatever the unknown facts are
 * @param between mean time between two of these failures
 * @param shortest lower bound of how long a failover takes
 * @param longest upper bound of it; nothing while a part is unknown
 * @param share of all time: duration / mean time between failures
 * @param missing facts without which the share is open
 */
public record Transient(
        String id,
        String title,
        Entity subject,
        boolean certain,
        Optional<Duration> between,
        Optional<Duration> shortest,
        Optional<Duration> longest,
        Bounds share,
        Set<Missing> missing) {

    public Transient {
        missing = Collections.unmodifiableSet(new TreeSet<>(missing));
    }
}
