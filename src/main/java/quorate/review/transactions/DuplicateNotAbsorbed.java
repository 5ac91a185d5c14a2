package quorate.review.transactions;

import java.util.Optional;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Words.Delivery;
import quorate.model.Words.Effect;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/**
 * A handler that may get a message twice does no harm with the second. Effects that cannot be undone are the matter of
 * {@link EffectNotIdempotent}.
 */
final class DuplicateNotAbsorbed implements Rule.OfLink {

    @Override
    public String id() {
        return "duplicate-not-absorbed";
    }

    @Override
    public Outcome check(Link link, Review.Input in) {
        Optional<Entity> channel = Messages.consumed(link, in);
        boolean other = link.get(Keys.EFFECT).is(e -> e == Effect.MONEY || e == Effect.IRREVERSIBLE);
        if (channel.isEmpty() || other || !Calls.in(in).isProduct(Messages.handler(link, in))) {
            return Outcome.notApplicable();
        }
        Fact<String> absorbed = link.get(Keys.DEDUPLICATED_BY);
        Fact<Delivery> delivery = channel.get().get(Keys.DELIVERY);
        if (delivery.is(d -> d != Delivery.AT_LEAST_ONCE) || link.get(Keys.EFFECT).is(Effect.READ_ONLY)) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(channel.get(), Keys.DELIVERY, Keys.DEDUPLICATION)
                .saw(link, Keys.EFFECT, Keys.DEDUPLICATED_BY, Keys.IDEMPOTENCY_KEY);
        boolean byOther = link.get(Keys.IDEMPOTENCY_KEY).isKnown() || channel.get().get(Keys.DEDUPLICATION).isKnown();
        if (absorbed.isKnown() || (absorbed.isUnknown() && byOther)) {
            return reasons.holds();
        }
        Importance importance = importance(link, in);
        boolean changes = link.get(Keys.EFFECT).is(Effect.REVERSIBLE);
        if (absorbed.statedNone() && changes && delivery.isKnown()) {
            return reasons.violated(importance.weigh(Severity.MEDIUM), Calls.in(in).name(Messages.handler(link, in))
                    + " does its work twice for a message that comes twice: " + channel.get().title()
                    + " delivers at least once, and nothing absorbs the second.");
        }
        if (!importance.critical() && absorbed.isUnknown()) {
            return Outcome.notApplicable();
        }
        return reasons.lacks(channel.get(), Keys.DELIVERY)
                .lacks(link, absorbed.isUnknown() ? Keys.DEDUPLICATED_BY : Keys.EFFECT)
                .unknown();
    }

    private static Importance importance(Link link, Review.Input in) {
        Importance own = Importance.of(link, in);
        return own.critical() || own.minor()
                ? own
                : Calls.in(in).component(Messages.handler(link, in)).map(h -> Importance.of(h, in)).orElse(own);
    }
}
