package quorate.review;

import java.util.Optional;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words.Delivery;
import quorate.model.Words.Purpose;

/** Which links carry messages, whichever way round they were drawn. */
public final class Messages {

    private Messages() {}

    /** The channel from which this link is fed: it starts there, or goes there in order to consume. */
    public static Optional<Entity> consumed(Link link, Review.Input in) {
        Optional<Entity> from = in.linked().architecture().carries(link) ? Optional.empty() : channel(link.from(), in);
        boolean pulls = link.get(Keys.LINK_PURPOSE).is(Purpose.CONSUME);
        return from.isPresent() ? from : pulls ? channel(link.to(), in) : Optional.empty();
    }

    /** The channel into which this link puts messages. */
    public static Optional<Entity> published(Link link, Review.Input in) {
        boolean consumes = link.get(Keys.LINK_PURPOSE).is(Purpose.CONSUME);
        return consumes || in.linked().architecture().carries(link) ? Optional.empty() : channel(link.to(), in);
    }

    /** The link by which messages reach this component at least once, unless it is said how it knows those that it has handled. */
    public static Optional<Link> repeatedOrder(String component, Review.Input in) {
        return in.linked().architecture().links().stream()
                .filter(link -> consumed(link, in).filter(c -> c.get(Keys.DELIVERY).is(Delivery.AT_LEAST_ONCE)).isPresent())
                .filter(link -> handler(link, in).equals(component))
                .filter(link -> !link.get(Keys.DEDUPLICATED_BY).isKnown() && !link.get(Keys.IDEMPOTENCY_KEY).isKnown())
                .findFirst();
    }

    /** The far end of a consuming link: who handles the message. */
    public static String handler(Link link, Review.Input in) {
        return channel(link.from(), in).isPresent() ? link.to() : link.from();
    }

    private static Optional<Entity> channel(String id, Review.Input in) {
        return in.linked().architecture().find(Kind.CHANNEL, id);
    }
}
