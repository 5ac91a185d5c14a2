package quorate.review.data;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.AutomationAction;
import quorate.model.Words.JoinProcedure;
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

/** A member counts for reads and quorums only once it holds the data. */
final class AuthorityBeforeData implements Rule.OfEntity {

    @Override
    public String id() {
        return "authority-before-data";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.STORE);
    }

    @Override
    public Outcome check(Entity store, Review.Input in) {
        Reasons reasons = Reasons.of(store, Keys.TOPOLOGY, Keys.JOIN, Keys.QUORUM_N, Keys.QUORUM_R);
        Importance importance = Importance.of(store, in);
        boolean keeps = !DataNeeds.of(store, in).asAuthority().domains().isEmpty()
                || store.get(Keys.STORE_TYPE).is(type -> type != StoreType.CACHE && type != StoreType.SEARCH_INDEX);
        if (!keeps && store.get(Keys.STORE_TYPE).isKnown()) {
            return Outcome.notApplicable();
        }
        boolean immediate = store.get(Keys.JOIN).is(JoinProcedure.IMMEDIATE) || store.get(Keys.JOIN).statedNone();
        if (!keeps && immediate) {
            return reasons.lacks(store, Keys.STORE_TYPE).unknown();
        }
        if (immediate) {
            Severity severity = DataNeeds.of(store, in).noLoss() ? Severity.CRITICAL : importance.weigh(Severity.HIGH);
            return reasons.violated(severity, "After members are added, reads of " + store.title()
                    + " can answer that a record does not exist: a new member counts before it holds the data.");
        }
        if (store.get(Keys.JOIN).isKnown()) {
            return reasons.holds();
        }
        Copies copies = Copies.of(store, in);
        boolean acted = in.linked().architecture().all(Kind.AUTOMATION).stream()
                .anyMatch(a -> a.get(Keys.ACTS_ON).or(List.of()).contains(store.id()));
        boolean renewed = in.linked().architecture().all(Kind.AUTOMATION).stream()
                .filter(a -> a.get(Keys.ACTS_ON).or(List.of()).contains(store.id()))
                .anyMatch(a -> a.get(Keys.AUTOMATION_ACTION)
                        .is(action -> action == AutomationAction.REPLACE || action == AutomationAction.SCALE_OUT));
        boolean grows = (acted && copies.is(Topology.LEADERLESS)) || (renewed && copies.is(Topology.CONSENSUS));
        boolean matters = importance.critical() || DataNeeds.of(store, in).noLoss();
        boolean ask = !store.get(Keys.STORE_TYPE).is(StoreType.OBJECT_STORE) && copies.several() && copies.is(Topology.LEADERLESS, Topology.CONSENSUS) && matters;
        return ask || (grows && !importance.minor())
                ? reasons.lacks(store, Keys.JOIN).unknown()
                : Outcome.notApplicable();
    }
}
