package quorate.derive.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorate.derive.failure.Placement.Count;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Missing;
import quorate.model.Words;

/** Computes the condition of each component under a failure: how many instances are left, and whether they suffice. */
final class Conditions {

    private final Placement placement;

    Conditions(Placement placement) {
        this.placement = placement;
    }

    /**
     * The component's condition for callers that are together with the instances of {@code island}.
     *
     * @param access what the caller wants of it
     * @param island for a partition the domains on the caller's side; empty for other failures
     */
    Condition of(Entity component, Failure failure, Access access, Set<String> island) {
        return switch (failure.kind()) {
            case CRASH -> crash(component, failure);
            case LEADER_LOSS -> component.id().equals(failure.subject().id())
                    ? leaderLost(component, failure, access)
                    : untouched(component);
            case ZONE_LOSS, REGION_LOSS -> domainLost(component, failure, access);
            case PARTITION -> failure.islands().isEmpty() ? untouched(component) : cutOff(component, failure, access, island);
            default -> untouched(component);
        };
    }

    private static Condition untouched(Entity component) {
        return Condition.unaffected(Evidence.derived(component.id() + " is not touched by the failure"));
    }

    /** A crash takes the component as a whole; a replica's loss is a scenario of its own. */
    private static Condition crash(Entity component, Failure failure) {
        if (!component.id().equals(failure.subject().id())) {
            return untouched(component);
        }
        Evidence why = Evidence.derived("all of " + component.id() + " is down; it is up again after a restart");
        return new Condition(StateRange.of(State.DOWN), StateRange.of(State.DOWN), failure.silent(), why, Set.of());
    }

    private Condition leaderLost(Entity store, Failure failure, Access access) {
        Members members = Members.of(store);
        if (access == Access.READ && readsFollowers(store)) {
            Evidence why = Evidence.derived(
                    "followers of " + store.id() + " go on answering, stale until there is a leader",
                    Evidence.of(store, Keys.READS_FROM),
                    Evidence.of(store, Keys.FAILOVER_MODE));
            State later = promotes(store, members) ? State.UP : State.DEGRADED;
            return new Condition(StateRange.of(State.DEGRADED), StateRange.of(later), false, why, Set.of());
        }
        StateRange during = StateRange.of(State.DOWN);
        Fact<Words.FailoverMode> failover = store.get(Keys.FAILOVER_MODE);
        List<Evidence> because = new ArrayList<>(members.evidence());
        because.add(Evidence.of(store, Keys.FAILOVER_MODE));
        if (failover.isUnknown() && !members.votes()) {
            return new Condition(
                    during,
                    new StateRange(State.UP, State.DOWN),
                    failure.silent(),
                    Evidence.derived("who promotes a new leader of " + store.id() + " is not stated", because),
                    Set.of(new Missing(store, Keys.FAILOVER_MODE)));
        }
        boolean automatic = promotes(store, members);
        StateRange settled = !automatic
                ? StateRange.of(State.DOWN)
                : enough(members, new Count(members.least() - 1, members.most() - 1));
        String then = automatic ? "until a new leader is elected" : "until a person acts";
        return new Condition(
                during,
                settled,
                failure.silent(),
                Evidence.derived("writes and leader reads of " + store.id() + " are blocked " + then, because),
                members.decides(settled));
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
        String where = split ? "on this side of the partition" : "with " + failure.subject().title() + " lost";
        Count left = new Count(
                Math.max(0, members.least() - lost.most()), Math.max(0, members.most() - lost.least()));
        List<Evidence> because = new ArrayList<>(members.evidence());
        because.add(Evidence.of(component, component.facts().has(Keys.VOTER_PLACEMENT) ? Keys.VOTER_PLACEMENT : Keys.PLACEMENT));
        StateRange settled = members.suffices(left, access);
        if (split && members.isStateless() && left.least() > 0) {
            // Its load is split as well, in a share that nobody can know.
            settled = new StateRange(State.UP, settled.worst());
        }
        StateRange during = settled;
        boolean mayHaveHeldLeader = members.hasLeader() && settled.best() != State.DOWN;
        String leader = "";
        if (mayHaveHeldLeader && !(access == Access.READ && readsFollowers(component))) {
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
        } else if (members.hasLeader() && settled.best() != State.DOWN) {
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

    static boolean readsFollowers(Entity store) {
        Fact<Words.ReadFrom> from = store.get(Keys.READS_FROM);
        return from.is(Words.ReadFrom.REPLICAS) || from.is(Words.ReadFrom.LOCAL);
    }
}
