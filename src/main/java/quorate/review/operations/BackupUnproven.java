package quorate.review.operations;

import java.util.Set;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words;
import quorate.model.Words.Granularity;
import quorate.model.Words.StoreType;
import quorate.review.Calls;
import quorate.review.DataNeeds;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** A backup counts once it lies elsewhere and something was restored from it. */
final class BackupUnproven implements Rule.OfEntity {

    private static final Set<StoreType> KEEPS = Set.of(StoreType.DATABASE, StoreType.OBJECT_STORE, StoreType.EVENT_LOG);

    @Override
    public String id() {
        return "backup-unproven";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.STORE);
    }

    @Override
    public Outcome check(Entity store, Review.Input in) {
        DataNeeds needs = DataNeeds.of(store, in).asAuthority();
        Importance importance = Importance.of(store, in);
        boolean authority = !needs.domains().isEmpty();
        boolean projection = !authority && !DataNeeds.of(store, in).domains().isEmpty();
        if (!authority && !store.get(Keys.STORE_TYPE).is(KEEPS::contains)) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(store, Keys.BACKUP_PLACE, Keys.BACKUP_INDEPENDENT, Keys.BACKUP_INTERVAL,
                Keys.RESTORE_TESTED, Keys.BACKUP_GRANULARITY, Keys.BACKUP_NEEDED);
        Severity severity = projection ? Severity.INFO
                : needs.noLoss() || !importance.minor() ? Severity.CRITICAL : Severity.HIGH;
        if (store.get(Keys.BACKUP_PLACE).statedNone()) {
            return reasons.violated(severity, "A deletion or a corrupted copy of " + store.title()
                    + " cannot be undone: it has no backup.");
        }
        if (store.get(Keys.BACKUP_INDEPENDENT).is(false)) {
            return reasons.violated(severity, "What destroys " + store.title()
                    + " destroys its backup too: the backup does not survive the loss of what it saves.");
        }
        if (store.get(Keys.RESTORE_TESTED).statedNone()) {
            return reasons.violated(severity, "Whether " + store.title()
                    + " can be restored is found out in the emergency: no restore was ever done.");
        }
        if (tooCoarse(store)) {
            return reasons.violated(projection ? Severity.INFO : importance.weigh(Severity.MEDIUM), "To restore one "
                    + store.get(Keys.BACKUP_NEEDED).map(Words::written).or("") + " of " + store.title()
                    + " everything else goes back too: the backup restores no less than "
                    + store.get(Keys.BACKUP_GRANULARITY).map(Words::written).or("") + ".");
        }
        if (store.get(Keys.RESTORE_TESTED).isKnown() && store.get(Keys.BACKUP_INDEPENDENT).is(true)) {
            boolean whole = store.get(Keys.BACKUP_GRANULARITY).is(Granularity.WHOLE) && store.get(Keys.BACKUP_NEEDED).isUnknown();
            return whole && needs.noLoss() ? reasons.lacks(store, Keys.BACKUP_NEEDED).unknown() : reasons.holds();
        }
        boolean needed = authority && !importance.minor() && Calls.in(in).reliedOn(store.id());
        boolean ask = !projection && (needs.noLoss() || importance.critical() || needed);
        return ask ? reasons.lacks(store, Keys.RESTORE_TESTED, Keys.BACKUP_INDEPENDENT).unknown() : Outcome.notApplicable();
    }

    /** Point in time is an axis of its own: it is asked for or it is not. */
    private static boolean tooCoarse(Entity store) {
        Fact<Granularity> has = store.get(Keys.BACKUP_GRANULARITY);
        Fact<Granularity> needed = store.get(Keys.BACKUP_NEEDED);
        if (!has.isKnown() || !needed.isKnown() || has.value().equals(needed.value())) {
            return false;
        }
        if (needed.is(Granularity.POINT_IN_TIME)) {
            return !store.get(Keys.LOG_ARCHIVE).isUnknown() && !store.get(Keys.LOG_ARCHIVE).is(true);
        }
        return has.is(Granularity.WHOLE) || (has.is(Granularity.DATABASE) && !needed.is(Granularity.WHOLE));
    }
}
