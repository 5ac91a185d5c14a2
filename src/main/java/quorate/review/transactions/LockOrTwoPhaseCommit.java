package quorate.review.transactions;

import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.CoordinationPurpose;
import quorate.model.Words.TransactionStyle;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** A distributed lock or a two-phase commit is safe as built, and someone has said why nothing simpler would do. */
final class LockOrTwoPhaseCommit implements Rule.OfEntity {

    @Override
    public String id() {
        return "lock-or-2pc";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.COORDINATION, Kind.TRANSACTION);
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        if (entity.get(Keys.COORDINATION_PURPOSE).is(CoordinationPurpose.LOCK) && entity.kind() == Kind.COORDINATION) {
            return lock(entity);
        }
        return entity.get(Keys.STYLE).is(TransactionStyle.TWO_PHASE_COMMIT) ? commit(entity) : Outcome.notApplicable();
    }

    private static Outcome lock(Entity lock) {
        Reasons reasons = Reasons.of(lock, Keys.COORDINATION_PURPOSE, Keys.LEASE, Keys.FENCING_TOKEN,
                Keys.TOKEN_CHECKED_BY, Keys.REASON);
        reasons.saw(lock, Keys.PROTECTS);
        if (lock.get(Keys.PROTECTS).statedNone()) {
            return Outcome.notApplicable();
        }
        if (lock.get(Keys.TOKEN_CHECKED_BY).statedNone() && lock.get(Keys.PROTECTS).isUnknown()) {
            return reasons.lacks(lock, Keys.PROTECTS).unknown();
        }
        if (lock.get(Keys.TOKEN_CHECKED_BY).statedNone()) {
            return reasons.violated(Severity.HIGH, "The lock " + lock.title()
                    + " excludes nobody for certain: a paused holder writes after its turn, and no token is checked.");
        }
        if (lock.get(Keys.LEASE).statedNone() && lock.get(Keys.PROTECTS).isKnown()) {
            return reasons.violated(Severity.MEDIUM, "A holder that dies keeps " + lock.title()
                    + " locked until a person acts: the lock has no lease.");
        }
        return justified(lock, lock.get(Keys.TOKEN_CHECKED_BY).isKnown(), reasons.lacks(lock, Keys.TOKEN_CHECKED_BY));
    }

    private static Outcome commit(Entity transaction) {
        Reasons reasons = Reasons.of(transaction, Keys.STYLE, Keys.COORDINATOR, Keys.COORDINATOR_REPLICATED, Keys.REASON);
        if (transaction.get(Keys.COORDINATOR_REPLICATED).is(false)) {
            return reasons.violated(Severity.HIGH, "Participants of " + transaction.title()
                    + " stay locked in doubt when the coordinator is lost: its decision is not replicated.");
        }
        boolean safe = transaction.get(Keys.COORDINATOR_REPLICATED).is(true);
        return justified(transaction, safe, reasons.lacks(transaction, Keys.COORDINATOR_REPLICATED));
    }

    /** Safe or not yet known to be: the reason is asked for together with what is missing. */
    private static Outcome justified(Entity entity, boolean safe, Reasons reasons) {
        if (safe && entity.get(Keys.REASON).statedNone()) {
            return reasons.violated(Severity.INFO, "Work waits for " + entity.title()
                    + ", and no reason is given why nothing simpler would do.");
        }
        return safe && entity.get(Keys.REASON).isKnown()
                ? reasons.holds()
                : reasons.lacks(entity, Keys.REASON).unknown();
    }
}
