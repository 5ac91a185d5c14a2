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

    /**
     * What is certain, what is possible beside it, and the words for it.
     *
     * @param possible effects; those that are certain are left out
     * @param deciding the facts between the two; none where nothing more is possible
     */
    static DataImpact of(
            Entity domain,
            String side,
            Set<DataEffect> certain,
            Set<DataEffect> possible,
            boolean recovers,
            String loss,
            List<Evidence> because,
            Set<Missing> deciding) {
        Set<DataEffect> more = new TreeSet<>(possible);
        more.removeAll(certain);
        List<DataEffect> sure = certain.isEmpty() ? List.of(DataEffect.UNAFFECTED) : List.copyOf(certain);
        String words = String.join(", ", sure.stream().map(DataEffect::words).toList());
        return new DataImpact(domain, side, sure, List.copyOf(more), recovers, loss,
                Evidence.derived(domain.title() + ": " + words, because), more.isEmpty() ? Set.of() : deciding);
    }
}
