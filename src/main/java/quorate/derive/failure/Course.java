package quorate.derive.failure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import quorate.derive.call.Wait;
import quorate.model.Keys;
import quorate.model.Words;

/** One journey made ready for many failures: its components numbered, its uses with what each of them hands on. */
final class Course {

    private final JourneyGraph graph;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<String> components;
    private final List<Integer> sorted;
    private final List<List<Step>> into = new ArrayList<>();
    private final List<List<Step>> from = new ArrayList<>();
    private final Map<String, Effectiveness.Callers> inbound = new HashMap<>();
    private final Map<String, Wait> waits;
    private boolean ages;
    private int steps;

    /**
     * A use of the journey.
     *
     * @param number its place among those of the journey, from 0
     * @param from number of the caller
     * @param to number of the component that is used
     * @param access what is wanted of it
     * @param ages whether a last known good answer stands in for it that is used up to some age only
     */
    record Step(int number, JourneyGraph.Use use, int from, int to, Access access, Passage passage, boolean ages) {}

    /** @param passages what links hand on, shared by the journeys of an architecture */
    Course(JourneyGraph graph, Passages passages) {
        this.graph = graph;
        this.waits = passages.waits();
        graph.components().forEach(component -> numbers.put(component, numbers.size()));
        this.components = List.copyOf(numbers.keySet());
        this.sorted = IntStream.range(0, components.size()).boxed().sorted(Comparator.comparing(components::get)).toList();
        components.forEach(component -> {
            into.add(new ArrayList<>(2));
            from.add(new ArrayList<>(2));
        });
        Map<String, List<JourneyGraph.Use>> uses = graph.into();
        for (String component : components) {
            if (!component.equals(graph.entry())) {
                inbound.put(component, Effectiveness.Callers.of(inbound(uses.getOrDefault(component, List.of()))));
            }
        }
        graph.uses().values().forEach(list -> list.forEach(use -> {
            int to = numbers.get(use.link().to());
            Passage passage = passages.of(effectiveness(use, false), effectiveness(use, true));
            Step step = new Step(
                    steps++, use, numbers.get(use.link().from()), to, Access.of(use.link()), passage, Effectiveness.keepsLast(use.link()));
            ages |= step.ages();
            into.get(to).add(step);
            from.get(step.from()).add(step);
        }));
    }

    private List<Effectiveness.Inbound> inbound(List<JourneyGraph.Use> uses) {
        return uses.stream()
                .map(JourneyGraph.Use::link)
                .filter(link -> !link.get(Keys.MODE).is(Words.LinkMode.ASYNC))
                .map(link -> new Effectiveness.Inbound(link, waits.get(link.id())))
                .toList();
    }

    /** What the failure of its far end does to the caller of a use; nobody waits for the one at which requests enter. */
    Effectiveness effectiveness(JourneyGraph.Use use, boolean silent) {
        Effectiveness.Callers waiting = silent
                ? inbound.getOrDefault(use.link().from(), Effectiveness.Callers.NONE)
                : Effectiveness.Callers.NONE;
        return new Effectiveness(use, silent, waits.get(use.link().id()), waiting);
    }

    JourneyGraph graph() {
        return graph;
    }

    /** How many components it touches; they are numbered from 0, the entry first. */
    int size() {
        return components.size();
    }

    List<String> components() {
        return components;
    }

    /** The numbers of the components, by their ids. */
    List<Integer> sorted() {
        return sorted;
    }

    /** The number of a component, if the journey touches it. */
    Optional<Integer> number(String component) {
        return Optional.ofNullable(numbers.get(component));
    }

    /** Whether it enters at the component, or something in it uses that. */
    boolean touches(String component) {
        Integer number = numbers.get(component);
        return number != null && (number == 0 || !into.get(number).isEmpty());
    }

    /** Whether a last known good answer stands in somewhere that is too old in the end. */
    boolean ages() {
        return ages;
    }

    /** How many uses there are. */
    int steps() {
        return steps;
    }

    /** The uses that lead to a component. */
    List<Step> into(int component) {
        return into.get(component);
    }

    /** The uses of links with these ends. */
    List<Step> between(String caller, String far) {
        Integer from = numbers.get(caller);
        Integer to = numbers.get(far);
        return from == null || to == null
                ? List.of()
                : into.get(to).stream().filter(step -> step.from() == from).toList();
    }

    /** The uses by a component. */
    List<Step> from(int component) {
        return from.get(component);
    }

    /** The uses that lead to a component, none if the journey does not touch it. */
    List<Step> into(String component) {
        Integer number = numbers.get(component);
        return number == null ? List.of() : into.get(number);
    }
}
