package quorate.review;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What single facts decide: found by changing one at a time and asking again.
 *
 * @param clearings by the id of the finding; a finding for which no single change was found has none
 * @param turns by the key of the choice; a choice that no single fact turns has none
 */
public record Sensitivity(Map<String, Clearing> clearings, Map<String, List<Turn>> turns) {

    /** Nothing was tried. */
    public static final Sensitivity NONE = new Sensitivity(Map.of(), Map.of());

    public Sensitivity {
        clearings = Collections.unmodifiableMap(new TreeMap<>(clearings));
        turns = Collections.unmodifiableMap(new TreeMap<>(turns));
    }

    public List<Turn> turns(Selection selection) {
        return turns.getOrDefault(selection.key(), List.of());
    }

    public Optional<Clearing> clearing(Finding finding) {
        return Optional.ofNullable(clearings.get(finding.id()));
    }
}
