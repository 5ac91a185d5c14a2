package quorate.review.data;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.FailoverMode;
import quorate.model.Words.Delivery;
import quorate.model.Words.Topology;
import quorate.review.Calls;
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

    /** Stands for a number that is not stated. */
    private static final int MANY = 100;

    @Override
    public String id() {
        return "thin-redundancy";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.STORE, Kind.CHANNEL);
    }

    @Override
    public Outcome check(Entity store, Review.Input in) {
        if (store.kind() == Kind.CHANNEL) {
            return ofMessages(store, in);
        }
        Copies copies = Copies.of(store, in);
        DataNeeds needs = DataNeeds.of(store, in);
        Importance importance = Importance.of(store, in);
        boolean matters = importance.critical() || needs.noLoss();
        boolean made = store.get(Keys.STORE_TYPE).is(DataNeeds.REMADE::contains);
        boolean undescribed = needs.undescribed();
        if ((needs.asAuthority().domains().isEmpty() && !undescribed) || made || (importance.minor() && !needs.noLoss())) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(store, Keys.REPLICAS, Keys.TOPOLOGY, Keys.LOG_ARCHIVE, Keys.RESTORE_TESTED)
                .addAll(importance.because()).addAll(needs.stated(Keys.NO_LOSS));
        boolean relied = Calls.in(in).reliedOn(store.id());
        if (!store.get(Keys.REPLICAS).isKnown()) {
            boolean leader = copies.topology().isUnknown() || copies.is(Topology.SINGLE_LEADER, Topology.NONE);
            boolean replaced = relied && store.get(Keys.FAILOVER_MODE).is(mode -> mode != FailoverMode.NONE);
            return (matters || replaced) && leader ? reasons.lacks(store, Keys.REPLICAS, Keys.LOG_ARCHIVE).unknown() : Outcome.notApplicable();
        }
        List<Entity> others = others(needs.asAuthority(), in);
        others.forEach(other -> reasons.saw(other, Keys.REPLICAS));
        int all = store.get(Keys.REPLICAS).or(1)
                + others.stream().mapToInt(other -> other.get(Keys.REPLICAS).or(MANY)).sum();
        int standbys = Math.max(0, all - 1);
        if (standbys >= 1 && !copies.topology().isUnknown() && !copies.is(Topology.SINGLE_LEADER)) {
            return Outcome.notApplicable();
        }
        if (standbys >= 2) {
            return reasons.holds();
        }
        if (!matters) {
            // One instance of a store that nobody calls critical is a choice, and in a file for one machine the usual one.
            return relied && !needs.bearsLoss() ? needs.lacks(reasons, Keys.NO_LOSS).unknown() : Outcome.notApplicable();
        }
        if (undescribed) {
            needs.lacks(reasons, Keys.NO_LOSS);
            return standbys > 0 || store.get(Keys.LOG_ARCHIVE).is(true) ? reasons.unknown() : reasons.presumed(Severity.MEDIUM,
                    "Loss of one volume takes the only running copy of " + store.title()
                            + ", which is critical: it has no standby, and nothing says that its data may be lost.");
        }
        if (store.get(Keys.STORE_TYPE).isUnknown()) {
            return reasons.lacks(store, Keys.STORE_TYPE).unknown();
        }
        if (standbys == 1 && copies.topology().isUnknown()) {
            return reasons.lacks(store, Keys.TOPOLOGY).unknown();
        }
        reasons.conclude("standbys = " + all + " - 1 = " + standbys);
        boolean archived = store.get(Keys.LOG_ARCHIVE).is(true);
        Severity severity = store.get(Keys.LOG_ARCHIVE).is(false) || store.get(Keys.LOG_ARCHIVE).statedNone()
                ? Severity.CRITICAL
                : archived ? Severity.MEDIUM : Severity.HIGH;
        String consequence = standbys == 0
                ? "Loss of one volume takes the only running copy of " + store.title() + ": it has no standby"
                : "Rebuilding a standby leaves one running copy of " + store.title() + ": it has 1 standby";
        String archive = archived ? ", though its log is archived."
                : severity == Severity.CRITICAL ? ", and no log archive." : ".";
        return reasons.violated(severity, consequence + archive);
    }

    /** A channel that promises to deliver keeps what waits in it, on one machine where it has no copy. */
    private static Outcome ofMessages(Entity channel, Review.Input in) {
        boolean promises = channel.get(Keys.DELIVERY).is(delivery -> delivery != Delivery.AT_MOST_ONCE);
        boolean matters = Importance.of(channel, in).critical() || Calls.in(in).reliedOn(channel.id());
        if (!promises || !matters || !channel.get(Keys.REPLICAS).isKnown()) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(channel, Keys.REPLICAS, Keys.DELIVERY, Keys.CRITICALITY);
        return channel.get(Keys.REPLICAS).is(n -> n > 1) ? reasons.holds() : reasons.violated(Severity.HIGH,
                "Loss of one volume takes all messages that wait in " + channel.title() + ": there is one copy of them, though it"
                        + " promises to deliver.");
    }

    /** The domain's other stores; each may be a standby by another name, and one of unknown size may be enough. */
    private static List<Entity> others(DataNeeds needs, Review.Input in) {
        return needs.domains().stream()
                .flatMap(domain -> domain.get(Keys.STORES).or(List.of()).stream())
                .distinct()
                .filter(id -> !id.equals(needs.holder().id()))
                .flatMap(id -> in.linked().architecture().find(Kind.STORE, id).stream())
                .filter(other -> !other.get(Keys.STORE_TYPE).is(DataNeeds.REMADE::contains))
                .toList();
    }
}
