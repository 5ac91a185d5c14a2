package quorate.derive.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Link;

/** Computes what each failure does to each journey. */
public final class Impacts {

    private final Architecture architecture;
    private final Conditions conditions;
    private final Placement placement;
    private final List<JourneyGraph> journeys;

    public Impacts(Architecture architecture) {
        this.architecture = architecture;
        this.placement = new Placement(architecture);
        this.conditions = new Conditions(placement);
        this.journeys = JourneyGraph.of(architecture);
    }

    /** The impact on every journey; under a partition one for each side on which requests can arrive. */
    public List<JourneyImpact> of(Failure failure) {
        List<JourneyImpact> impacts = new ArrayList<>();
        for (JourneyGraph journey : journeys) {
            if (failure.islands().isEmpty()) {
                impacts.add(impact(journey, failure, "", Set.of()));
            } else {
                for (Set<String> island : failure.islands()) {
                    if (arrivesAt(journey, island)) {
                        impacts.add(impact(journey, failure, name(failure, island), island));
                    }
                }
            }
        }
        return impacts;
    }

    /** Whether no journey was declared, so that they are implied by the services where requests enter. */
    public boolean impliesJourneys() {
        return journeys.stream().anyMatch(JourneyGraph::implied);
    }

    private JourneyImpact impact(JourneyGraph journey, Failure failure, String side, Set<String> island) {
        Condition entry = architecture
                .component(journey.entry())
                .map(component -> conditions.of(component, failure, Access.ANY, island))
                .orElseGet(() -> Condition.unaffected(Evidence.derived("the entry is outside the model")));
        Optional<Link> cut = failure.subject() instanceof Link link ? Optional.of(link) : Optional.empty();
        return new Propagation(journey, entry, use -> far(use, failure, island), cut).impact(side);
    }

    private Condition far(JourneyGraph.Use use, Failure failure, Set<String> island) {
        return architecture
                .component(use.link().to())
                .map(component -> conditions.of(component, failure, Access.of(use.link()), island))
                .orElseGet(() -> Condition.unaffected(Evidence.derived("outside the model")));
    }

    /** Requests arrive on a side if the entry runs there, or may. */
    private boolean arrivesAt(JourneyGraph journey, Set<String> island) {
        Optional<Entity> entry = architecture.component(journey.entry());
        return entry.flatMap(e -> Placement.in(e, Members.of(e).most(), island))
                .map(count -> count.most() > 0)
                .orElse(true);
    }

    private String name(Failure failure, Set<String> island) {
        boolean inner = island.equals(failure.islands().get(0));
        String domains = island.stream()
                .filter(id -> placement.within(id).size() == 1)
                .collect(Collectors.joining(", "));
        return inner ? failure.subject().id() : domains;
    }
}
