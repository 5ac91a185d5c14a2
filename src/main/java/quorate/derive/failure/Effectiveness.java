package quorate.derive.failure;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.failure.Condition.Moment;
import quorate.derive.call.Wait;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Words;

/**
 * What the failure of a link's far end does to the operation that uses it: {@code model.md} section 6.
 *
 * @param use the link with its need in the journey at hand
 * @param silent whether the caller waits instead of being refused
 * @param patience how long it waits at worst
 * @param inbound the uses through which others wait for the caller; none at the edge of the system
 */
record Effectiveness(JourneyGraph.Use use, boolean silent, Wait patience, Callers inbound) {

    /** A use that leads to the caller, and how long it is waited for over it. */
    record Inbound(Link link, Wait patience) {}

    /**
     * Those who wait for a component.
     *
     * @param shortest what the least patient of them waits at least, in nanoseconds
     * @param longest what the most patient of them waits at most, in nanoseconds
     */
    record Callers(List<Inbound> uses, long shortest, long longest) {

        static final Callers NONE = of(List.of());

        static Callers of(List<Inbound> uses) {
            return new Callers(
                    uses,
                    uses.stream().mapToLong(in -> in.patience().least()).min().orElse(0),
                    uses.stream().mapToLong(in -> in.patience().most()).max().orElse(0));
        }

        boolean isEmpty() {
            return uses.isEmpty();
        }
    }

    /** The state that the far end's state causes here, unknown facts at their best or at their worst. */
    State effect(State target, Moment moment, boolean best) {
        Link link = use.link();
        if (target == State.UP || use.need().is(Words.Need.STARTUP)) {
            return State.UP;
        }
        if (target == State.DEGRADED) {
            return State.DEGRADED;
        }
        boolean hard = use.need().isUnknown() ? !best : use.need().is(Words.Need.HARD);
        if (link.get(Keys.MODE).is(Words.LinkMode.ASYNC)) {
            return asynchronous(link, hard, best);
        }
        if (hangs(best)) {
            return State.DOWN;
        }
        return hard && !replaces(link, moment, best) ? State.DOWN : State.DEGRADED;
    }

    /** Whether the caller is held up: the far end is silent, and no bound ends the wait before its own callers give up. */
    boolean hangs(boolean best) {
        return silent && !(ends(patience, best) && fits(best));
    }

    /** Whether the wait ends, unknown facts at their best or at their worst. */
    private static boolean ends(Wait wait, boolean best) {
        return best ? !wait.isEndless() : wait.isBounded();
    }

    /** Whether the wait is over before those who wait for the caller give up; nobody waits at the edge of the system. */
    private boolean fits(boolean best) {
        return inbound.isEmpty() || (best ? patience.least() <= inbound.longest() : patience.most() <= inbound.shortest());
    }

    private static State asynchronous(Link link, boolean hard, boolean best) {
        if (!publishes(link)) {
            return State.DEGRADED;
        }
        Fact<Boolean> outbox = link.get(Keys.OUTBOX);
        boolean kept = outbox.isUnknown() ? best : outbox.is(true);
        return hard && !kept ? State.DOWN : State.DEGRADED;
    }

    private static boolean publishes(Link link) {
        Fact<Words.Purpose> purpose = link.get(Keys.LINK_PURPOSE);
        return !purpose.is(Words.Purpose.CONSUME) && !purpose.is(Words.Purpose.REPLICATE);
    }

    /** Whether another answer stands in. A last known good one does so until it is too old, which it is once nothing else heals. */
    private static boolean replaces(Link link, Moment moment, boolean best) {
        if (fallsBack(link)) {
            return true;
        }
        if (!keepsLast(link)) {
            return false;
        }
        return moment == Moment.DURING || link.get(Keys.STALENESS).statedNone() || (best && link.get(Keys.STALENESS).isUnknown());
    }

    private static boolean fallsBack(Link link) {
        return link.get(Keys.FALLBACK).isKnown() || link.get(Keys.ON_FAILURE).is(Words.OnFailure.FALLBACK);
    }

    /** Whether the last known good answer is all that stands in. */
    static boolean keepsLast(Link link) {
        return link.get(Keys.ON_FAILURE).is(Words.OnFailure.LAST_KNOWN_GOOD) && !fallsBack(link);
    }

    /** The unknown facts of the link that decide when best and worst differ. */
    Set<Missing> deciding() {
        Set<Missing> missing = new TreeSet<>();
        Link link = use.link();
        if (use.need().isUnknown()) {
            missing.add(new Missing(link, Keys.NEED));
        }
        if (link.get(Keys.MODE).is(Words.LinkMode.ASYNC)) {
            if (publishes(link) && link.get(Keys.OUTBOX).isUnknown()) {
                missing.add(new Missing(link, Keys.OUTBOX));
            }
            return missing;
        }
        if (keepsLast(link) && link.get(Keys.STALENESS).isUnknown()) {
            missing.add(new Missing(link, Keys.STALENESS));
        }
        if (silent) {
            bound(link, patience, missing);
            boolean mayReplace = !use.need().is(Words.Need.HARD) || fallsBack(link) || keepsLast(link);
            if (mayReplace && ends(patience, true)) {
                inbound.uses().forEach(in -> bound(in.link(), in.patience(), missing));
            }
        }
        return missing;
    }

    private static void bound(Link link, Wait wait, Set<Missing> missing) {
        if (wait.isEndless() || wait.isBounded()) {
            return;
        }
        missing.add(new Missing(link, link.get(Keys.TIMEOUT_TOTAL).isUnknown()
                ? Keys.TIMEOUT_TOTAL
                : link.get(Keys.TIMEOUT_TRY).isUnknown() ? Keys.TIMEOUT_TRY : Keys.RETRY));
    }
}
