package quorate.derive.failure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words;

/** Computes what a failure does to data: stale, blocked, diverging, lost. */
public final class DataImpacts {

    private final Architecture architecture;
    private final Conditions conditions;
    private final Placement placement;
    private final Map<Entity, List<Entity>> domains;
    private final Map<String, List<Entity>> byStore = new HashMap<>();
    private final Map<Entity, Integer> order = new IdentityHashMap<>();

    DataImpacts(Architecture architecture, Conditions conditions, Placement placement) {
        this.architecture = architecture;
        this.conditions = conditions;
        this.placement = placement;
        this.domains = domains(architecture);
        domains.forEach((domain, stores) -> {
            order.put(domain, order.size());
            stores.forEach(store -> byStore.computeIfAbsent(store.id(), id -> new ArrayList<>()).add(domain));
        });
    }

    /** The declared data domains with their stores, and each store that belongs to none as a domain of its own. */
    private static Map<Entity, List<Entity>> domains(Architecture architecture) {
        Map<Entity, List<Entity>> domains = new LinkedHashMap<>();
        Set<String> owned = new TreeSet<>();
        for (Entity domain : architecture.all(Kind.DATA_DOMAIN)) {
            List<Entity> stores = new ArrayList<>();
            for (String id : domain.get(Keys.STORES).or(List.of())) {
                architecture.component(id).ifPresent(stores::add);
                owned.add(id);
            }
            if (!stores.isEmpty()) {
                domains.put(domain, stores);
            }
        }
        for (Entity store : architecture.all(Kind.STORE)) {
            boolean cache = store.get(Keys.STORE_TYPE).is(Words.StoreType.CACHE) || store.facts().has(Keys.FRONTS);
            if (!owned.contains(store.id()) && !cache) {
                domains.put(store, List.of(store));
            }
        }
        return domains;
    }

    /** The impact on each data domain that the failure touches. */
    public List<DataImpact> of(Failure failure) {
        // Only services come to a standstill for want of others, and they hold no data.
        Optional<Map<String, Harm>> harms = conditions.struck(failure);
        if (harms.isPresent()) {
            return harmed(harms.get());
        }
        if (failure.oneWay() && failure.subject() instanceof Link link) {
            return repeated(link);
        }
        List<DataImpact> impacts = new ArrayList<>();
        reached(failure).forEach(domain -> {
            // The first store is the authority; what happens to copies shows as staleness of reads.
            Entity authority = domains.get(domain).get(0);
            if (failure.islands().isEmpty()) {
                add(impact(domain, authority, failure, "", Set.of()), impacts);
            } else {
                for (int side = 0; side < failure.islands().size(); side++) {
                    Set<String> island = failure.islands().get(side);
                    if (isUsedOn(island, authority)) {
                        add(impact(domain, authority, failure, name(failure, side), reached(failure, side)), impacts);
                    }
                }
            }
        });
        return impacts;
    }

    /** The domains whose authority it may strike: what fails, or what stands behind it; a fault domain may hold any. */
    private Collection<Entity> reached(Failure failure) {
        if (failure.subject().kind() == Kind.FAULT_DOMAIN) {
            return domains.keySet();
        }
        String struck = failure.subject() instanceof Link link ? link.to() : failure.subject().id();
        Set<String> stores = new TreeSet<>(Set.of(struck));
        conditions.behind(struck).ifPresent(stores::add);
        return of(stores);
    }

    private static String name(Failure failure, int side) {
        if (!failure.sides().isEmpty()) {
            return failure.sides().get(side);
        }
        return side == 0 ? failure.subject().id() : "the rest";
    }

    /** The domains that callers on that side reach. */
    private Set<String> reached(Failure failure, int side) {
        return failure.sides().isEmpty() ? failure.islands().get(side) : placement.without(failure.islands().get(1 - side));
    }

    /** The domains that any of these stores holds, in their order. */
    private List<Entity> of(Set<String> stores) {
        return stores.stream()
                .flatMap(store -> byStore.getOrDefault(store, List.of()).stream())
                .distinct()
                .sorted(Comparator.comparing(order::get))
                .toList();
    }

