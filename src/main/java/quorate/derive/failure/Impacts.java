package quorate.derive.failure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import quorate.derive.failure.Condition.Moment;
import quorate.model.Abreast;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Subject;
import quorate.model.Words;

/** Computes what each failure does to each journey. Safe for several threads. */
public final class Impacts {

    private final Architecture architecture;
    private final Conditions conditions;
    private final Placement placement;
    private final Map<Course, Exposure> exposures = new LinkedHashMap<>();
    private final Map<Subject, Course> courses = new IdentityHashMap<>();
    private final Map<String, List<Course>> touching = new HashMap<>();
    private final Map<String, Map<Course, JourneyImpact[]>> known = new ConcurrentHashMap<>();
    private final Course whole;
    private final Set<String> aside;

    public Impacts(Architecture architecture) {
        this.architecture = architecture;
        this.placement = new Placement(architecture);
        this.conditions = new Conditions(architecture, placement);
        Passages passages = new Passages(architecture);
        Standstills standstills = conditions.standstills();
        List<JourneyGraph> graphs = JourneyGraph.of(architecture);
        for (Course course : Abreast.map(graphs, architecture.components().size(), graph -> new Course(graph, passages))) {
            exposures.put(course, new Exposure(course, standstills));
            courses.put(course.graph().journey(), course);
            course.components().stream()
                    .filter(course::touches)
                    .forEach(id -> touching.computeIfAbsent(id, k -> new ArrayList<>()).add(course));
        }
        JourneyGraph all = JourneyGraph.whole(architecture);
        this.whole = new Course(all, passages);
        this.aside = new TreeSet<>(whole.components());
        exposures.keySet().forEach(journey -> journey.components().forEach(aside::remove));
        aside.remove(all.entry());
    }

    /**
     * The impact on every journey that uses something which the failure strikes; under a partition one for each side on which
     * requests can arrive. A journey that is not named goes on as if nothing had happened.
     */
    public List<JourneyImpact> of(Failure failure) {
        List<JourneyImpact> impacts = new ArrayList<>();
        Optional<Strike> strike = conditions.strike(failure);
        if (strike.isPresent()) {
            Collection<Course> reached =
                    strike.get().within().<Collection<Course>>map(id -> touching.getOrDefault(id, List.of())).orElse(exposures.keySet());
            reached.forEach(course ->
                    impact(failure, strike.get(), course, exposures.get(course), "").ifPresent(impacts::add));
            return List.copyOf(impacts);
        }
        Views views = views(failure);
        exposures.forEach((course, exposure) -> views.of(course).forEach(view -> {
            Sight sight = view.sight();
            if (!sight.hides()) {
                impact(failure, new Strike.Seen(sight), course, exposure, view.side()).ifPresent(impacts::add);
            } else if (sight.touches(course)) {
                impacts.add(new Propagation(course, sight).impact(view.side()));
            }
        }));
        return List.copyOf(impacts);
    }

    private Views views(Failure failure) {
        return new Views(architecture, conditions, placement, failure);
    }

    /**
     * How an impact of the failure comes about. It looks at the failure anew when it is asked first, since to keep what is known of
     * all components for each failure would take too much room.
     */
    public Function<JourneyImpact, Trace> tracer(Failure failure) {
        Views views = views(failure);
        return impact -> {
            Course course = courses.get(impact.journey());
            Views.View view = views.of(course).stream()
                    .filter(one -> one.side().equals(impact.side()))
                    .findFirst()
                    .orElseThrow();
            return new Propagation(course, view.sight()).trace(impact.during(), impact.settled());
        };
    }

    private Optional<JourneyImpact> impact(Failure failure, Strike strike, Course course, Exposure exposure, String side) {
        if (!strike.touches(course, exposure)) {
            return Optional.empty();
        }
        boolean delays = failure.kind() == Words.FailureKind.SLOW;
        StateRange during = range(course, exposure, strike, Moment.DURING, delays);
        boolean changes = strike.heals() || course.ages();
        StateRange settled = changes ? range(course, exposure, strike, Moment.SETTLED, delays) : during;
        return Optional.of(one(course, side, during, settled));
    }

    /** The same object for the same words, unless two threads make it at once. */
    private JourneyImpact one(Course course, String side, StateRange during, StateRange settled) {
        JourneyImpact[] all = known.computeIfAbsent(side, s -> new ConcurrentHashMap<>())
                .computeIfAbsent(course, c -> new JourneyImpact[StateRange.COUNT * StateRange.COUNT]);
        int place = during.number() * StateRange.COUNT + settled.number();
        if (all[place] == null) {
            all[place] = new JourneyImpact(course.graph().journey(), side, during, settled);
        }
        return all[place];
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
        List<Course> all = new ArrayList<>(exposures.keySet());
        if (!aside.isEmpty()) {
            all.add(whole);
        }
        Views views = views(failure);
        Map<String, Spreading> sides = new LinkedHashMap<>();
        for (Course course : all) {
            for (Views.View view : views.of(course)) {
                Spreading side = sides.computeIfAbsent(view.side(), name -> new Spreading(failure));
                if (view.sight().touches(course)) {
                    Set<String> of = course == whole ? aside : Set.copyOf(course.components());
                    side.add(course, view.sight(), new Propagation(course, view.sight()), of);
                }
            }
        }
        return sides.entrySet().stream().map(side -> side.getValue().of(side.getKey())).toList();
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
                && Arrays.stream(Access.values())
                        .allMatch(access -> conditions.of(entity, failure, access, Set.of()).isUnaffected());
    }
}
