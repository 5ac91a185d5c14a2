package quorate.derive.failure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import quorate.derive.call.LinkWait;
import quorate.derive.call.Wait;
import quorate.model.Architecture;
import quorate.model.Entity;

/** Computes what each failure does to each journey. */
public final class Impacts {

    private final Architecture architecture;
    private final Conditions conditions;
    private final Placement placement;
    private final List<Prepared> journeys;
    private final Map<String, Wait> waits = new HashMap<>();

    /** A journey with its uses by the component that they lead to. */
    private record Prepared(JourneyGraph graph, Map<String, List<JourneyGraph.Use>> into) {}

    public Impacts(Architecture architecture) {
        this.architecture = architecture;
        this.placement = new Placement(architecture);
        this.conditions = new Conditions(architecture, placement);
        this.journeys = JourneyGraph.of(architecture).stream()
                .map(graph -> new Prepared(graph, graph.into()))
                .toList();
        architecture.links().forEach(link -> waits.put(link.id(), LinkWait.longest(link)));
    }

    /**
     * The impact on every journey that uses something which the failure strikes; under a partition one for each side on which
     * requests can arrive. A journey that is not named goes on as if nothing had happened.
     */
    public List<JourneyImpact> of(Failure failure) {
        List<JourneyImpact> impacts = new ArrayList<>();
        if (failure.islands().isEmpty()) {
            Reach reach = new Reach(architecture, conditions, failure, Set.of());
            journeys.forEach(journey -> impact(journey, reach, "").ifPresent(impacts::add));
            return impacts;
        }
        if (!failure.sides().isEmpty()) {
            return apart(failure);
        }
        List<Reach> sides = failure.islands().stream()
                .map(island -> new Reach(architecture, conditions, failure, island))
                .toList();
        for (Prepared journey : journeys) {
            for (int side = 0; side < sides.size(); side++) {
                Set<String> island = failure.islands().get(side);
                if (arrivesAt(journey.graph(), island)) {
                    impact(journey, sides.get(side), name(failure, island)).ifPresent(impacts::add);
                }
            }
        }
        return impacts;
    }

    /** A partition between two groups that both still reach the others: requests can arrive in either, or elsewhere. */
    private List<JourneyImpact> apart(Failure failure) {
        Set<String> first = placement.without(failure.islands().get(1));
        Set<String> second = placement.without(failure.islands().get(0));
        Set<String> elsewhere = new TreeSet<>(first);
        elsewhere.retainAll(second);
        List<Set<String>> places = List.of(failure.islands().get(0), failure.islands().get(1), elsewhere);
        List<Reach> views = List.of(
                new Reach(architecture, conditions, failure, first), new Reach(architecture, conditions, failure, second));
        List<JourneyImpact> impacts = new ArrayList<>();
        for (Prepared journey : journeys) {
            for (int place = 0; place < places.size(); place++) {
                if (arrivesAt(journey.graph(), places.get(place))) {
                    String side = place == Crossing.ELSEWHERE ? "elsewhere" : failure.sides().get(place);
                    impact(journey, new Crossing(architecture, journey.graph(), views, places, place), side).ifPresent(impacts::add);
                }
            }
        }
        return impacts;
    }

    /** Whether what is stated keeps it from doing anything at all, to whichever use. */
    public boolean isHeldOff(Failure failure) {
        Optional<Map<String, Harm>> harms = conditions.harms(failure);
        if (harms.isPresent()) {
            return harms.get().values().stream().allMatch(Harm::isNone);
        }
        return failure.subject() instanceof Entity entity
                && java.util.Arrays.stream(Access.values())
                        .allMatch(access -> conditions.of(entity, failure, access, Set.of()).isUnaffected());
    }

    private Optional<JourneyImpact> impact(Prepared journey, Sight reach, String side) {
        return reach.touches(journey.graph(), journey.into())
                ? Optional.of(new Propagation(journey.graph(), journey.into(), waits, reach).impact(side))
                : Optional.empty();
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
