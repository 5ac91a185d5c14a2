package quorate.derive.agreement;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;

/**
 * Where the voters of a group stand.
 *
 * @param voters how many there are
 * @param counted the fact that says so; instances may be more than those that vote
 * @param placed the fact that says where; nothing where none does
 * @param held voters in each fault domain and in all that contain it; empty where only the domains are known, or none
 * @param domains the domains that are named
 */
public record VoterSpread(
        int voters, Key<Integer> counted, Optional<Key<List<String>>> placed, Map<String, Integer> held, Set<String> domains) {

    public VoterSpread {
        held = Collections.unmodifiableMap(new LinkedHashMap<>(held));
        domains = Set.copyOf(domains);
    }

    /** Nothing where it is not known how many vote. */
    public static Optional<VoterSpread> of(Architecture architecture, Entity group) {
        Key<Integer> counted = group.get(Keys.VOTERS).isKnown() ? Keys.VOTERS : Keys.REPLICAS;
        int voters = group.get(counted).or(0);
        if (voters < 1) {
            return Optional.empty();
        }
        Fact<List<String>> exact = group.get(Keys.VOTER_PLACEMENT);
        Fact<List<String>> coarse = group.get(Keys.PLACEMENT);
        if (exact.is(list -> list.size() == voters)) {
            return Optional.of(each(architecture, voters, counted, Keys.VOTER_PLACEMENT, exact.value().get()));
        }
        if (!exact.isUnknown() || !coarse.is(list -> !list.isEmpty())) {
            return Optional.of(new VoterSpread(voters, counted, Optional.empty(), Map.of(), Set.of()));
        }
        Set<String> domains = new HashSet<>(coarse.value().get());
        return Optional.of(domains.size() == voters || coarse.value().get().size() == voters
                ? each(architecture, voters, counted, Keys.PLACEMENT, coarse.value().get())
                : new VoterSpread(voters, counted, Optional.of(Keys.PLACEMENT), Map.of(), domains));
    }

    private static VoterSpread each(
            Architecture architecture, int voters, Key<Integer> counted, Key<List<String>> from, List<String> placement) {
        Map<String, Integer> held = new LinkedHashMap<>();
        for (String place : placement) {
            architecture.around(place).forEach(domain -> held.merge(domain, 1, Integer::sum));
        }
        return new VoterSpread(voters, counted, Optional.of(from), held, new HashSet<>(placement));
    }
}
