package quorate.review;

import quorate.catalog.Pattern;
import quorate.model.Change;

/** A single fact at whose other value a choice would fall on another pattern, found by choosing again. */
public record Turn(Change<?> change, Pattern pattern) {

    /** {@code Gossip, with data.carts.no-loss: false instead of true}. */
    public String words() {
        String now = change.writtenAt().isEmpty() ? ", now " : " instead of ";
        return pattern.name() + ", with " + change.path() + ": " + change.after() + now + change.before();
    }
}
