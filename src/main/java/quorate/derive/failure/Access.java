package quorate.derive.failure;

import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words;

/** What a caller wants of a component. */
enum Access {
    /** From whichever copies the store answers reads. */
    READ,
    /** A read that the link sends to the leader or to a quorum. */
    LEADER_READ,
    /** A read that the link sends to any copy. */
    FOLLOWER_READ,
    WRITE,
    /** Not stated, or both. */
    ANY;

    static Access of(Link link) {
        Fact<Words.Purpose> purpose = link.get(Keys.LINK_PURPOSE);
        if (purpose.is(Words.Purpose.READ)) {
            Fact<Words.ReadFrom> from = link.get(Keys.READS_FROM);
            return isFollower(from) ? FOLLOWER_READ : from.isKnown() ? LEADER_READ : READ;
        }
        return purpose.is(Words.Purpose.WRITE) ? WRITE : ANY;
    }

    /** Whether a component may answer one kind of access and not another; services without copies of state do not. */
    static boolean matters(Entity component) {
        return component.kind() != Kind.SERVICE || component.facts().has(Keys.TOPOLOGY);
    }

    boolean reads() {
        return this == READ || this == LEADER_READ || this == FOLLOWER_READ;
    }

    static boolean isFollower(Fact<Words.ReadFrom> from) {
        return from.is(Words.ReadFrom.REPLICAS) || from.is(Words.ReadFrom.LOCAL);
    }
}
