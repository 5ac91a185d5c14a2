package quorate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.source.Location;

/** Missing facts stand in the order of their paths, however alike the names are. */
class MissingTest {

    private static final Location AT = Location.of("architecture.yaml");
    private static final List<String> IDS = List.of("a", "a-b", "a.b", "a.", "ab", "b", "a b", "a/b", "timeout", "a.timeout");
    private static final List<Key<?>> KEYS = List.of(Keys.TIMEOUT_TRY, Keys.FAILOVER_MODE, Keys.REPLICAS);

    @Test
    void areInTheOrderOfTheirPaths() {
        List<Missing> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (String id : IDS) {
                KEYS.forEach(key -> all.add(new Missing(new Entity(kind, id, Facts.none(AT), AT), key)));
            }
        }
        for (Missing one : all) {
            for (Missing other : all) {
                int byPath = Integer.signum(one.path().compareTo(other.path()));
                if (byPath != 0) {
                    assertEquals(byPath, Integer.signum(one.compareTo(other)), () -> one.path() + " and " + other.path());
                }
            }
        }
        assertEquals(
                all.stream().map(Missing::path).sorted().toList(),
                all.stream().sorted(Comparator.naturalOrder()).map(Missing::path).toList());
    }
}
