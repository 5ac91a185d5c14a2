package quorate.derive.reliability;

import java.util.List;

/**
 * How basic events take a journey down.
 *
 * @param events in the order of the variables of a decision diagram; gates name them by their place
 * @param best the branches, each of which takes the journey down, with unknown facts at their best
 * @param worst the same with unknown facts at their worst
 */
public record FaultTree(List<BasicEvent> events, List<Branch> best, List<Branch> worst) {

    public FaultTree {
        events = List.copyOf(events);
        best = List.copyOf(best);
        worst = List.copyOf(worst);
    }

    /** One way down, in words. */
    public record Branch(String title, Gate gate) {}

    /** Whether the unknown facts make no difference. */
    public boolean isCertain() {
        return best.equals(worst);
    }

    /** The same with one list of branches where the two are the same function. */
    FaultTree simplified() {
        boolean same = !isCertain() && DecisionDiagram.areEqual(top(best), top(worst), events.size());
        return same ? new FaultTree(events, worst, worst) : this;
    }

    static Gate top(List<Branch> branches) {
        return new Gate.Any(branches.stream().map(Branch::gate).toList());
    }
}
