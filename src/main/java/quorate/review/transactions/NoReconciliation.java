package quorate.review.transactions;

import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** Money is counted a second time by something that did not count it the first time. */
final class NoReconciliation implements Rule.OfEntity {

    @Override
    public String id() {
        return "no-reconciliation";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.DATA_DOMAIN);
    }

    @Override
    public Outcome check(Entity domain, Review.Input in) {
        if (!domain.get(Keys.MONEY).is(true)) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(domain, Keys.MONEY, Keys.RECONCILIATION, Keys.INVARIANTS);
        if (domain.get(Keys.RECONCILIATION).isKnown()) {
            return reasons.holds();
        }
        if (domain.get(Keys.RECONCILIATION).isUnknown()) {
            return reasons.lacks(domain, Keys.RECONCILIATION).unknown();
        }
        return reasons.violated(Severity.HIGH, "A wrong amount in " + domain.title()
                + " is found by a customer first: nothing independent compares it with another record.");
    }
}
