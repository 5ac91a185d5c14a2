package quorate.review.data;

import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.ReadFrom;
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

/** Copies that may lag have a limit, an alarm, and an alarm for the alarm. */
final class LagUnwatched implements Rule.OfEntity {

    @Override
    public String id() {
        return "lag-unwatched";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.STORE);
    }

    @Override
    public Outcome check(Entity store, Review.Input in) {
        Copies copies = Copies.of(store, in);
        boolean read = store.get(Keys.READS_FROM).is(ReadFrom.REPLICAS);
        boolean mayLag = copies.is(Topology.SINGLE_LEADER) && store.get(Keys.REPLICATION_MODE).isUnknown();
        if (!copies.several() || (!copies.asynchronous() && !read && !mayLag)) {
            return Outcome.notApplicable();
        }
        boolean lags = copies.asynchronous() || (read && copies.behindMajority());
        Importance importance = Importance.of(store, in);
        DataNeeds needs = DataNeeds.of(store, in);
        Reasons reasons = Reasons.of(store, Keys.REPLICATION_MODE, Keys.LAG_BOUND, Keys.LAG_ALARM, Keys.LAG_ABSENT_ALARM);
        if (lags && store.get(Keys.LAG_ALARM).statedNone()) {
            return reasons.violated(importance.weigh(Severity.MEDIUM), "Copies of " + store.title()
                    + " can fall behind unseen until one is needed: " + why(copies) + ", and no alarm watches its lag.");
        }
        if (lags && store.get(Keys.LAG_BOUND).statedNone()) {
            return reasons.violated(importance.weigh(Severity.MEDIUM), "A copy of " + store.title()
                    + " that lags by hours still counts as one: no lag is set above which it is not used.");
        }
        if (lags && store.get(Keys.LAG_ABSENT_ALARM).is(false)) {
            return reasons.violated(importance.weigh(Severity.LOW), "Nobody hears of it when the lag of " + store.title()
                    + " is no longer measured: the alarm stays silent without the metric.");
        }
        boolean all = store.get(Keys.LAG_BOUND).isKnown() && store.get(Keys.LAG_ALARM).isKnown()
                && store.get(Keys.LAG_ABSENT_ALARM).is(true);
        if (all) {
            return reasons.holds();
        }
        if (mayLag) {
            reasons.lacks(store, Keys.REPLICATION_MODE);
        }
        if (!lags && copies.allSynchronous()) {
            return reasons.saw(store, Keys.SYNC_FOLLOWERS, Keys.REPLICAS).holds();
        }
        boolean ask = importance.critical() || needs.noLoss() || read || Calls.in(in).reliedOn(store.id())
                || !needs.stated(Keys.LAG_TOLERATED).isEmpty();
        return ask
                ? reasons.lacks(store, Keys.LAG_BOUND, Keys.LAG_ALARM, Keys.LAG_ABSENT_ALARM).unknown()
                : Outcome.notApplicable();
    }

    private static String why(Copies copies) {
        return copies.asynchronous() ? "replication is asynchronous" : "readers use copies that a write does not wait for";
    }
}
