package quorate.derive;

import java.util.List;
import quorate.derive.agreement.Reckoning;
import quorate.derive.budget.Budget;
import quorate.derive.consistency.DomainPosition;
import quorate.derive.load.LoadLoops;
import quorate.derive.reliability.Reliability;

/**
 * Everything that is derived for one project.
 *
 * @param scenarios worst first
 * @param positions of the data domains, by id
 * @param budgets of the journeys, by id, then of calls that belong together without a journey that says so
 * @param reliability of the journeys
 * @param agreements the arithmetic of quorums, leases, detectors and clocks
 * @param loops by which load may keep itself up
 */
public record Derived(
        List<Scenario> scenarios,
        List<DomainPosition> positions,
        List<Budget> budgets,
        List<Reliability> reliability,
        List<Reckoning> agreements,
        LoadLoops loops) {

    public Derived {
        scenarios = List.copyOf(scenarios);
        positions = List.copyOf(positions);
        budgets = List.copyOf(budgets);
        reliability = List.copyOf(reliability);
        agreements = List.copyOf(agreements);
    }
}
