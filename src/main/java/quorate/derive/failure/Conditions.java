package quorate.derive.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import quorate.derive.failure.Placement.Count;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Words;

/**
 * Computes the condition of each component under a failure: how many instances are left, and whether they suffice. Safe for several
 * threads.
 */
final class Conditions {

    private final Placement placement;
    private final Caches caches;
    private final Strikes strikes;
    private final Architecture architecture;
    private final Map<String, Condition> untouched = new ConcurrentHashMap<>();
    private volatile Struck last = new Struck(null, Optional.empty());

    /** What was asked last, which is asked again for the same failure; another thread may ask for another in between. */
    private record Struck(Failure failure, Optional<Map<String, Harm>> harms) {}

    Conditions(Architecture architecture, Placement placement) {
        this.architecture = architecture;
        this.placement = placement;
        this.caches = new Caches(architecture);
        this.strikes = new Strikes(architecture, caches);
    }

    /** What a failure for which instances are not counted does to what it strikes itself; nothing for the others. */
    Optional<Map<String, Harm>> struck(Failure failure) {
        Struck known = last;
        if (failure != known.failure()) {
            known = new Struck(failure, strikes.of(failure));
            last = known;
        }
        return known.harms();
    }

    /** The same with the components that it brings to a standstill. */
    Optional<Map<String, Harm>> harms(Failure failure) {
        return struck(failure).map(struck -> strikes.withExhausted(failure, struck));
    }

    /** Over which links what is silent holds up its callers. */
    Standstills standstills() {
        return strikes.standstills();
    }

    /** The failure as one of which each effect can be followed by itself, if it is. */
    Optional<Strike> strike(Failure failure) {
        Optional<Map<String, Harm>> struck = struck(failure);
        if (struck.isPresent()) {
            return together(struck.get().entrySet().stream()
                    .map(one -> Strike.Hit.of(one.getKey(), one.getValue().condition(), Strikes.exhausts(failure)))
                    .toList());
        }
        if (failure.subject() instanceof Link link) {
            Strike cut = new Strike.Cut(link);
            return Optional.of(behind(link.to())
                    .<Strike>map(origin -> new Strike.Together(List.of(cut, hit(origin, failure))))
                    .orElse(cut));
        }
        if (!failure.subject().kind().isComponent()) {
            return Optional.empty();
        }
        String id = failure.subject().id();
        return together(Stream.concat(Stream.of(id), behind(id).stream()).map(one -> hit(one, failure)).toList());
    }

    private Strike.Hit hit(String id, Failure failure) {
        Optional<Entity> component = architecture.component(id);
        return Strike.Hit.of(id, access -> component
                .map(entity -> of(entity, failure, access, Set.of()))
                .orElse(Condition.unaffected(Evidence.derived("outside the model"))), true, false);
    }

    /** Callers come to a standstill, stores and channels do not; and nothing reaches anything through what uses nothing. */
    private Optional<Strike> together(List<Strike.Hit> hits) {
        if (hits.size() == 1) {
            return Optional.of(hits.get(0));
        }
        boolean hidden = hits.stream()
                .filter(hit -> !architecture.linksFrom(hit.component()).isEmpty())
                .anyMatch(hit -> hit.hides() || architecture.component(hit.component()).filter(e -> e.kind() == Kind.SERVICE).isPresent());
        return hidden ? Optional.empty() : Optional.of(new Strike.Together(hits));
    }

    /** What stands behind a component, if that is a cache: callers that lose the cache ask it instead. */
    Optional<String> behind(String cache) {
        return architecture.component(cache).flatMap(component -> component.get(Keys.FRONTS).value());
    }

    /**
     * The component's condition for callers that are together with the instances of {@code island}.
     *
     * @param access what the caller wants of it
     * @param island for a partition the domains on the caller's side; empty for other failures
     */
    Condition of(Entity component, Failure failure, Access access, Set<String> island) {
        Condition own = alone(component, failure, access, island);
        for (Entity cache : caches.before(component.id())) {
            own = caches.behind(cache, cache(cache, failure, island), own, reachesSome(cache, failure));
        }
        return own;
    }

    private Condition cache(Entity cache, Failure failure, Set<String> island) {
        if (failure.subject() instanceof Link link && link.to().equals(cache.id())) {
            StateRange down = StateRange.of(State.DOWN);
            return new Condition(down, down, true, Evidence.derived(link.from() + " cannot reach " + cache.id()), Set.of());
        }
        return alone(cache, failure, Access.READ, island);
    }

