package quorate.derive.failure;

import java.util.Set;
import java.util.TreeSet;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Words;

/**
 * What the failure of a link's far end does to the operation that uses it: {@code model.md} section 6.
 *
 * @param link with its need in the journey at hand
 * @param silent whether the caller waits instead of being refused
 */
record Effectiveness(JourneyGraph.Use use, boolean silent) {

    /** The state that the far end's state causes here, unknown facts at their best or at their worst. */
    State effect(State target, boolean best) {
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
        boolean bounded = !silent || bounded(link, best);
        if (!bounded) {
            return State.DOWN;
        }
        return hard && !fallsBack(link) ? State.DOWN : State.DEGRADED;
    }

    /** Whether the caller is held up: the far end is silent and nothing bounds the wait. */
    boolean hangs(boolean best) {
        return silent && !bounded(use.link(), best);
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

    private static boolean bounded(Link link, boolean best) {
        Fact<?> total = link.get(Keys.TIMEOUT_TOTAL);
        Fact<?> each = link.get(Keys.TIMEOUT_TRY);
        if (total.isKnown() || each.isKnown()) {
            return true;
        }
        boolean open = total.isUnknown() || each.isUnknown();
        return open && best;
    }

    private static boolean fallsBack(Link link) {
        return link.get(Keys.FALLBACK).isKnown()
                || link.get(Keys.ON_FAILURE).is(Words.OnFailure.FALLBACK)
                || link.get(Keys.ON_FAILURE).is(Words.OnFailure.LAST_KNOWN_GOOD);
    }

    /** The unknown facts of the link that decide when best and worst differ. */
    Set<Missing> deciding() {
        Set<Missing> missing = new TreeSet<>();
        Link link = use.link();
        if (use.need().isUnknown()) {
            missing.add(new Missing(link, Keys.NEED));
        }
        boolean async = link.get(Keys.MODE).is(Words.LinkMode.ASYNC);
        if (async && publishes(link) && link.get(Keys.OUTBOX).isUnknown()) {
            missing.add(new Missing(link, Keys.OUTBOX));
        }
        if (!async && silent && !link.get(Keys.TIMEOUT_TRY).isKnown() && link.get(Keys.TIMEOUT_TOTAL).isUnknown()) {
            missing.add(new Missing(link, Keys.TIMEOUT_TOTAL));
        }
        return missing;
    }
}
