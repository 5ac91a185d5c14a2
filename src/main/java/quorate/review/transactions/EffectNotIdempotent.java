package quorate.review.transactions;

import java.util.List;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Words.Delivery;
import quorate.model.Words.Effect;
import quorate.review.Calls;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** What cannot be undone and may be asked for twice carries a key by which the receiver knows that it was done. */
final class EffectNotIdempotent implements Rule.OfLink {

    @Override
    public String id() {
        return "effect-not-idempotent";
    }

    @Override
    public Outcome check(Link link, Review.Input in) {
        boolean money = link.get(Keys.EFFECT).is(Effect.MONEY);
        if (!money && !link.get(Keys.EFFECT).is(Effect.IRREVERSIBLE)) {
            return Outcome.notApplicable();
        }
        Calls calls = Calls.in(in);
        Reasons reasons = Reasons.of(
                link, Keys.EFFECT, Keys.RETRY, Keys.IDEMPOTENCY_KEY, Keys.DEDUPLICATED_BY, Keys.MODE);
        boolean message = Messages.consumed(link, in).isPresent();
        Messages.consumed(link, in).ifPresent(channel -> reasons.saw(channel, Keys.DELIVERY));
        boolean guarded = link.get(Keys.IDEMPOTENCY_KEY).isKnown() || (message && link.get(Keys.DEDUPLICATED_BY).isKnown());
        if (guarded) {
            return reasons.holds();
        }
        boolean denied = link.get(Keys.IDEMPOTENCY_KEY).statedNone()
                && (!message || link.get(Keys.DEDUPLICATED_BY).statedNone());
        boolean redelivered = message
                && Messages.consumed(link, in).filter(c -> c.get(Keys.DELIVERY).is(Delivery.AT_LEAST_ONCE)).isPresent();
        int tries = tries(link);
        if (denied && (tries > 1 || redelivered)) {
            return reasons.violated(money ? Severity.CRITICAL : Severity.HIGH, "One request of " + calls.name(link.from())
                    + " can take effect " + (tries == 2 ? "twice" : "several times") + " at " + calls.name(link.to())
                    + (money ? " and cost money each time" : " and cannot be undone") + ": it is "
                    + (tries > 1 ? "tried " + (tries > 1000 ? "without end" : "up to " + tries + " times")
                            : "delivered at least once")
                    + " without an idempotency key.");
        }
        if (denied && link.get(Keys.RETRY).statedNone() && !message) {
            return Outcome.notApplicable();
        }
        return denied
                ? reasons.lacks(link, Keys.RETRY).unknown()
                : reasons.lacks(link, Keys.IDEMPOTENCY_KEY).unknown();
    }

    /** Total tries of all layers; very large where one has no end. */
    private static int tries(Link link) {
        long product = 1;
        for (Facts layer : link.get(Keys.RETRY).or(List.of())) {
            long one = layer.get(Keys.RETRY_UNBOUNDED).is(true) ? 1_000_000 : layer.get(Keys.RETRY_ATTEMPTS).or(1);
            product = Math.min(1_000_000, product * Math.max(1, one));
        }
        return (int) product;
    }
}
