package quorate.review.consistency;

import java.util.Set;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words;
import quorate.model.Words.ConflictPolicy;
import quorate.model.Words.Topology;
import quorate.model.Words.VersionScheme;
import quorate.review.Copies;
import quorate.review.DataNeeds;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** Versions are compared by something that really orders them. */
final class OrderingNotTotal implements Rule.OfEntity {

    @Override
    public String id() {
        return "ordering-not-total";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.STORE);
    }

    @Override
    public Outcome check(Entity store, Review.Input in) {
        Fact<VersionScheme> scheme = store.get(Keys.VERSIONS);
        boolean severalWriters = Copies.of(store, in).is(Topology.LEADERLESS, Topology.MULTI_LEADER)
                || DataNeeds.of(store, in).any(Keys.SEVERAL_WRITERS);
        Reasons reasons = Reasons.of(store, Keys.VERSIONS, Keys.TOPOLOGY, Keys.CONFLICTS, Keys.CLOCK_GUARD);
        Importance importance = Importance.of(store, in);
        if (scheme.isUnknown()) {
            boolean ask = severalWriters && importance.critical() && !merges(store);
            return ask ? reasons.lacks(store, Keys.VERSIONS).unknown() : Outcome.notApplicable();
        }
        boolean never = scheme.is(s -> s == VersionScheme.WRAPPING_COUNTER || s == VersionScheme.RANDOM_ID);
        if (never) {
            return reasons.violated(importance.weigh(Severity.MEDIUM), "An older version of " + store.title()
                    + " can win over a newer one: versions are compared by a "
                    + scheme.map(Words::written).or("").replace('-', ' ') + ", which does not order them.");
        }
        if (!scheme.is(VersionScheme.WALL_CLOCK) || merges(store)) {
            return reasons.holds();
        }
        return severalWriters ? byClock(store, importance, reasons) : Outcome.notApplicable();
    }

    /** A merge of all versions does not need to know which is newer. */
    private static boolean merges(Entity store) {
        return store.get(Keys.CONFLICTS).is(c -> c == ConflictPolicy.CRDT || c == ConflictPolicy.MERGE_FUNCTION);
    }

    private static Outcome byClock(Entity store, Importance importance, Reasons reasons) {
        if (store.get(Keys.CLOCK_GUARD).isKnown()) {
            return reasons.holds();
        }
        if (store.get(Keys.CLOCK_GUARD).isUnknown() || !store.get(Keys.CONFLICTS).isKnown()) {
            return importance.critical()
                    ? reasons.lacks(store, Keys.CLOCK_GUARD, Keys.CONFLICTS).unknown()
                    : Outcome.notApplicable();
        }
        return reasons.violated(importance.weigh(Severity.MEDIUM), "A write to " + store.title()
                + " made on a host whose clock runs behind is dropped although it came later: versions are compared by"
                + " wall clock between several writers, and nothing bounds the clocks' error.");
    }
}
