package quorate.derive;

import java.util.List;
import java.util.Map;
import quorate.derive.agreement.Reckoning;
import quorate.derive.budget.Budget;
import quorate.derive.consistency.DomainPosition;
import quorate.derive.load.LoadLoops;
import quorate.derive.reliability.Reliability;
import quorate.model.Deferred;
import quorate.model.Link;

/** Everything that is derived for one project. Each part is computed when it is first asked for. */
public final class Derived {

    private final Deferred<List<Scenario>> scenarios;
    private final Deferred<List<DomainPosition>> positions;
    private final Deferred<List<Budget>> budgets;
    private final Deferred<Map<String, List<Budget.Of>>> byLink;
    private final Deferred<List<Reliability>> reliability;
    private final Deferred<List<Reckoning>> agreements;
    private final Deferred<LoadLoops> loops;

    public Derived(
            Deferred<List<Scenario>> scenarios,
            Deferred<List<DomainPosition>> positions,
            Deferred<List<Budget>> budgets,
            Deferred<List<Reliability>> reliability,
            Deferred<List<Reckoning>> agreements,
            Deferred<LoadLoops> loops) {
        this.scenarios = scenarios;
        this.positions = positions;
        this.budgets = budgets;
        this.byLink = Deferred.of(() -> Budget.byLink(budgets.get()));
        this.reliability = reliability;
        this.agreements = agreements;
        this.loops = loops;
    }

    /** The failures with what follows from them, worst first. */
    public List<Scenario> scenarios() {
        return scenarios.get();
    }

    /** Of the data domains, by id. */
    public List<DomainPosition> positions() {
        return positions.get();
    }

    /** Of the journeys, by id, then of calls that belong together without a journey that says so. */
    public List<Budget> budgets() {
        return budgets.get();
    }

    /** The calls over a link, in the order of their budgets. */
    public List<Budget.Of> budgeted(Link link) {
        return byLink.get().getOrDefault(link.id(), List.of());
    }

    /** Of the journeys. */
    public List<Reliability> reliability() {
        return reliability.get();
    }

    /** The arithmetic of quorums, leases, detectors and clocks. */
    public List<Reckoning> agreements() {
        return agreements.get();
    }

    /** The ways in which load may keep itself up. */
    public LoadLoops loops() {
        return loops.get();
    }
}