    /** Whether only a part of the callers may have lost the cache, so that only a part of the load goes past it. */
    private boolean reachesSome(Entity cache, Failure failure) {
        return failure.kind() == Words.FailureKind.PARTITION
                && (!(failure.subject() instanceof Link link)
                        || architecture.linksTo(cache.id()).stream().anyMatch(other -> !other.from().equals(link.from())));
    }

    /** Its condition before caches in front of it are looked at. */
    private Condition alone(Entity component, Failure failure, Access access, Set<String> island) {
        return switch (failure.kind()) {
            case CRASH, RESTORE -> crash(component, failure);
            case REPLICA_LOSS -> component.id().equals(failure.subject().id())
                    ? remaining(component, Members.of(component), new Count(1, 1), access, failure)
                    : untouched(component);
            case LEADER_LOSS -> component.id().equals(failure.subject().id())
                    ? leaderLost(component, failure, access)
                    : untouched(component);
            case ZONE_LOSS, REGION_LOSS -> domainLost(component, failure, access);
            case PARTITION -> failure.islands().isEmpty() ? untouched(component) : cutOff(component, failure, access, island);
            default -> untouched(component);
        };
    }

    private Condition untouched(Entity component) {
        return untouched.computeIfAbsent(
                component.id(), id -> Condition.unaffected(Evidence.derived(id + " is not touched by the failure")));
    }

    /** A crash takes the component as a whole; a replica's loss is a scenario of its own. */
    private Condition crash(Entity component, Failure failure) {
        if (!component.id().equals(failure.subject().id())) {
            return untouched(component);
        }
        Evidence why = Evidence.derived(failure.kind() == Words.FailureKind.RESTORE
                ? "the only copy of " + component.id() + " is gone; it is up again after a restore"
                : "all of " + component.id() + " is down; it is up again after a restart");
        return new Condition(StateRange.of(State.DOWN), StateRange.of(State.DOWN), failure.silent(), why, Set.of());
    }

    private Condition leaderLost(Entity store, Failure failure, Access access) {
        Members members = Members.of(store);
        if (readsFollowers(store, access)) {
            Evidence why = Evidence.derived(
                    "followers of " + store.id() + " go on answering, stale until there is a leader",
                    Evidence.of(store, Keys.READS_FROM),
                    Evidence.of(store, Keys.FAILOVER_MODE));
            boolean open = store.get(Keys.FAILOVER_MODE).isUnknown() && !members.votes();
            boolean comes = promotes(store, members);
            StateRange later = new StateRange(comes || open ? State.UP : State.DEGRADED, comes ? State.UP : State.DEGRADED);
            return new Condition(
                    StateRange.of(State.DEGRADED), later, false, why,
                    open ? Set.of(new Missing(store, Keys.FAILOVER_MODE)) : Set.of());
        }
        boolean openRead = access == Access.READ && store.get(Keys.READS_FROM).isUnknown();
        StateRange during = new StateRange(openRead ? State.DEGRADED : State.DOWN, State.DOWN);
        Fact<Words.FailoverMode> failover = store.get(Keys.FAILOVER_MODE);
        List<Evidence> because = new ArrayList<>(members.evidence());
        because.add(Evidence.of(store, Keys.FAILOVER_MODE));
        if (failover.isUnknown() && !members.votes()) {
            return new Condition(
                    during,
                    new StateRange(State.UP, State.DOWN),
                    failure.silent(),
                    Evidence.derived("who promotes a new leader of " + store.id() + " is not stated", because),
                    deciding(store, openRead, Set.of(new Missing(store, Keys.FAILOVER_MODE))));
        }
        boolean automatic = promotes(store, members);
        StateRange settled = !automatic
                ? during
                : enough(members, new Count(members.least() - 1, members.most() - 1));
        String then = automatic ? "until a new leader is elected" : "until a person acts";
        return new Condition(
                during,
                settled,
                failure.silent(),
                Evidence.derived("writes and leader reads of " + store.id() + " are blocked " + then, because),
                deciding(store, openRead, members.decides(settled)));
    }

    private static Set<Missing> deciding(Entity store, boolean openRead, Set<Missing> others) {
        Set<Missing> all = new TreeSet<>(others);
        if (openRead) {
            all.add(new Missing(store, Keys.READS_FROM));
        }
        return all;
    }

