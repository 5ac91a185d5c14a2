package quorate.review.transactions;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Subject;
import quorate.model.Words.Carries;
import quorate.model.Words.Delivery;
import quorate.model.Words.Effect;
import quorate.model.Words.Purpose;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Messages;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** What cannot be undone and may be asked for twice carries a key by which the receiver knows that it was done. */
final class EffectNotIdempotent implements Rule.OfLink, Rule.OfEntity {

    /** Stands for retries without end. */
    private static final int ENDLESS = 1_000_000;

    /** Of these, a repetition changes nothing, or is a matter of the channel or of the copies. */
    private static final Set<Purpose> UNCHANGING = EnumSet.of(Purpose.READ, Purpose.CONSUME, Purpose.PUBLISH, Purpose.REPLICATE);

    @Override
    public String id() {
        return "effect-not-idempotent";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SYSTEM, Kind.LINK, Kind.TRANSACTION);
    }

    @Override
    public Outcome check(Subject subject, Review.Input in) {
        return subject instanceof Link link ? check(link, in) : check((Entity) subject, in);
    }

    @Override
    public Outcome check(Link link, Review.Input in) {
        boolean money = link.get(Keys.EFFECT).is(Effect.MONEY);
        if (!money && !link.get(Keys.EFFECT).is(Effect.IRREVERSIBLE)) {
            return Outcome.notApplicable();
        }
        Calls calls = Calls.in(in);
        Optional<Entity> channel = Messages.consumed(link, in);
        Reasons reasons = Reasons.of(
                link, Keys.EFFECT, Keys.RETRY, Keys.IDEMPOTENCY_KEY, Keys.DEDUPLICATED_BY, Keys.MODE);
        channel.ifPresent(c -> reasons.saw(c, Keys.DELIVERY));
        Key<String> decides = channel.isPresent() && !link.get(Keys.DEDUPLICATED_BY).isUnknown()
                ? Keys.DEDUPLICATED_BY
                : Keys.IDEMPOTENCY_KEY;
        Fact<String> guard = link.get(decides);
        if (guard.isKnown()) {
            return reasons.holds();
        }
        int tries = tries(link);
        boolean redelivered = channel.filter(c -> c.get(Keys.DELIVERY).is(Delivery.AT_LEAST_ONCE)).isPresent();
        if (guard.isUnknown() || (channel.isPresent() && decides == Keys.IDEMPOTENCY_KEY)) {
            return reasons.lacks(link, channel.isPresent() ? Keys.DEDUPLICATED_BY : Keys.IDEMPOTENCY_KEY).unknown();
        }
        if (tries > 1 || redelivered) {
            String times = tries == 2 ? "twice" : "several times";
            String cause = tries >= ENDLESS ? "it is tried without end"
                    : tries > 1 ? "it is tried up to " + tries + " times" : "it is delivered at least once";
            return reasons.violated(money ? Severity.CRITICAL : Severity.HIGH, "One request of "
                    + calls.name(link.from()) + " can take effect " + times + " at " + calls.name(link.to())
                    + (money ? " and cost money each time: " : " and cannot be undone: ") + cause
                    + ", and nothing recognises the repetition.");
        }
        if (channel.isPresent()) {
            return reasons.lacks(channel.get(), Keys.DELIVERY).unknown();
        }
        Optional<Link> order = link.get(Keys.RETRY).isKnown() ? Optional.empty() : Messages.repeatedOrder(link.from(), in);
        if (order.isPresent()) {
            return ofOrder(link, order.get(), money, reasons, in);
        }
        if (link.get(Keys.RETRY).isUnknown()) {
            return !money ? reasons.lacks(link, Keys.RETRY).unknown() : reasons.lacks(link, Keys.RETRY).presumed(Severity.HIGH,
                    "One request of " + calls.name(link.from()) + " can take effect twice at " + calls.name(link.to())
                            + " and cost money each time: nothing recognises a repetition, and it is not stated that there is none.");
        }
        boolean open = link.get(Keys.RETRY).or(List.of()).stream().anyMatch(EffectNotIdempotent::uncounted);
        return open ? reasons.lacksWithin(link, Keys.RETRY).unknown() : Outcome.notApplicable();
    }

    /** The request is made because a message came, and messages come again; unless the caller knows those that it has handled. */
    private static Outcome ofOrder(Link link, Link order, boolean money, Reasons reasons, Review.Input in) {
        Calls calls = Calls.in(in);
        reasons.saw(order, Keys.DEDUPLICATED_BY, Keys.IDEMPOTENCY_KEY);
        String channel = Messages.consumed(order, in).map(Entity::title).orElse("");
        String message = "One message from " + channel + " can take effect several times at " + calls.name(link.to())
                + (money ? " and cost money each time: " : " and cannot be undone: ") + "it is delivered at least once, "
                + calls.name(link.to()) + " recognises no repetition, and ";
        if (!order.get(Keys.DEDUPLICATED_BY).statedNone()) {
            return reasons.lacks(order, Keys.DEDUPLICATED_BY).presumed(money ? Severity.HIGH : Severity.MEDIUM,
                    message + "it is not stated by what " + calls.name(link.from()) + " would.");
        }
        return reasons.violated(money ? Severity.CRITICAL : Severity.HIGH, message + calls.name(link.from()) + " asks again each time.");
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        return entity.kind() == Kind.SYSTEM ? repeated(in) : steps(entity, in);
    }

    /** One question for all calls that are tried again while nothing says what they change. */
    private static Outcome repeated(Review.Input in) {
        Reasons reasons = Reasons.none();
        for (Link link : in.linked().architecture().links()) {
            boolean again = tries(link) > 1 || link.get(Keys.RETRY).or(List.of()).stream().anyMatch(EffectNotIdempotent::uncounted);
            boolean open = link.get(Keys.EFFECT).isUnknown() && link.get(Keys.IDEMPOTENCY_KEY).isUnknown();
            boolean changes = !link.get(Keys.CARRIES).is(Carries.CONTROL) && !link.get(Keys.LINK_PURPOSE).is(UNCHANGING::contains);
            if (again && open && changes && Messages.consumed(link, in).isEmpty() && !Importance.of(link, in).minor()) {
                reasons.saw(link, Keys.RETRY).lacks(link, Keys.EFFECT);
            }
        }
        return reasons.unknown();
    }

    /** A step that is repeated until it succeeds must be one that can be repeated. */
    private static Outcome steps(Entity transaction, Review.Input in) {
        List<Facts> steps = transaction.get(Keys.STEPS).or(List.of());
        List<Facts> repeated = steps.stream().filter(s -> s.get(Keys.RETRIABLE).is(true)).toList();
        Reasons reasons = Reasons.of(transaction, Keys.STYLE, Keys.MONEY, Keys.STEPS);
        for (Facts step : repeated) {
            if (step.get(Keys.IDEMPOTENT).is(false)) {
                boolean money = transaction.get(Keys.MONEY).is(true) || step.get(Keys.EFFECT).is(Effect.MONEY);
                String name = step.get(Keys.ACTION).value().or(() -> step.get(Keys.STEP_SERVICE).value()).orElse("a step");
                return reasons.violated(money ? Severity.CRITICAL : Severity.HIGH, "'" + name + "' of "
                        + transaction.title() + " can take effect several times: it is repeated until it succeeds, and"
                        + " doing it twice is not doing it once.");
            }
        }
        boolean all = !repeated.isEmpty() && repeated.stream().allMatch(s -> s.get(Keys.IDEMPOTENT).is(true));
        boolean ask = !repeated.isEmpty() && !all && (transaction.get(Keys.MONEY).is(true)
                || repeated.stream().anyMatch(s -> s.get(Keys.EFFECT).is(e -> e == Effect.MONEY || e == Effect.IRREVERSIBLE)));
        return all ? reasons.holds() : ask ? reasons.lacksWithin(transaction, Keys.STEPS).unknown() : Outcome.notApplicable();
    }

    private static boolean uncounted(Facts layer) {
        return layer.get(Keys.RETRY_ATTEMPTS).isUnknown();
    }

    /** Total tries of all layers, as far as they are stated. */
    private static int tries(Link link) {
        long product = 1;
        for (Facts layer : link.get(Keys.RETRY).or(List.of())) {
            long one = layer.get(Keys.RETRY_UNBOUNDED).is(true) ? ENDLESS : layer.get(Keys.RETRY_ATTEMPTS).or(1);
            product = Math.min(ENDLESS, product * Math.max(1, one));
        }
        return (int) product;
    }
}
