package quorate.derive.failure;

import quorate.model.Subject;

/**
 * What a failure does to a journey. A large system has millions of these, so that equal ones are one object; how the states come
 * about under one failure is asked of its scenario.
 *
 * @param journey the journey; implied ones have the service where they enter as subject
 * @param side the side of a partition on which the user's request arrives; empty for other failures
 * @param during while nothing has recovered yet
 * @param settled after automatic recovery has ended
 */
public record JourneyImpact(Subject journey, String side, StateRange during, StateRange settled) {

    /** Whether no unknown fact decides about a state. */
    public boolean isCertain() {
        return during.isCertain() && settled.isCertain();
    }
}
