package quorate.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Link;

/**
 * Groups of components that are linked with each other more than with others: the two groups with the most links between them, for
 * the size of the smaller one, become one, again and again, while the result fits a picture. The order of nothing but ids decides
 * between equals, so that the same system has the same groups.
 */
final class Closeness {

    private final Architecture architecture;
    private final int most;
    private final Map<String, Integer> at = new HashMap<>();
    private final Map<Integer, List<Entity>> groups = new TreeMap<>();
    private final Map<Integer, Map<Integer, Integer>> links = new HashMap<>();

    Closeness(Architecture architecture) {
        this.architecture = architecture;
        List<Entity> components = architecture.components();
        // Very large systems have larger groups, not more of them than a picture holds.
        this.most = Math.max(ProjectScope.PICTURED - 5, components.size() / 12);
        for (int i = 0; i < components.size(); i++) {
            at.put(components.get(i).id(), i);
            groups.put(i, new ArrayList<>(List.of(components.get(i))));
            links.put(i, new TreeMap<>());
        }
    }

    List<List<Entity>> groups() {
        for (Link link : architecture.links()) {
            Integer from = at.get(link.from());
            Integer to = at.get(link.to());
            if (from != null && to != null && !from.equals(to)) {
                links.get(from).merge(to, 1, Integer::sum);
                links.get(to).merge(from, 1, Integer::sum);
            }
        }
        int[] best = best();
        while (best.length > 0) {
            merge(best[0], best[1]);
            best = best();
        }
        return List.copyOf(groups.values());
    }

    private int[] best() {
        int[] best = {};
        double highest = 0;
        for (int one : groups.keySet()) {
            for (Map.Entry<Integer, Integer> other : links.get(one).entrySet()) {
                int sizes = groups.get(one).size() + groups.get(other.getKey()).size();
                double closeness = (double) other.getValue() / Math.min(groups.get(one).size(), groups.get(other.getKey()).size())
                        + 1.0 / sizes;
                if (one < other.getKey() && sizes <= most && closeness > highest) {
                    highest = closeness;
                    best = new int[] {one, other.getKey()};
                }
            }
        }
        return best;
    }

    private void merge(int into, int gone) {
        groups.get(into).addAll(groups.remove(gone));
        links.remove(gone).forEach((other, count) -> {
            links.get(other).remove(gone);
            if (other != into) {
                links.get(into).merge(other, count, Integer::sum);
                links.get(other).merge(into, count, Integer::sum);
            }
        });
    }
}
