package quorate.derive.failure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import quorate.model.Architecture;
import quorate.model.Deferred;
import quorate.model.Entity;
import quorate.model.Kind;

/** What one failure is to a journey, from each side on which requests can arrive; a single one unless it is a partition. */
final class Views {

    private static final int ANYWHERE = 0b111;

    private final Architecture architecture;
    private final Map<String, Integer> runs = new HashMap<>();
    private final Placement placement;
    private final Failure failure;
    private final Deferred<List<Reach>> seen;

    /**
     * @param side name of the side of a partition; empty for other failures
     */
    record View(Sight sight, String side) {}

    Views(Architecture architecture, Conditions conditions, Placement placement, Failure failure) {
        this.architecture = architecture;
        this.placement = placement;
        this.failure = failure;
        this.seen = Deferred.of(() -> groups().stream()
                .map(group -> new Reach(architecture, conditions, failure, group))
                .toList());
    }

    /** What is in reach from each side. */
    private List<Set<String>> groups() {
        if (failure.islands().isEmpty()) {
            return List.of(Set.of());
        }
        return isApart()
                ? List.of(placement.without(failure.islands().get(1)), placement.without(failure.islands().get(0)))
                : failure.islands();
    }

    /** Two groups that both still reach the others. */
    private boolean isApart() {
        return !failure.sides().isEmpty();
    }

    List<View> of(Course journey) {
        if (failure.islands().isEmpty()) {
            return List.of(new View(seen.get().get(0), ""));
        }
        return isApart() ? apart(journey) : sides(journey);
    }

    private List<View> sides(Course journey) {
        List<View> views = new ArrayList<>();
        for (int side = 0; side < failure.islands().size(); side++) {
            Set<String> island = failure.islands().get(side);
            if (arrivesAt(journey, island)) {
                views.add(new View(seen.get().get(side), name(island)));
            }
        }
        return views;
    }

    /** Requests can arrive in either group, or elsewhere. */
    private List<View> apart(Course journey) {
        Set<String> elsewhere = new TreeSet<>(groups().get(0));
        elsewhere.retainAll(groups().get(1));
        List<Set<String>> places = List.of(failure.islands().get(0), failure.islands().get(1), elsewhere);
        List<View> views = new ArrayList<>();
        for (int place = 0; place < places.size(); place++) {
            if (arrivesAt(journey, places.get(place))) {
                String side = place == Crossing.ELSEWHERE ? "elsewhere" : failure.sides().get(place);
                views.add(new View(new Crossing(journey, seen.get(), id -> mayRun(id, places), place), side));
            }
        }
        return views;
    }

    /** The places in which a component may run, a bit for each; what others run is in reach of all. */
    private int mayRun(String id, List<Set<String>> places) {
        Integer known = runs.get(id);
        if (known == null) {
            known = architecture.component(id).map(component -> mayRun(component, places)).orElse(ANYWHERE);
            runs.put(id, known);
        }
        return known;
    }

    private static int mayRun(Entity component, List<Set<String>> places) {
        if (component.kind() == Kind.EXTERNAL) {
            return ANYWHERE;
        }
        int mask = 0;
        for (int place = 0; place < places.size(); place++) {
            boolean some = Placement.in(component, Members.of(component).most(), places.get(place))
                    .map(count -> count.most() > 0)
                    .orElse(true);
            mask |= some ? 1 << place : 0;
        }
        return mask;
    }

    /** Requests arrive on a side if the entry runs there, or may. */
    private boolean arrivesAt(Course journey, Set<String> island) {
        Optional<Entity> entry = architecture.component(journey.graph().entry());
        return entry.flatMap(e -> Placement.in(e, Members.of(e).most(), island))
                .map(count -> count.most() > 0)
                .orElse(true);
    }

    private String name(Set<String> island) {
        return island.equals(failure.islands().get(0))
                ? failure.subject().id()
                : island.stream().filter(id -> placement.within(id).size() == 1).collect(Collectors.joining(", "));
    }
}
