package quorate.review.transactions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Provenance;
import quorate.model.Subject;
import quorate.model.Words.Delivery;
import quorate.model.Words.Effect;
import quorate.model.Words.Need;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Messages;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/**
 * A handler that may get a message twice does no harm with the second. Effects that cannot be undone are the matter of
 * {@link EffectNotIdempotent}.
 */
final class DuplicateNotAbsorbed implements Rule.OfLink, Rule.OfEntity {

    @Override
    public String id() {
        return "duplicate-not-absorbed";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.LINK, Kind.CHANNEL);
    }

    @Override
    public Outcome check(Subject subject, Review.Input in) {
        return subject instanceof Link link ? check(link, in) : check((Entity) subject, in);
    }

    /** Services use the channel, and of none of them it is known that it consumes: one question, who does. */
    @Override
    public Outcome check(Entity channel, Review.Input in) {
        Calls calls = Calls.in(in);
        List<Link> ends = new ArrayList<>(calls.to(channel.id()));
        ends.addAll(calls.from(channel.id()));
        boolean consumed = ends.stream()
                .filter(link -> Messages.consumed(link, in).isPresent())
                .flatMap(link -> calls.component(Messages.handler(link, in)).stream())
                .anyMatch(handler -> handler.kind() == Kind.SERVICE && calls.staysUp(handler));
        List<Link> open = ends.stream()
                .filter(l -> l.get(Keys.LINK_PURPOSE).isUnknown() && !startsOnly(l))
                .filter(l -> calls.component(l.from()).filter(c -> c.kind() == Kind.SERVICE && calls.staysUp(c)).isPresent())
                .toList();
        boolean once = channel.get(Keys.DELIVERY).is(d -> d != Delivery.AT_LEAST_ONCE);
        if (consumed || once || open.isEmpty() || Importance.of(channel, in).minor()) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(channel, Keys.DELIVERY, Keys.DEDUPLICATION);
        open.forEach(link -> reasons.lacks(link, Keys.LINK_PURPOSE));
        return reasons.unknown();
    }

    /** Stated as such; an order of start in a deployment file says that the channel is used, and nothing of what for. */
    private static boolean startsOnly(Link link) {
        return link.get(Keys.NEED).is(Need.STARTUP) && link.get(Keys.NEED).origin().provenance() != Provenance.IMPORTED;
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
        boolean promised = delivery.isKnown() && delivery.origin().provenance() == Provenance.DECLARED && !importance.minor();
        if (!importance.critical() && !promised && absorbed.isUnknown() && !Importance.unrated(link, in)) {
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
