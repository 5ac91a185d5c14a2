package quorate.derive.failure;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Missing;

/**
 * How far a failure gets within the system, over all journeys and over what is on none.
 *
 * @param side the side of a partition on which requests arrive; empty for other failures
 * @param parts the components that are not, or may not be, up; by step, then id
 * @param hops the links over which it travels, or may; by step, then ends
 */
public record Spread(String side, List<Part> parts, List<Hop> hops) {

    public Spread {
        parts = List.copyOf(parts);
        hops = List.copyOf(hops);
    }

    /**
     * A component that it reaches.
     *
     * @param step 0 where the failure itself strikes, else the least number of links over which it gets there
     * @param during in the use that it hits hardest, while nothing has recovered
     * @param settled the same after automatic recovery
     * @param deciding the unknown facts that decide between best and worst
     */
    public record Part(String component, int step, StateRange during, StateRange settled, Set<Missing> deciding) {
        public Part {
            deciding = Collections.unmodifiableSet(new TreeSet<>(deciding));
        }
    }

    /**
     * A link over which it travels.
     *
     * @param step that of the caller; 0 where the link itself fails
     * @param during what the link does to its caller
     */
    public record Hop(String from, String to, int step, StateRange during, StateRange settled) {}
}
