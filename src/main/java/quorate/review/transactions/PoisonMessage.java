package quorate.review.transactions;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Provenance;
import quorate.model.Words.Delivery;
import quorate.review.DataNeeds;
import quorate.review.Importance;
import quorate.review.Messages;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** A message that can never be handled is put aside after a number of tries. */
final class PoisonMessage implements Rule.OfEntity {

    @Override
    public String id() {
        return "poison-message";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.CHANNEL);
    }

    @Override
    public Outcome check(Entity channel, Review.Input in) {
        if (!channel.get(Keys.DELIVERY).is(Delivery.AT_LEAST_ONCE)) {
            return Outcome.notApplicable();
        }
        Importance importance = Importance.of(channel, in);
        Reasons reasons = Reasons.of(channel, Keys.DELIVERY, Keys.DEAD_LETTER, Keys.MAX_DELIVERIES);
        boolean place = channel.get(Keys.DEAD_LETTER).isKnown();
        boolean limit = channel.get(Keys.MAX_DELIVERIES).isKnown();
        if (place && channel.get(Keys.MAX_DELIVERIES).statedNone()) {
            return reasons.violated(importance.weigh(Severity.MEDIUM), "A message that always fails never reaches the"
                    + " dead-letter place of " + channel.title() + ": nothing limits its deliveries.");
        }
        if (limit && channel.get(Keys.DEAD_LETTER).statedNone()) {
            Severity severity = DataNeeds.of(channel, in).noLoss() ? Severity.HIGH : importance.weigh(Severity.LOW);
            return reasons.violated(severity, "A message that fails " + channel.get(Keys.MAX_DELIVERIES).or(0)
                    + " times is lost: " + channel.title() + " has a limit on deliveries and no dead-letter place.");
        }
        if (place || limit) {
            return reasons.holds();
        }
        String message = "One message that cannot be handled comes back for ever and stops the consumers of "
                + channel.title() + ": it is delivered at least once";
        if (channel.get(Keys.DEAD_LETTER).statedNone() && channel.get(Keys.MAX_DELIVERIES).statedNone()) {
            return reasons.violated(importance.weigh(Severity.HIGH), message + ", without limit and without dead-letter place.");
        }
        reasons.lacks(channel, Keys.DEAD_LETTER, Keys.MAX_DELIVERIES);
        boolean stated = channel.get(Keys.DELIVERY).origin().provenance() != Provenance.DEFAULT;
        if (stated && !importance.minor()) {
            return reasons.presumed(importance.weigh(Severity.MEDIUM), message + ", and no limit or dead-letter place is stated.");
        }
        boolean consumed = Stream.of(
                        in.linked().architecture().linksFrom(channel.id()), in.linked().architecture().linksTo(channel.id()))
                .flatMap(List::stream)
                .anyMatch(link -> Messages.consumed(link, in).isPresent());
        return consumed && importance.critical() ? reasons.unknown() : Outcome.notApplicable();
    }
}
