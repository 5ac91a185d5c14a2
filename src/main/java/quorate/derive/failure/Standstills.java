package quorate.derive.failure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Link;

/** Over which links a silent component brings its callers to a standstill, certainly or possibly. */
final class Standstills {

    private final List<String> components = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<Integer>> certain = new ArrayList<>();
    private final List<List<Integer>> possible = new ArrayList<>();

    Standstills(Architecture architecture, Exhaustion exhaustion) {
        for (Entity component : architecture.components()) {
            numbers.put(component.id(), components.size());
            components.add(component.id());
            certain.add(new ArrayList<>(0));
            possible.add(new ArrayList<>(2));
        }
        for (Link link : architecture.links()) {
            Optional<Entity> caller = architecture.component(link.from());
            Integer to = numbers.get(link.to());
            if (caller.isPresent() && to != null) {
                Occupancy occupancy = exhaustion.occupancy(caller.get(), link);
                int from = numbers.get(link.from());
                Optional.of(certain).filter(all -> occupancy.certain()).ifPresent(all -> all.get(from).add(to));
                Optional.of(possible).filter(all -> occupancy.possible()).ifPresent(all -> all.get(from).add(to));
            }
        }
    }

    int number(String component) {
        return numbers.get(component);
    }

    /**
     * For each component, by number, the greatest value of those that stand still when it is silent; 0 if none does.
     *
     * @param value of a component, from 0
     * @param surely whether only those count that certainly stand still
     */
    byte[] backwards(ToIntFunction<String> value, boolean surely) {
        byte[] greatest = new byte[components.size()];
        byte[] own = new byte[components.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < own.length; i++) {
            own[i] = (byte) value.applyAsInt(components.get(i));
            if (own[i] > 0) {
                open.add(i);
            }
        }
        List<List<Integer>> over = surely ? certain : possible;
        while (!open.isEmpty()) {
            int caller = open.poll();
            byte reached = own[caller] > greatest[caller] ? own[caller] : greatest[caller];
            for (int silent : over.get(caller)) {
                if (reached > greatest[silent]) {
                    greatest[silent] = reached;
                    open.add(silent);
                }
            }
        }
        return greatest;
    }
}
