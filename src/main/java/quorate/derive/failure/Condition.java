package quorate.derive.failure;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Evidence;
import quorate.model.Missing;

/**
 * The condition of one component under one failure, for one kind of access, before what it depends on is looked at.
 *
 * @param during until recovery
 * @param settled after automatic recovery has ended
 * @param silent whether its callers wait instead of being refused
 * @param deciding unknown facts that decide within the ranges
 */
record Condition(StateRange during, StateRange settled, boolean silent, Evidence why, Set<Missing> deciding) {

    Condition {
        deciding = Collections.unmodifiableSet(new TreeSet<>(deciding));
    }

    static Condition unaffected(Evidence why) {
        return new Condition(StateRange.of(State.UP), StateRange.of(State.UP), false, why, Set.of());
    }

    boolean isUnaffected() {
        return during.worst() == State.UP && settled.worst() == State.UP;
    }

    StateRange at(Moment moment) {
        return moment == Moment.DURING ? during : settled;
    }

    /** Whether its callers may be refused while it is down. */
    boolean hides() {
        return !silent && (during.worst() == State.DOWN || settled.worst() == State.DOWN);
    }

    /** How callers feel it. */
    Felt felt(Assumption under) {
        StateRange range = at(under.moment());
        return Felt.of(under.best() ? range.best() : range.worst(), silent);
    }

    /** The two times at which states are computed. */
    enum Moment {
        DURING,
        SETTLED
    }
}
