package quorate.derive;

import java.util.List;
import quorate.derive.consistency.DomainPosition;
import quorate.derive.reliability.Reliability;

/**
 * Everything that is derived for one project.
 *
 * @param scenarios worst first
 * @param positions of the data domains, by id
 * @param reliability of the journeys
 */
public record Derived(List<Scenario> scenarios, List<DomainPosition> positions, List<Reliability> reliability) {

    public Derived {
        scenarios = List.copyOf(scenarios);
        positions = List.copyOf(positions);
        reliability = List.copyOf(reliability);
    }
}
