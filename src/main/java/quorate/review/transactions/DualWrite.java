package quorate.review.transactions;

import java.util.Optional;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Subject;
import quorate.model.Words.Carries;
import quorate.model.Words.Delivery;
import quorate.model.Words.Effect;
import quorate.model.Words.Purpose;
import quorate.model.Words.TransactionStyle;
import quorate.review.Calls;
import quorate.review.DataNeeds;
import quorate.review.Importance;
import quorate.review.Messages;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.SameData;
import quorate.review.Severity;

/** A change of state and the message or effect that tells of it are recorded together. */
final class DualWrite implements Rule.OfLink {

    @Override
    public String id() {
        return "dual-write";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.LINK, Kind.TRANSACTION);
    }

    @Override
    public Outcome check(Subject subject, Review.Input in) {
        return subject instanceof Entity transaction ? transaction(transaction) : check((Link) subject, in);
    }

    private static Outcome transaction(Entity transaction) {
        if (!transaction.get(Keys.STYLE).isKnown()) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(transaction, Keys.STYLE, Keys.MONEY);
        if (!transaction.get(Keys.STYLE).is(TransactionStyle.DUAL_WRITE)) {
            return transaction.get(Keys.STYLE).is(TransactionStyle.OUTBOX) ? reasons.holds() : Outcome.notApplicable();
        }
        return reasons.violated(transaction.get(Keys.MONEY).is(true) ? Severity.CRITICAL : Severity.HIGH,
                "A crash between its writes leaves " + transaction.title()
                        + " half done for good: it writes to two places one after the other, with no record of intent.");
    }

    @Override
    public Outcome check(Link link, Review.Input in) {
        Reasons reasons = Reasons.of(link, Keys.OUTBOX, Keys.EFFECT, Keys.LINK_PURPOSE);
        if (link.get(Keys.OUTBOX).is(true)) {
            return reasons.holds();
        }
        Optional<Link> partner = partner(link, in);
        Optional<Link> twin = SameData.besides(link, in);
        if (partner.isEmpty() && twin.isPresent()) {
            return link.get(Keys.OUTBOX).isUnknown() && twin.get().get(Keys.OUTBOX).isUnknown()
                    ? reasons.saw(twin.get(), Keys.LINK_PURPOSE, Keys.TO).lacks(link, Keys.OUTBOX).unknown()
                    : Outcome.notApplicable();
        }
        if (partner.isEmpty()) {
            return besideWhatMayBeWritten(link, reasons, in);
        }
        reasons.saw(partner.get(), Keys.LINK_PURPOSE, Keys.EFFECT, Keys.TO);
        boolean money = money(link, in) || money(partner.get(), in);
        Calls calls = Calls.in(in);
        Optional<Entity> channel = Messages.published(link, in);
        if (channel.filter(c -> c.get(Keys.DELIVERY).is(Delivery.AT_MOST_ONCE)).isPresent()) {
            return Outcome.notApplicable();
        }
        if (link.get(Keys.OUTBOX).isUnknown()) {
            boolean lostForGood = channel.isPresent()
                    || (effect(link) && !link.get(Keys.IDEMPOTENCY_KEY).isKnown());
            boolean matters = money || Importance.of(link, in).critical() || keeps(partner.get(), in)
                    || calls.component(link.from()).filter(c -> Importance.of(c, in).critical()).isPresent();
            boolean mayMatter = channel.isPresent() && Importance.unrated(link, in) && mayKeep(partner.get(), in);
            boolean ask = lostForGood && partner.get().get(Keys.OUTBOX).isUnknown() && (matters || mayMatter);
            return ask ? reasons.lacks(link, Keys.OUTBOX).unknown() : Outcome.notApplicable();
        }
        if (channel.filter(c -> c.get(Keys.DELIVERY).isUnknown()).isPresent()) {
            return reasons.lacks(channel.get(), Keys.DELIVERY).unknown();
        }
        channel.ifPresent(c -> reasons.saw(c, Keys.DELIVERY));
        return reasons.violated(money ? Severity.CRITICAL : Severity.HIGH, "After a crash " + calls.name(link.to()) + " and "
                + calls.name(partner.get().to()) + " disagree for good: " + calls.name(link.from())
                + " writes to both one after the other, with no outbox and no record of intent.");
    }

    /**
     * A payment by one that also uses a store, of which it is not said whether it writes there; or a message that matters, by
     * one that so uses a store which must not lose a write; or a message and a store of which nothing is said at all.
     */
    private static Outcome besideWhatMayBeWritten(Link link, Reasons reasons, Review.Input in) {
        boolean paid = link.get(Keys.EFFECT).is(Effect.MONEY) && !link.get(Keys.IDEMPOTENCY_KEY).isKnown();
        boolean published = Messages.published(link, in).filter(c -> !c.get(Keys.DELIVERY).is(Delivery.AT_MOST_ONCE)).isPresent();
        boolean unrated = published && Importance.unrated(link, in);
        boolean told = published && (unrated || Importance.of(link, in).critical());
        Optional<Link> open = Calls.in(in).from(link.from()).stream()
                .filter(other -> in.linked().architecture().find(Kind.STORE, other.to()).isPresent())
                .filter(other -> other.get(Keys.LINK_PURPOSE).isUnknown() && !other.get(Keys.CARRIES).is(Carries.CONTROL))
                .filter(other -> other.get(Keys.OUTBOX).isUnknown())
                .filter(other -> paid || keeps(other, in) || (unrated && undescribed(other, in)))
                .findFirst();
        return (paid || told) && link.get(Keys.OUTBOX).isUnknown() && open.isPresent()
                ? reasons.saw(open.get(), Keys.TO).lacks(link, Keys.OUTBOX).unknown()
                : Outcome.notApplicable();
    }

    /** The other half: a state change beside a message, or a message or effect beside a state change. */
    private static Optional<Link> partner(Link link, Review.Input in) {
        Calls calls = Calls.in(in);
        boolean message = Messages.published(link, in).isPresent() || effect(link);
        return calls.from(link.from()).stream()
                .filter(other -> !other.id().equals(link.id()) && !other.to().equals(link.to()))
                .filter(other -> message ? changesState(other, in) : changesState(link, in)
                        && (Messages.published(other, in).isPresent() || effect(other)))
                .findFirst();
    }

    private static boolean effect(Link link) {
        return link.get(Keys.EFFECT).is(e -> e == Effect.IRREVERSIBLE || e == Effect.MONEY);
    }

    private static boolean changesState(Link link, Review.Input in) {
        boolean store = in.linked().architecture().find(Kind.STORE, link.to()).isPresent();
        return store && !link.get(Keys.CARRIES).is(Carries.CONTROL)
                && (link.get(Keys.LINK_PURPOSE).is(Purpose.WRITE) || link.get(Keys.OUTBOX).is(false));
    }

    private static boolean money(Link link, Review.Input in) {
        return link.get(Keys.EFFECT).is(Effect.MONEY) || needs(link, in).filter(DataNeeds::money).isPresent();
    }

    private static boolean keeps(Link link, Review.Input in) {
        return needs(link, in).filter(DataNeeds::noLoss).isPresent();
    }

    private static boolean undescribed(Link link, Review.Input in) {
        return needs(link, in).filter(DataNeeds::undescribed).isPresent();
    }

    /** Whether a write may have to be kept: nobody says that its data bear the loss of one. */
    private static boolean mayKeep(Link write, Review.Input in) {
        return undescribed(write, in)
                || needs(write, in).filter(needs -> !needs.domains().isEmpty() && !needs.bearsLoss()).isPresent();
    }

    private static Optional<DataNeeds> needs(Link link, Review.Input in) {
        return in.linked().architecture().find(Kind.STORE, link.to()).map(store -> DataNeeds.of(store, in));
    }
}
