package quorate.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who refers to whom in an architecture: journeys to links, data domains to stores. */
final class References {

    private final Map<String, List<Architecture.Use>> uses = new HashMap<>();
    private final Set<String> entries = new HashSet<>();
    private final Map<String, Map<String, Entity>> domains = new HashMap<>();

    References(Architecture architecture) {
        Map<String, List<Link>> named = new HashMap<>();
        for (Link link : architecture.links()) {
            named.computeIfAbsent(link.id(), k -> new ArrayList<>()).add(link);
            if (!link.id().equals(link.title())) {
                named.computeIfAbsent(link.title(), k -> new ArrayList<>()).add(link);
            }
        }
        for (Entity journey : architecture.all(Kind.JOURNEY)) {
            journey.get(Keys.ENTRY).value().ifPresent(entries::add);
            for (Facts use : journey.get(Keys.USES).or(List.of())) {
                named.getOrDefault(use.get(Keys.USE_LINK).or(""), List.of()).forEach(link ->
                        uses.computeIfAbsent(link.id(), k -> new ArrayList<>()).add(new Architecture.Use(journey, use)));
            }
        }
        for (Entity domain : architecture.all(Kind.DATA_DOMAIN)) {
            domain.get(Keys.STORES).or(List.of()).forEach(store ->
                    domains.computeIfAbsent(store, k -> new LinkedHashMap<>()).put(domain.id(), domain));
        }
    }

    boolean enters(String component) {
        return entries.contains(component);
    }

    /** In the order of the journeys. */
    List<Architecture.Use> uses(Link link) {
        return uses.getOrDefault(link.id(), List.of());
    }

    /** In their order. */
    List<Entity> domains(String store) {
        return List.copyOf(domains.getOrDefault(store, Map.of()).values());
    }
}
