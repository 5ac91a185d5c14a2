package quorate.review.consistency;

import quorate.model.Keys;
import quorate.model.Link;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** State that spreads from peer to peer is checked by each that accepts it. */
final class DisseminationUnchecked implements Rule.OfLink {

    @Override
    public String id() {
        return "dissemination-unchecked";
    }

    @Override
    public Outcome check(Link link, Review.Input in) {
        if (!link.get(Keys.GOSSIP).is(true)) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(link, Keys.GOSSIP, Keys.INTEGRITY_CHECK);
        if (link.get(Keys.INTEGRITY_CHECK).isKnown()) {
            return reasons.holds();
        }
        Importance importance = Importance.of(link, in);
        if (importance.minor()) {
            return reasons.lacks(link, Keys.INTEGRITY_CHECK).unknown();
        }
        String message = "One corrupt message spreads to every member of " + Calls.in(in).name(link.to())
                + ": state passes from peer to peer and nobody checks it end to end";
        if (link.get(Keys.INTEGRITY_CHECK).statedNone()) {
            return reasons.violated(importance.weigh(Severity.HIGH), message + ".");
        }
        return reasons.lacks(link, Keys.INTEGRITY_CHECK)
                .presumed(importance.weigh(Severity.MEDIUM), message + ", as far as is stated.");
    }
}
