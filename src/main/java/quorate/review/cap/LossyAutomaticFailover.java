package quorate.review.cap;

import java.util.Optional;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Provenance;
import quorate.model.Words.Boundary;
import quorate.model.Words.LossGuard;
import quorate.model.Words.ReplicationMode;
import quorate.model.Words.StoreType;
import quorate.model.Words.Topology;
import quorate.model.Words;
import quorate.review.Calls;
import quorate.review.Copies;
import quorate.review.DataNeeds;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** What promotes by itself must not promote a copy that lacks acknowledged writes. */
final class LossyAutomaticFailover implements Rule.OfEntity {

    @Override
    public String id() {
        return "lossy-automatic-failover";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.STORE, Kind.CHANNEL);
    }

    @Override
    public Outcome check(Entity store, Review.Input in) {
        Copies copies = Copies.of(store, in);
        DataNeeds needs = DataNeeds.of(store, in);
        boolean leader = !copies.is(Topology.LEADERLESS, Topology.MULTI_LEADER, Topology.CONSENSUS, Topology.NONE);
        if (!leader || !copies.several() || needs.bearsLoss()) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(store, Keys.REPLICATION_MODE, Keys.REPLICATION_BOUNDARY)
                .addAll(needs.stated(Keys.NO_LOSS));
        Optional<Evidence> automatic = copies.automaticFailover();
        if (automatic.isEmpty()) {
            boolean ask = copies.asynchronous() && needs.noLoss() && store.get(Keys.FAILOVER_MODE).isUnknown();
            return ask ? reasons.lacks(store, Keys.FAILOVER_MODE).unknown() : undecided(store, copies, reasons);
        }
        reasons.add(automatic.get());
        if (copies.synchronous()) {
            return reasons.holds();
        }
        if (store.get(Keys.REPLICATION_MODE).isUnknown()) {
            boolean guarded = store.get(Keys.LOSS_GUARD).is(guard -> guard != LossGuard.NONE);
            boolean ask = needs.noLoss() || Importance.of(store, in).critical() || Calls.in(in).reliedOn(store.id());
            return guarded
                    ? reasons.saw(store, Keys.LOSS_GUARD).holds()
                    : ask ? reasons.lacks(store, Keys.REPLICATION_MODE).unknown() : Outcome.notApplicable();
        }
        return narrower(store)
                ? Outcome.notApplicable()
                : guarded(store, needs, reasons.saw(store, Keys.FAILOVER_BOUNDARY), severity(store, needs, in));
    }

    /** A source shows that one copy follows another, and nobody says when a write is acknowledged or who promotes. */
    private static Outcome undecided(Entity store, Copies copies, Reasons reasons) {
        boolean shown = copies.is(Topology.SINGLE_LEADER) && !byDefault(store.get(Keys.TOPOLOGY));
        boolean open = store.get(Keys.REPLICATION_MODE).isUnknown() || byDefault(store.get(Keys.REPLICATION_MODE));
        return shown && open && store.get(Keys.FAILOVER_MODE).isUnknown()
                ? reasons.saw(store, Keys.TOPOLOGY).lacks(store, Keys.FAILOVER_MODE, Keys.REPLICATION_MODE).unknown()
                : Outcome.notApplicable();
    }

    private static boolean byDefault(Fact<?> fact) {
        return fact.origin().provenance() == Provenance.DEFAULT;
    }

    private static Outcome guarded(Entity store, DataNeeds needs, Reasons reasons, Severity severity) {
        Fact<LossGuard> guard = store.get(Keys.LOSS_GUARD);
        String message = "Acknowledged writes to " + store.title() + " are lost when failover promotes a replica that has"
                + " not received them: replication is " + store.get(Keys.REPLICATION_MODE).map(Words::written).or("")
                + across(store) + " and promotion is automatic";
        if (guard.isUnknown()) {
            return reasons.lacks(store, Keys.LOSS_GUARD)
                    .presumed(severity, message + ", with no guard stated.");
        }
        reasons.saw(store, Keys.LOSS_GUARD);
        if (guard.is(g -> g != LossGuard.NONE)) {
            return reasons.holds();
        }
        return needs.noLoss()
                ? reasons.violated(severity, message + ", with no loss guard.")
                : needs.lacks(reasons, Keys.NO_LOSS).presumed(severity, message + ", with no loss guard.");
    }

    private static String across(Entity store) {
        return store.get(Keys.REPLICATION_BOUNDARY).value()
                .filter(b -> b != Boundary.LOCAL)
                .map(b -> " across a " + Words.written(b))
                .orElse("");
    }

    /** Promotion stays inside a border that the asynchronous copy lies beyond. */
    private static boolean narrower(Entity store) {
        return store.get(Keys.FAILOVER_BOUNDARY)
                .is(b -> store.get(Keys.REPLICATION_BOUNDARY).is(wide -> b.compareTo(wide) < 0));
    }

    private static Severity severity(Entity store, DataNeeds needs, Review.Input in) {
        if (needs.noLoss() || needs.money()) {
            return Severity.CRITICAL;
        }
        boolean cache = store.get(Keys.STORE_TYPE).is(StoreType.CACHE);
        boolean wide = store.get(Keys.REPLICATION_BOUNDARY).is(b -> b != Boundary.LOCAL);
        boolean semi = store.get(Keys.REPLICATION_MODE).is(ReplicationMode.SEMI_SYNC);
        Severity ordinary = cache ? Severity.LOW : wide ? Severity.HIGH : Severity.MEDIUM;
        Severity eased = semi ? ordinary.lowered() : ordinary;
        return Importance.of(store, in).minor() ? eased.lowered() : eased;
    }
}
