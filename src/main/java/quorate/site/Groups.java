package quorate.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;

/** The components of a system that is too large for one picture, in groups that its reader knows or can follow. */
final class Groups {

    private static final int FEWEST = 3;

    /** How many of ten components must lie in a named group, or the groups would say little. */
    private static final int NAMED = 8;

    private final String by;
    private final List<Group> all;
    private final Map<String, Group> of = new HashMap<>();

    private Groups(String by, List<Group> all) {
        this.by = by;
        this.all = List.copyOf(all);
        all.forEach(group -> group.members().forEach(member -> of.put(member.id(), group)));
    }

    /** Some components under one name. */
    record Group(String id, String title, List<Entity> members) {
        Group {
            members = List.copyOf(members);
        }
    }

    /** By owner, else by the fault domain that holds all instances, else by who calls whom. */
    static Groups of(Architecture architecture) {
        return named("owner", "no owner stated", architecture, c -> c.get(Keys.OWNER).value())
                .or(() -> named("fault domain", "in no single fault domain", architecture, c -> place(architecture, c)))
                .orElseGet(() -> new Groups("closeness", close(architecture)));
    }

    /** What the groups are, in words that follow "by". */
    String by() {
        return by;
    }

    List<Group> all() {
        return all;
    }

    Optional<Group> of(String component) {
        return Optional.ofNullable(of.get(component));
    }

    private static Optional<Groups> named(String by, String none, Architecture architecture, Function<Entity, Optional<String>> name) {
        Map<String, List<Entity>> groups = new TreeMap<>();
        List<Entity> rest = new ArrayList<>();
        for (Entity component : architecture.components()) {
            name.apply(component).map(n -> groups.computeIfAbsent(n, k -> new ArrayList<>())).orElse(rest).add(component);
        }
        int all = architecture.components().size();
        if (groups.size() < FEWEST || groups.size() >= ProjectScope.PICTURED || 10 * (all - rest.size()) < NAMED * all) {
            return Optional.empty();
        }
        List<Group> list = new ArrayList<>();
        groups.forEach((id, members) -> list.add(new Group(id, id, members)));
        if (!rest.isEmpty()) {
            list.add(new Group(none, none, rest));
        }
        return Optional.of(new Groups(by, list));
    }

    /** The one place of all instances; what runs in several is in none. */
    private static Optional<String> place(Architecture architecture, Entity component) {
        List<String> places = component.get(Keys.PLACEMENT).or(List.of()).stream().distinct().toList();
        return places.size() == 1
                ? architecture.find(Kind.FAULT_DOMAIN, places.get(0)).map(Entity::title)
                : Optional.empty();
    }

    private static List<Group> close(Architecture architecture) {
        Map<String, Integer> degrees = new HashMap<>();
        architecture.links().forEach(link -> List.of(link.from(), link.to()).forEach(end -> degrees.merge(end, 1, Integer::sum)));
        Comparator<Entity> hub = Comparator.comparing((Entity c) -> -degrees.getOrDefault(c.id(), 0)).thenComparing(Entity::id);
        List<Group> groups = new ArrayList<>();
        List<Entity> single = new ArrayList<>();
        for (List<Entity> close : new Closeness(architecture).groups()) {
            if (close.size() < FEWEST) {
                single.addAll(close);
            } else {
                Entity middle = close.stream().min(hub).orElseThrow();
                groups.add(new Group("around-" + middle.id(), "Around " + middle.title(), close));
            }
        }
        if (!single.isEmpty()) {
            groups.add(new Group("others", "Others", single));
        }
        return groups;
    }
}
