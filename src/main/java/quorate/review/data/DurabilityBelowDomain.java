package quorate.review.data;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.Delivery;
import quorate.model.Words.Flush;
import quorate.model.Words.Topology;
import quorate.model.Words.VolumeKind;
import quorate.model.Words;
import quorate.review.Copies;
import quorate.review.DataNeeds;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** The authority for data that must not be lost has them on disk before it says so. */
final class DurabilityBelowDomain implements Rule.OfEntity {

    @Override
    public String id() {
        return "durability-below-domain";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.STORE, Kind.CHANNEL);
    }

    @Override
    public Outcome check(Entity store, Review.Input in) {
        DataNeeds all = DataNeeds.of(store, in);
        DataNeeds needs = all.asAuthority();
        Copies copies = Copies.of(store, in);
        if (!needs.noLoss()) {
            return all.undescribed() ? undescribed(store, all, copies) : Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(store, Keys.FLUSH, Keys.VOLUME, Keys.REPLICATION_MODE, Keys.REPLICAS)
                .addAll(needs.stated(Keys.NO_LOSS));
        boolean volatileVolume = store.get(Keys.VOLUME).is(v -> v != VolumeKind.PERSISTENT);
        boolean lateFlush = store.get(Keys.FLUSH).is(f -> f != Flush.EACH_COMMIT);
        if (!volatileVolume && !lateFlush) {
            return store.get(Keys.FLUSH).is(Flush.EACH_COMMIT)
                    ? reasons.holds()
                    : reasons.lacks(store, Keys.FLUSH, Keys.VOLUME).unknown();
        }
        boolean elsewhere = copies.synchronous() || copies.is(Topology.CONSENSUS) || store.get(Keys.QUORUM_W).is(w -> w > 1);
        boolean mirrored = store.get(Keys.REPLICATION_FORM).is(DurabilityBelowDomain::ofBlocks);
        if (elsewhere && !copies.single() && !(lateFlush && mirrored)) {
            boolean ask = lateFlush && copies.is(Topology.SINGLE_LEADER) && store.get(Keys.REPLICATION_FORM).isUnknown();
            reasons.saw(store, Keys.TOPOLOGY, Keys.QUORUM_W, Keys.REPLICATION_FORM);
            return ask ? reasons.lacks(store, Keys.REPLICATION_FORM).unknown() : reasons.holds();
        }
        if (store.get(Keys.REPLICATION_MODE).isUnknown() && !copies.single()) {
            return reasons.lacks(store, Keys.REPLICATION_MODE).unknown();
        }
        String where = volatileVolume
                ? "its data lie on " + store.get(Keys.VOLUME).map(Words::written).or("") + " storage"
                : "an acknowledged write is flushed " + (store.get(Keys.FLUSH).is(Flush.NONE) ? "never" : "only from time to time");
        return reasons.violated(Severity.HIGH, "A restart of " + store.title()
                + " loses acknowledged writes of " + needs.domains().get(0).title() + ", which must not be lost: " + where
                + (mirrored ? ", and a copy of its volume has only what was flushed." : ", and no synchronous copy has them."));
    }

    /** Of its data nothing is said, and they may be ones for trying things out: that they go is stated, that they must stay is not. */
    private static Outcome undescribed(Entity store, DataNeeds needs, Copies copies) {
        boolean mayBeLost = store.get(Keys.DELIVERY).is(Delivery.AT_MOST_ONCE); // whoever sends does not count on it
        if (mayBeLost || !store.get(Keys.VOLUME).is(v -> v != VolumeKind.PERSISTENT) || copies.count().isEmpty()) {
            return Outcome.notApplicable();
        }
        String storage = store.get(Keys.VOLUME).map(Words::written).or("") + " storage";
        Reasons reasons = needs.lacks(Reasons.of(store, Keys.VOLUME, Keys.REPLICAS, Keys.VOTERS), Keys.NO_LOSS);
        return copies.single()
                ? reasons.presumed(Severity.MEDIUM, store.title()
                        + " is empty once its container is replaced: its only copy lies on " + storage + ", and nothing says that it may be lost.")
                : reasons.presumed(Severity.LOW, store.title() + " is empty once all its containers are replaced: each of its "
                        + copies.count().get() + " copies lies on " + storage + ", and nothing says that they may be lost.");
    }

    /** Whether a copy is made of what lies on the volume, and not of what is committed. */
    private static boolean ofBlocks(String form) {
        String words = form.toLowerCase(Locale.ROOT);
        return Stream.of("block", "volume", "disk", "storage").anyMatch(words::contains);
    }
}