    /** Data that the far end of the link keeps or writes; where none is stated, those of the far end itself. */
    private List<DataImpact> repeated(Link link) {
        Set<String> written = new TreeSet<>(Set.of(link.to()));
        architecture.linksFrom(link.to()).stream()
                .filter(next -> next.get(Keys.LINK_PURPOSE).is(Words.Purpose.WRITE))
                .forEach(next -> written.add(next.to()));
        List<Entity> hit = new ArrayList<>(of(written));
        if (hit.isEmpty()) {
            architecture.component(link.to()).ifPresent(hit::add);
        }
        Repetition repetition = Repetition.of(link);
        Condition condition = new Condition(
                StateRange.of(State.UP), StateRange.of(State.UP), true, repetition.why(), repetition.deciding());
        Harm harm = Harm.of(condition)
                .with(DataEffect.MAY_REPEAT, repetition.certain(), repetition.possible(), "each change that is asked for again");
        return hit.stream().map(domain -> impact(domain, harm, false)).toList();
    }

    /** What harm by component means for data; a channel that belongs to no domain is one of its own. */
    private List<DataImpact> harmed(Map<String, Harm> harms) {
        List<DataImpact> impacts = new ArrayList<>();
        for (Entity domain : of(harms.keySet())) {
            List<Entity> stores = domains.get(domain);
            List<Entity> hit = stores.stream().filter(store -> harms.containsKey(store.id())).toList();
            boolean authority = hit.contains(stores.get(0));
            add(impact(domain, harms.get(hit.get(0).id()), authority), impacts);
        }
        harms.forEach((id, harm) -> architecture.component(id)
                .filter(component -> component.kind() == Kind.CHANNEL && !byStore.containsKey(id))
                .ifPresent(channel -> add(impact(channel, harm, false), impacts)));
        return impacts;
    }

    /** @param authority whether it strikes what writes go to, so that its state is that of the data */
    private static DataImpact impact(Entity domain, Harm harm, boolean authority) {
        Set<DataEffect> certain = new TreeSet<>(harm.certain());
        Set<DataEffect> possible = new TreeSet<>(harm.possible());
        Condition condition = harm.condition();
        if (authority && condition.during().worst() == State.DOWN) {
            (condition.during().best() == State.DOWN ? certain : possible).add(DataEffect.UNAVAILABLE);
        }
        return DataImpact.of(domain, "", certain, possible, condition.settled().best() != State.DOWN, harm.loss(), List.of(condition.why()),
                condition.deciding());
    }

    /** Whether anything that reads or writes the store may run on that side, or the store itself. */
    private boolean isUsedOn(Set<String> island, Entity store) {
        return mayRunOn(island, store)
                || architecture.linksTo(store.id()).stream()
                        .map(link -> architecture.component(link.from()))
                        .flatMap(java.util.Optional::stream)
                        .anyMatch(caller -> mayRunOn(island, caller));
    }

    private static boolean mayRunOn(Set<String> island, Entity component) {
        return Placement.in(component, Members.of(component).most(), island)
                .map(count -> count.most() > 0)
                .orElse(true);
    }

    private static void add(DataImpact impact, List<DataImpact> impacts) {
        if (!impact.effects().equals(List.of(DataEffect.UNAFFECTED)) || !impact.possible().isEmpty()) {
            impacts.add(impact);
        }
    }

    private DataImpact impact(Entity domain, Entity store, Failure failure, String side, Set<String> island) {
        Condition writes = conditions.of(store, failure, Access.WRITE, island);
        Condition reads = conditions.of(store, failure, Access.READ, island);
        StoreEffects effects = new StoreEffects(store, Members.of(store));
        effects.blocked(writes, reads);
        int lost = lost(store, failure);
        if (lost > 0 || !writes.isUnaffected()) {
            effects.loss(failure, writes, lost);
        }
        if (!island.isEmpty()) {
            effects.divergence(holdsSome(store, island));
        }
        return effects.result(domain, side, writes);
    }

    /** The most members that a lost fault domain takes; one for a lost leader or replica. */
    private int lost(Entity store, Failure failure) {
        if (failure.subject().kind() != Kind.FAULT_DOMAIN) {
            return failure.subject().equals(store) ? 1 : 0;
        }
        return Placement.in(store, Members.of(store).most(), placement.within(failure.subject().id()))
                .map(Placement.Count::most)
                .orElse(0);
    }

    private boolean holdsSome(Entity store, Set<String> island) {
        return Placement.in(store, Members.of(store).most(), island)
                .map(count -> count.most() > 0 && count.least() < Members.of(store).most())
                .orElse(false);
    }
}
