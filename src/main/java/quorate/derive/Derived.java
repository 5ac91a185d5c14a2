package quorate.derive;

import java.util.List;
import quorate.derive.consistency.DomainPosition;

/**
 * Everything that is derived for one project.
 *
 * @param scenarios worst first
 * @param positions of the data domains, by id
 */
public record Derived(List<Scenario> scenarios, List<DomainPosition> positions) {

    public Derived {
        scenarios = List.copyOf(scenarios);
        positions = List.copyOf(positions);
    }
}
