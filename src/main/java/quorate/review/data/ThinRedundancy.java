package quorate.review.data;

import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.StoreType;
import quorate.model.Words.Topology;
import quorate.review.Copies;
import quorate.review.DataNeeds;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** A single leader has two copies to fall back on, so that repairing one does not leave the last. */
final class ThinRedundancy implements Rule.OfEntity {

    /** Kinds of store whose content cannot be made again from another one. */
    private static final Set<StoreType> AUTHORITIES =
            Set.of(StoreType.DATABASE, StoreType.OBJECT_STORE, StoreType.EVENT_LOG);

    @Override
    public String id() {
        return "thin-redundancy";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.STORE);
    }

    @Override
    public Outcome check(Entity store, Review.Input in) {
        Copies copies = Copies.of(store, in);
        DataNeeds needs = DataNeeds.of(store, in);
        Importance importance = Importance.of(store, in);
        boolean matters = importance.critical() || needs.noLoss();
        boolean authority = store.get(Keys.STORE_TYPE).is(AUTHORITIES::contains)
                || !needs.asAuthority().domains().isEmpty();
        if (!authority || (importance.minor() && !needs.noLoss())) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(store, Keys.REPLICAS, Keys.TOPOLOGY, Keys.LOG_ARCHIVE, Keys.RESTORE_TESTED)
                .addAll(importance.because()).addAll(needs.stated(Keys.NO_LOSS));
        if (!store.get(Keys.REPLICAS).isKnown()) {
            return matters ? reasons.lacks(store, Keys.REPLICAS, Keys.LOG_ARCHIVE).unknown() : Outcome.notApplicable();
        }
        int standbys = Math.max(0, store.get(Keys.REPLICAS).value().get() - 1);
        if (standbys >= 1 && !copies.topology().isUnknown() && !copies.is(Topology.SINGLE_LEADER)) {
            return Outcome.notApplicable();
        }
        if (standbys >= 2) {
            return reasons.holds();
        }
        if (!matters) {
            // One instance of a store that nobody calls critical is a choice, and in a file for one machine the usual one.
            return Outcome.notApplicable();
        }
        if (standbys == 1 && copies.topology().isUnknown()) {
            return reasons.lacks(store, Keys.TOPOLOGY).unknown();
        }
        reasons.conclude("standbys = " + (standbys + 1) + " - 1 = " + standbys);
        boolean archived = store.get(Keys.LOG_ARCHIVE).is(true);
        Severity severity = store.get(Keys.LOG_ARCHIVE).is(false) || store.get(Keys.LOG_ARCHIVE).statedNone()
                ? Severity.CRITICAL
                : archived ? Severity.MEDIUM : Severity.HIGH;
        String consequence = standbys == 0
                ? "Loss of one volume leaves no copy of " + store.title() + ": it has no standby"
                : "Rebuilding a standby leaves one copy of " + store.title() + ": it has 1 standby";
        String archive = archived ? ", though its log is archived."
                : severity == Severity.CRITICAL ? ", and no log archive." : ".";
        return reasons.violated(severity, consequence + archive);
    }
}
