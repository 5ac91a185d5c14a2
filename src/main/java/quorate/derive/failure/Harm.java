package quorate.derive.failure;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a failure does to one component by itself, where more than the number of its instances decides.
 *
 * @param certain what certainly happens to its data, beside what its condition means for them
 * @param possible what happens to its data if unknown facts are at their worst
 * @param loss how much may be lost or changed twice, in words; empty if nothing
 */
record Harm(Condition condition, Set<DataEffect> certain, Set<DataEffect> possible, String loss) {

    Harm {
        certain = Collections.unmodifiableSet(new TreeSet<>(certain));
        possible = Collections.unmodifiableSet(new TreeSet<>(possible));
    }

    static Harm of(Condition condition) {
        return new Harm(condition, Set.of(), Set.of(), "");
    }

    boolean isNone() {
        return condition.isUnaffected() && certain.isEmpty() && possible.isEmpty();
    }

    /** The same with an effect on data that is certain, possible, or, when neither, left out. */
    Harm with(DataEffect effect, boolean happens, boolean may, String much) {
        if (!happens && !may) {
            return this;
        }
        Set<DataEffect> surely = new TreeSet<>(certain);
        Set<DataEffect> maybe = new TreeSet<>(possible);
        (happens ? surely : maybe).add(effect);
        return new Harm(condition, surely, maybe, much);
    }
}
