package quorate.derive.failure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.call.LinkWait;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Subject;
import quorate.model.Words;

/**
 * Finds what each journey stands on. A lost instance refuses its callers; a lost fault domain, a severed link and an external
 * that does not answer leave them waiting, as does a lost leader that nobody replaces.
 */
public final class Structures {

    private final Architecture architecture;
    private final Outages outages;
    private final List<JourneyGraph> journeys;
    private final Map<String, Subject> changed;

    public Structures(Architecture architecture) {
        this(architecture, new Outages(architecture), JourneyGraph.of(architecture), Map.of());
    }

    private Structures(
            Architecture architecture, Outages outages, List<JourneyGraph> journeys, Map<String, Subject> changed) {
        this.architecture = architecture;
        this.outages = outages;
        this.journeys = journeys;
        this.changed = changed;
    }

    /** The same with these components and links instead of those that have their ids. */
    public Structures with(List<? extends Subject> instead) {
        Map<String, Subject> all = new LinkedHashMap<>(changed);
        instead.forEach(subject -> all.put(key(subject), subject));
        return new Structures(architecture, outages, journeys, all);
    }

    private static String key(Subject subject) {
        return subject instanceof Link link ? "link " + link.id() : subject.id();
    }

    /** How many journeys there are. */
    public int size() {
        return journeys.size();
    }

    /** All journeys, in the order of the architecture. */
    public List<Structure> all() {
        List<Structure> all = new ArrayList<>();
        for (int i = 0; i < journeys.size(); i++) {
            all.add(of(i));
        }
        return all;
    }

    /** The journey at that place in {@link #all}. */
    public Structure of(int index) {
        JourneyGraph journey = journeys.get(index);
        Set<Missing> deciding = new TreeSet<>();
        Set<String> omitted = new TreeSet<>();
        Walk worst = new Walk(journey, false, deciding).go();
        Walk best = new Walk(journey, true, deciding).go();
        Set<String> led = worst.led();
        List<Cause> causes = worst.causes(led, omitted);
        List<Cause> certain = best.causes(led, omitted);
        boolean differ = !certain.equals(causes);
        return new Structure(
                journey.journey(), journey.implied(), certain, causes, differ ? deciding : Set.of(), omitted);
    }

    /** What takes a component's callers down: its failure as such, or only one that lets them wait. */
    private record Point(String component, boolean silentOnly) {}

    /** A component that must answer. */
    private record Demand(Entity component, Access access, boolean silentOnly) {

        /** Without the facts of the component, which take long to hash. */
        @Override
        public int hashCode() {
            return Objects.hash(component.id(), access, silentOnly);
        }
    }

    /** Walks from the entry along the links that take their caller down. */
    private final class Walk {
        private final JourneyGraph journey;
        private final Map<String, List<JourneyGraph.Use>> into;
        private final boolean best;
        private final Set<Missing> deciding;
        private final Map<String, Link> severed = new LinkedHashMap<>();
        private final Set<Demand> demands = new LinkedHashSet<>();

        Walk(JourneyGraph journey, boolean best, Set<Missing> deciding) {
            this.journey = journey;
            this.into = journey.into();
            this.best = best;
            this.deciding = deciding;
        }

        Walk go() {
            demand(journey.entry(), Access.ANY, false);
            Deque<Point> open = new ArrayDeque<>();
            Set<Point> seen = new HashSet<>();
            open.add(new Point(journey.entry(), false));
            seen.add(open.peek());
            while (!open.isEmpty()) {
                Point at = open.poll();
                for (JourneyGraph.Use use : journey.uses().getOrDefault(at.component(), List.of())) {
                    step(at, use(use)).filter(seen::add).ifPresent(open::add);
                }
            }
            return this;
        }

        private Optional<Point> step(Point at, JourneyGraph.Use use) {
            Effectiveness refused = effectiveness(use, false);
            Effectiveness silent = effectiveness(use, true);
            if (differs(refused) || differs(silent) || silent.hangs(true) != silent.hangs(false)) {
                deciding.addAll(silent.deciding());
            }
            boolean downIfSilent = silent.effect(State.DOWN, Condition.Moment.SETTLED, best) == State.DOWN;
            boolean downIfRefused = refused.effect(State.DOWN, Condition.Moment.SETTLED, best) == State.DOWN;
            boolean waits = downIfSilent && silent.hangs(best);
            if (at.silentOnly() ? !waits : !downIfSilent) {
                return Optional.empty();
            }
            boolean silentOnly = at.silentOnly() || !downIfRefused;
            Link link = use.link();
            severed.putIfAbsent(link.title(), link);
            demand(link.to(), Access.of(link), silentOnly);
            return Optional.of(new Point(link.to(), silentOnly));
        }

        private static boolean differs(Effectiveness effectiveness) {
            return effectiveness.effect(State.DOWN, Condition.Moment.SETTLED, true)
                    != effectiveness.effect(State.DOWN, Condition.Moment.SETTLED, false);
        }

        private Effectiveness effectiveness(JourneyGraph.Use use, boolean silent) {
            String caller = use.link().from();
            Effectiveness.Callers inbound = !silent || caller.equals(journey.entry())
                    ? Effectiveness.Callers.NONE
                    : Effectiveness.Callers.of(into.getOrDefault(caller, List.of()).stream()
                            .map(in -> use(in).link())
                            .filter(link -> !link.get(Keys.MODE).is(Words.LinkMode.ASYNC))
                            .map(link -> new Effectiveness.Inbound(link, LinkWait.longest(link)))
                            .toList());
            return new Effectiveness(use, silent, LinkWait.longest(use.link()), inbound);
        }

        private void demand(String component, Access access, boolean silentOnly) {
            component(component).ifPresent(entity -> demands.add(new Demand(entity, access, silentOnly)));
        }

        /** Stores of which the leader is told from the others, since nobody replaces it. */
        Set<String> led() {
            Set<String> led = new HashSet<>();
            for (Demand demand : demands) {
                if (Outages.needsPromotion(demand.component(), demand.access(), best)) {
                    led.add(demand.component().id());
                }
            }
            return led;
        }

        List<Cause> causes(Set<String> led, Set<String> omitted) {
            Set<Cause> causes = new LinkedHashSet<>();
            for (Demand demand : demands) {
                Entity component = demand.component();
                causes.add(outages.on(
                        component, demand.access(), demand.silentOnly(), best, led.contains(component.id()), deciding, omitted));
            }
            severed.values().forEach(link -> causes.add(new Cause.Severed(link)));
            return causes.stream().filter(cause -> !isContained(cause, causes)).toList();
        }

        /** Whether the same is a cause without any condition as well. */
        private static boolean isContained(Cause cause, Set<Cause> causes) {
            return cause instanceof Cause.Outnumbered one && one.silentOnly() && causes.contains(one.whateverTheCallers());
        }
    }

    private JourneyGraph.Use use(JourneyGraph.Use stated) {
        Subject other = changed.get("link " + stated.link().id());
        return other instanceof Link link ? new JourneyGraph.Use(link, stated.need()) : stated;
    }

    private Optional<Entity> component(String id) {
        return changed.get(id) instanceof Entity entity ? Optional.of(entity) : architecture.component(id);
    }
}
