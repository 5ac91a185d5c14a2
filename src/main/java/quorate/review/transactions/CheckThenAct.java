package quorate.review.transactions;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.HeldBy;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** What must always be true is kept so when two requests race, not only when they take turns. */
final class CheckThenAct implements Rule.OfEntity {

    @Override
    public String id() {
        return "check-then-act";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.DATA_DOMAIN);
    }

    @Override
    public Outcome check(Entity domain, Review.Input in) {
        if (!domain.get(Keys.INVARIANTS).isKnown()) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(domain, Keys.INVARIANTS, Keys.MONEY);
        boolean open = false;
        for (Facts one : domain.get(Keys.INVARIANTS).or(List.of())) {
            boolean races = one.get(Keys.HELD_BY).is(HeldBy.READ_THEN_WRITE) || one.get(Keys.HELD_BY).statedNone();
            if (races) {
                Severity severity = domain.get(Keys.MONEY).is(true)
                        ? Severity.CRITICAL
                        : Importance.of(domain, in).weigh(Severity.MEDIUM);
                return reasons.violated(severity, "Two requests at the same time can break '"
                        + one.get(Keys.INVARIANT).or("the invariant") + "' of " + domain.title()
                        + ": each reads, finds it true, and then writes.");
            }
            open |= one.get(Keys.HELD_BY).isUnknown();
        }
        return open ? reasons.lacksWithin(domain, Keys.INVARIANTS).unknown() : reasons.holds();
    }
}
