package quorate.derive.failure;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Missing;

/**
 * What a failure does to a data domain.
 *
 * @param domain the data domain; for a store that belongs to none, the store
 * @param side side of a partition, or empty
 * @param effects what certainly happens, sorted
 * @param possible what happens if unknown facts are at their worst, sorted
 * @param recovers whether automatic recovery brings it back while the failure lasts
 * @param loss how much may be lost, in words: {@code up to the replication lag}, {@code up to 5m}; empty if nothing
 */
public record DataImpact(
        Entity domain,
        String side,
        List<DataEffect> effects,
        List<DataEffect> possible,
        boolean recovers,
        String loss,
        Evidence why,
        Set<Missing> deciding) {

    public DataImpact {
        effects = List.copyOf(effects);
        possible = List.copyOf(possible);
        deciding = Collections.unmodifiableSet(new TreeSet<>(deciding));
    }
}
