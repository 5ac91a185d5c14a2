package quorate.derive.failure;

import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Words;

/** What a caller wants of a component. */
enum Access {
    READ,
    WRITE,
    /** Not stated, or both. */
    ANY;

    static Access of(Link link) {
        Fact<Words.Purpose> purpose = link.get(Keys.LINK_PURPOSE);
        if (purpose.is(Words.Purpose.READ)) {
            return READ;
        }
        return purpose.is(Words.Purpose.WRITE) ? WRITE : ANY;
    }
}
