package quorate.derive.failure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;

/** Where instances run: the tree of fault domains, and how many instances of a component each holds. */
final class Placement {

    private final Map<String, Set<String>> within = new HashMap<>();

    Placement(Architecture architecture) {
        Map<String, String> parents = new HashMap<>();
        for (Entity domain : architecture.all(Kind.FAULT_DOMAIN)) {
            domain.get(Keys.PARENT).value().ifPresent(parent -> parents.put(domain.id(), parent));
        }
        for (Entity domain : architecture.all(Kind.FAULT_DOMAIN)) {
            String ancestor = domain.id();
            Set<String> seen = new HashSet<>();
            while (ancestor != null && seen.add(ancestor)) {
                within.computeIfAbsent(ancestor, k -> new LinkedHashSet<>()).add(domain.id());
                ancestor = parents.get(ancestor);
            }
        }
    }

    /** The domain and all that lie in it. */
    Set<String> within(String domain) {
        return within.getOrDefault(domain, Set.of(domain));
    }

    /** All domains but those of one group and those that contain any of them: what the other group still reaches. */
    Set<String> without(Set<String> group) {
        Set<String> left = new TreeSet<>();
        for (Map.Entry<String, Set<String>> domain : within.entrySet()) {
            if (domain.getValue().stream().noneMatch(group::contains)) {
                left.add(domain.getKey());
            }
        }
        return left;
    }

    /** Bounds on a number of instances. */
    record Count(int least, int most) {
        boolean isZero() {
            return most == 0;
        }
    }

    /**
     * How many of the component's instances (for a quorum system: voters) are in these domains; nothing when its placement is
     * not stated. With one entry an instance the count is exact; with one entry a domain, instances are spread evenly, and the
     * odd ones may be in any of them.
     *
     * @param members how many there are in all
     */
    static Optional<Count> in(Entity component, int members, Set<String> domains) {
        Fact<List<String>> placement = component.get(Keys.VOTER_PLACEMENT);
        if (!placement.isKnown()) {
            placement = component.get(Keys.PLACEMENT);
        }
        if (!placement.isKnown() || placement.value().get().isEmpty()) {
            return Optional.empty();
        }
        List<String> entries = new ArrayList<>(placement.value().get());
        int inside = (int) entries.stream().filter(domains::contains).count();
        if (entries.size() == members || inside == 0 || inside == entries.size()) {
            int exact = entries.size() == members ? inside : inside == 0 ? 0 : members;
            return Optional.of(new Count(exact, exact));
        }
        int each = members / entries.size();
        int odd = members % entries.size();
        int least = each * inside + Math.max(0, odd - (entries.size() - inside));
        int most = each * inside + Math.min(odd, inside);
        return Optional.of(new Count(least, most));
    }
}
