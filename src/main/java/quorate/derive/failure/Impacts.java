package quorate.derive.failure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import quorate.derive.failure.Condition.Moment;
import quorate.model.Architecture;
import quorate.model.Deferred;
import quorate.model.Entity;
import quorate.model.Words;

/** Computes what each failure does to each journey. */
public final class Impacts {

    private final Architecture architecture;
    private final Conditions conditions;
    private final Placement placement;
    private final List<Course> journeys;
    private final Map<Course, Exposure> exposures = new LinkedHashMap<>();
    private final Course whole;
    private final Set<String> aside;

    public Impacts(Architecture architecture) {
        this.architecture = architecture;
        this.placement = new Placement(architecture);
        this.conditions = new Conditions(architecture, placement);
        Passages passages = new Passages(architecture);
        this.journeys = JourneyGraph.of(architecture).stream()
                .map(graph -> new Course(graph, passages))
                .toList();
        Standstills standstills = conditions.standstills();
        journeys.forEach(course -> exposures.put(course, new Exposure(course, standstills)));
        JourneyGraph all = JourneyGraph.whole(architecture);
        this.whole = new Course(all, passages);
        this.aside = new TreeSet<>(whole.components());
        journeys.forEach(journey -> journey.components().forEach(aside::remove));
        aside.remove(all.entry());
    }

    /**
     * The impact on every journey that uses something which the failure strikes; under a partition one for each side on which
     * requests can arrive. A journey that is not named goes on as if nothing had happened.
     */
    public List<JourneyImpact> of(Failure failure) {
        Optional<Strike> strike = conditions.strike(failure);
        if (strike.isPresent()) {
            return of(failure, strike.get());
        }
        List<JourneyImpact> impacts = new ArrayList<>();
        for (View view : views(failure, journeys)) {
            if (view.sight().hides() && view.sight().touches(view.journey())) {
                impacts.add(new Propagation(view.journey(), view.sight()).impact(view.side()));
            } else {
                Exposure exposure = exposures.get(view.journey());
                impact(failure, new Strike.Seen(view.sight()), view.journey(), exposure, view.side(), Deferred.of(view::sight))
                        .ifPresent(impacts::add);
            }
        }
        return impacts;
    }

    private List<JourneyImpact> of(Failure failure, Strike strike) {
        List<JourneyImpact> impacts = new ArrayList<>();
        Deferred<Sight> reach = Deferred.of(() -> new Reach(architecture, conditions, failure, Set.of()));
        exposures.forEach((course, exposure) -> impact(failure, strike, course, exposure, "", reach).ifPresent(impacts::add));
        return impacts;
    }

    private static Optional<JourneyImpact> impact(
            Failure failure, Strike strike, Course course, Exposure exposure, String side, Deferred<Sight> sight) {
        if (!strike.touches(course, exposure)) {
            return Optional.empty();
        }
        boolean delays = failure.kind() == Words.FailureKind.SLOW;
        StateRange during = range(course, exposure, strike, Moment.DURING, delays);
        boolean changes = strike.heals() || course.ages();
        StateRange settled = changes ? range(course, exposure, strike, Moment.SETTLED, delays) : during;
        return Optional.of(new JourneyImpact(course.graph().journey(), side, during, settled,
                () -> new Propagation(course, sight.get()).trace(during, settled)));
    }

    private static StateRange range(Course course, Exposure exposure, Strike strike, Moment moment, boolean delays) {
        State bad = strike.state(course, exposure, new Assumption(moment, false, delays));
        State good = bad == State.UP ? bad : strike.state(course, exposure, new Assumption(moment, true, delays));
        return StateRange.of(good.better(bad), bad);
    }

    /**
     * The components and links that the failure reaches, one result for each side on which requests can arrive. What is on no
     * journey is followed over all links.
     */
    public List<Spread> spread(Failure failure) {
        List<Course> all = new ArrayList<>(journeys);
        if (!aside.isEmpty()) {
            all.add(whole);
        }
        Map<String, Spreading> sides = new LinkedHashMap<>();
        for (View view : views(failure, all)) {
            Spreading side = sides.computeIfAbsent(view.side(), name -> new Spreading(failure));
            if (view.sight().touches(view.journey())) {
                Set<String> of = view.journey() == whole ? aside : Set.copyOf(view.journey().components());
                side.add(view.journey(), view.sight(), new Propagation(view.journey(), view.sight()), of);
            }
        }
        return sides.entrySet().stream().map(side -> side.getValue().of(side.getKey())).toList();
    }

    /** A journey with what the failure is to it, from one side. */
    private record View(Course journey, Sight sight, String side) {}

    private List<View> views(Failure failure, List<Course> over) {
        if (failure.islands().isEmpty()) {
            Reach reach = new Reach(architecture, conditions, failure, Set.of());
            return over.stream().map(journey -> new View(journey, reach, "")).toList();
        }
        if (!failure.sides().isEmpty()) {
            return apart(failure, over);
        }
        List<View> views = new ArrayList<>();
        List<Reach> sides = failure.islands().stream()
                .map(island -> new Reach(architecture, conditions, failure, island))
                .toList();
        for (Course journey : over) {
            for (int side = 0; side < sides.size(); side++) {
                Set<String> island = failure.islands().get(side);
                if (arrivesAt(journey.graph(), island)) {
                    views.add(new View(journey, sides.get(side), name(failure, island)));
                }
            }
        }
        return views;
    }

    /** A partition between two groups that both still reach the others: requests can arrive in either, or elsewhere. */
    private List<View> apart(Failure failure, List<Course> over) {
        Set<String> first = placement.without(failure.islands().get(1));
        Set<String> second = placement.without(failure.islands().get(0));
        Set<String> elsewhere = new TreeSet<>(first);
        elsewhere.retainAll(second);
        List<Set<String>> places = List.of(failure.islands().get(0), failure.islands().get(1), elsewhere);
        List<Reach> seen = List.of(
                new Reach(architecture, conditions, failure, first), new Reach(architecture, conditions, failure, second));
        List<View> views = new ArrayList<>();
        for (Course journey : over) {
            for (int place = 0; place < places.size(); place++) {
                if (arrivesAt(journey.graph(), places.get(place))) {
                    String side = place == Crossing.ELSEWHERE ? "elsewhere" : failure.sides().get(place);
                    views.add(new View(journey, new Crossing(architecture, journey.graph(), seen, places, place), side));
                }
            }
        }
        return views;
    }

    /** What failures do to the data of the same architecture. */
    public DataImpacts data() {
        return new DataImpacts(architecture, conditions, placement);
    }

    /** Whether what is stated keeps it from doing anything at all, to whichever use. */
    public boolean isHeldOff(Failure failure) {
        Optional<Map<String, Harm>> harms = conditions.struck(failure);
        if (harms.isPresent()) {
            return harms.get().values().stream().allMatch(Harm::isNone);
        }
        return failure.subject() instanceof Entity entity
                && java.util.Arrays.stream(Access.values())
                        .allMatch(access -> conditions.of(entity, failure, access, Set.of()).isUnaffected());
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
