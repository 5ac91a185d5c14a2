package quorate.derive.failure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import quorate.derive.failure.Placement.Count;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Missing;

/** Says how many lost instances take a component down, and which fault domains take which instances. */
final class Outages {

    /** More ways than this in which the odd instances may lie are not told apart. */
    private static final int MOST_WAYS = 64;

    private final Set<String> domains = new TreeSet<>();
    private final Map<String, Set<String>> around = new HashMap<>();

    Outages(Architecture architecture) {
        Placement placement = new Placement(architecture);
        for (Entity domain : architecture.all(Kind.FAULT_DOMAIN)) {
            domains.add(domain.id());
            placement.within(domain.id()).forEach(inner ->
                    around.computeIfAbsent(inner, k -> new TreeSet<>()).add(domain.id()));
        }
    }

    /**
     * What takes the component down for that access.
     *
     * @param led whether its leader is told from its other instances
     */
    Cause on(
            Entity component,
            Access access,
            boolean silentOnly,
            boolean best,
            boolean led,
            Set<Missing> deciding,
            Set<String> omitted) {
        Members members = Members.of(component);
        int most = members.most();
        boolean several = most > Structure.MOST_INSTANCES;
        if (several) {
            omitted.add(component.id());
        }
        int instances = several ? 1 : Math.max(1, most);
        boolean external = component.kind() == Kind.EXTERNAL;
        boolean counts = !external && !(best && (several || !members.isCounted()));
        if (!external && !members.isCounted()) {
            deciding.add(new Missing(component, Keys.REPLICAS));
        }
        int enough = several ? 1 : enough(members, instances, access, best);
        boolean leads = !several && needsPromotion(component, access, best);
        if (needsPromotion(component, access, true) != needsPromotion(component, access, false)) {
            deciding.add(new Missing(component, Keys.FAILOVER_MODE));
        }
        List<List<Set<String>>> homes = homes(component, instances, best, led && !several, deciding);
        for (int left = 0; left < instances; left++) {
            deciding.addAll(members.decides(members.suffices(new Count(left, left), access)));
        }
        boolean any = !best && homes.size() > 1;
        Optional<Integer> stated = members.isCounted() ? Optional.of(most) : Optional.empty();
        return new Cause.Outnumbered(component, stated, instances, counts, enough, leads, silentOnly, homes, any);
    }

    private static int enough(Members members, int instances, Access access, boolean best) {
        for (int lost = 1; lost <= instances; lost++) {
            StateRange left = members.suffices(new Count(instances - lost, instances - lost), access);
            if ((best ? left.best() : left.worst()) == State.DOWN) {
                return lost;
            }
        }
        return instances + 1;
    }

    /** Whether the loss of the leader is for good, since neither a vote nor a failover manager replaces it. */
    static boolean needsPromotion(Entity store, Access access, boolean best) {
        Members members = Members.of(store);
        if (!members.hasLeader() || Conditions.readsFollowers(store, access)) {
            return false;
        }
        boolean open = store.get(Keys.FAILOVER_MODE).isUnknown();
        return !Conditions.promotes(store, members) && !(best && open);
    }

    private List<List<Set<String>>> homes(
            Entity component, int instances, boolean best, boolean led, Set<Missing> deciding) {
        List<String> entries = Placement.entries(component);
        if (entries.isEmpty()) {
            boolean anywhere = component.kind() != Kind.EXTERNAL && !domains.isEmpty();
            if (anywhere) {
                deciding.add(new Missing(component, Keys.PLACEMENT));
            }
            return List.of(Collections.nCopies(instances, anywhere && !best ? domains : Set.of()));
        }
        List<Set<String>> around = entries.stream().map(entry -> this.around.getOrDefault(entry, Set.of())).toList();
        List<List<Set<String>>> ways = new ArrayList<>();
        for (List<Set<String>> way : ways(around, instances, best)) {
            ways.addAll(led ? ledFrom(way) : List.of(way));
        }
        return ways.stream().distinct().toList();
    }

    /**
     * The ways in which the instances may lie in the domains: one where there is an entry for each; else they are spread
     * evenly, and each choice of domains for the odd ones is a way. Of too many ways one bound is left: at worst any of the
     * domains takes all odd ones, at best none does.
     */
    private static List<List<Set<String>>> ways(List<Set<String>> entries, int instances, boolean best) {
        if (entries.size() == instances) {
            return List.of(entries);
        }
        List<Set<String>> even = new ArrayList<>();
        for (int i = 0; i < instances / entries.size(); i++) {
            even.addAll(entries);
        }
        return choices(entries, instances % entries.size(), best).stream()
                .map(choice -> Stream.concat(even.stream(), choice.stream()).toList())
                .toList();
    }

    /** Each way to choose so many of the entries. */
    private static Set<List<Set<String>>> choices(List<Set<String>> entries, int odd, boolean best) {
        Set<List<Set<String>>> choices = new LinkedHashSet<>();
        choices.add(List.of());
        for (int next = 0; next < entries.size(); next++) {
            int after = entries.size() - next - 1;
            Set<List<Set<String>>> longer = new LinkedHashSet<>();
            for (List<Set<String>> choice : choices) {
                if (choice.size() < odd) {
                    longer.add(Stream.concat(choice.stream(), Stream.of(entries.get(next))).toList());
                }
                if (choice.size() + after >= odd) {
                    longer.add(choice);
                }
            }
            if (longer.size() > MOST_WAYS) {
                Set<String> anywhere = new TreeSet<>();
                entries.forEach(anywhere::addAll);
                return Set.of(Collections.nCopies(odd, best ? Set.<String>of() : anywhere));
            }
            choices = longer;
        }
        return choices;
    }

    /** The leader may be any of them; it comes first. */
    private static List<List<Set<String>>> ledFrom(List<Set<String>> way) {
        List<List<Set<String>>> led = new ArrayList<>();
        for (Set<String> first : new LinkedHashSet<>(way)) {
            List<Set<String>> others = new ArrayList<>(way);
            others.remove(first);
            others.add(0, first);
            led.add(others);
        }
        return led;
    }
}
