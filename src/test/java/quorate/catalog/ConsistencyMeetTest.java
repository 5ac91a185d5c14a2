package quorate.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import quorate.testing.Models;

/** The meet of consistency models, against the search through all of them. */
class ConsistencyMeetTest {

    private static final ConsistencyOrder ORDER = Models.CATALOG.consistency();

    @Test
    void meetOfTwoIsEveryStrongestModelBelowBoth() {
        for (String one : ORDER.models().keySet()) {
            for (String other : ORDER.models().keySet()) {
                Set<String> below = new TreeSet<>();
                for (String model : ORDER.models().keySet()) {
                    if (reaches(one, model) && reaches(other, model)) {
                        below.add(model);
                    }
                }
                Set<String> strongest = below.stream()
                        .filter(m -> below.stream().noneMatch(n -> !n.equals(m) && reaches(n, m)))
                        .collect(Collectors.toCollection(TreeSet::new));
                assertEquals(strongest, new TreeSet<>(ORDER.meet(List.of(one, other))), one + " and " + other);
            }
        }
    }

    @Test
    void meetIsTheWeakerOfTwoThatAreComparableAndNothingWhereNothingIsCommon() {
        assertEquals(List.of("eventual"), ORDER.meet(List.of("linearizable", "eventual")));
        assertEquals(List.of(), ORDER.meet(List.of("read-uncommitted", "eventual")));
        assertEquals(List.of(), ORDER.meet(List.of()));
    }

    @Test
    void weakestImplyNoOtherOfThem() {
        assertEquals(List.of("eventual"), ORDER.weakest(List.of("linearizable", "regular-register", "eventual")));
        assertEquals(List.of("pram", "eventual"), ORDER.weakest(List.of("causal", "pram", "eventual")));
    }

    /** Over one arrow at a time, without what the order has worked out before. */
    private static boolean reaches(String from, String to) {
        Map<String, ConsistencyModel> models = ORDER.models();
        return from.equals(to) || models.get(from).implies().stream().anyMatch(next -> models.containsKey(next) && reaches(next, to));
    }
}