    private Condition domainLost(Entity component, Failure failure, Access access) {
        Set<String> lost = placement.within(failure.subject().id());
        Members members = Members.of(component);
        Optional<Count> inside = Placement.in(component, members.most(), lost);
        if (inside.isEmpty()) {
            if (component.kind() == Kind.EXTERNAL) {
                return untouched(component);
            }
            Evidence why = Evidence.derived(
                    "where " + component.id() + " runs is not stated", Evidence.of(component, Keys.PLACEMENT));
            StateRange range = new StateRange(State.UP, State.DOWN);
            return new Condition(range, range, true, why, Set.of(new Missing(component, Keys.PLACEMENT)));
        }
        if (inside.get().isZero()) {
            return untouched(component);
        }
        return remaining(component, members, inside.get(), access, failure);
    }

    private Condition cutOff(Entity component, Failure failure, Access access, Set<String> island) {
        Members members = Members.of(component);
        Optional<Count> here = Placement.in(component, members.most(), island);
        if (here.isEmpty()) {
            if (component.kind() == Kind.EXTERNAL) {
                return untouched(component);
            }
            Evidence why = Evidence.derived(
                    "where " + component.id() + " runs is not stated", Evidence.of(component, Keys.PLACEMENT));
            StateRange range = new StateRange(State.UP, State.DOWN);
            return new Condition(range, range, true, why, Set.of(new Missing(component, Keys.PLACEMENT)));
        }
        Count lost = new Count(members.least() - here.get().most(), members.most() - here.get().least());
        if (lost.most() <= 0) {
            return untouched(component);
        }
        return remaining(component, members, lost, access, failure);
    }

    /** What is left after some members are out of reach. */
    private Condition remaining(Entity component, Members members, Count lost, Access access, Failure failure) {
        boolean split = failure.kind() == Words.FailureKind.PARTITION;
        boolean one = failure.kind() == Words.FailureKind.REPLICA_LOSS;
        String where = split ? "on this side of the partition" : one ? "left" : "with " + failure.subject().title() + " lost";
        Count left = new Count(
                Math.max(0, members.least() - lost.most()), Math.max(0, members.most() - lost.least()));
        List<Evidence> because = new ArrayList<>(members.evidence());
        if (!one) {
            because.add(Evidence.of(component, component.facts().has(Keys.VOTER_PLACEMENT) ? Keys.VOTER_PLACEMENT : Keys.PLACEMENT));
        }
        StateRange settled = members.suffices(left, access);
        if (split && members.isStateless() && left.least() > 0) {
            // Its load is split as well, in a share that nobody can know.
            settled = new StateRange(State.UP, settled.worst());
        }
        StateRange during = settled;
        // The loss of a leader is a scenario of its own.
        boolean mayHaveHeldLeader = !one && members.hasLeader() && settled.best() != State.DOWN;
        String leader = "";
        if (mayHaveHeldLeader && !readsFollowers(component, access)) {
            // Whether the leader was among the lost is chance, not a missing fact.
            during = new StateRange(settled.best(), State.DOWN);
            // Under a partition only one side can keep or get the single leader of a group that does not vote.
            boolean comesBack = promotes(component, members) && (members.votes() || !split);
            settled = comesBack ? settled : new StateRange(settled.best(), State.DOWN);
            leader = comesBack
                    ? "; if the leader was among the lost, writes wait for a new one"
                    : split
                            ? "; only one side can have the leader"
                            : "; if the leader was among the lost, writes wait for a person";
        } else if (!one && members.hasLeader() && settled.best() != State.DOWN) {
            during = new StateRange(settled.best(), settled.worst().worse(State.DEGRADED));
        }
        String count = left.least() == left.most() ? "" + left.least() : left.least() + " to " + left.most();
        Evidence why = Evidence.derived(
                component.id() + " has " + count + " of " + members.shown() + " " + where + "; " + members.need() + leader,
                because);
        return new Condition(during, settled, true, why, members.decides(settled));
    }

    /** A group that votes elects by itself; others only where an automatic failover is stated. */
    static boolean promotes(Entity store, Members members) {
        Fact<Words.FailoverMode> failover = store.get(Keys.FAILOVER_MODE);
        return failover.is(Words.FailoverMode.AUTOMATIC) || (members.votes() && !failover.isKnown());
    }

    private static StateRange enough(Members members, Count left) {
        return members.suffices(left, Access.ANY);
    }

    /** What the link says of where it reads goes before what the store says. */
    static boolean readsFollowers(Entity store, Access access) {
        return access == Access.FOLLOWER_READ || (access == Access.READ && Access.isFollower(store.get(Keys.READS_FROM)));
    }
}
