package quorate.review.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words;
import quorate.model.Words.Boundary;
import quorate.model.Words.FailoverMode;
import quorate.review.Copies;
import quorate.review.DataNeeds;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** A distant copy that lags means lost data on disaster; someone must have decided how much. */
final class RecoveryPointUndecided implements Rule.OfEntity {

    @Override
    public String id() {
        return "recovery-point-undecided";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.STORE);
    }

    @Override
    public Outcome check(Entity store, Review.Input in) {
        Copies copies = Copies.of(store, in);
        DataNeeds needs = DataNeeds.of(store, in);
        boolean far = copies.crosses(Boundary.REGION);
        if (!copies.asynchronous() || !(far || takesOver(store, needs)) || needs.bearsLoss()) {
            return Outcome.notApplicable();
        }
        List<Entity> deciders = new ArrayList<>(List.of(store));
        deciders.addAll(needs.domains());
        deciders.add(in.linked().architecture().system());
        Reasons reasons = Reasons.of(store, Keys.REPLICATION_MODE, Keys.REPLICATION_BOUNDARY);
        deciders.forEach(d -> reasons.saw(d, Keys.RPO, Keys.RPO_OWNER));
        reasons.addAll(needs.stated(Keys.NO_LOSS));
        boolean point = known(deciders, Keys.RPO);
        boolean owner = known(deciders, Keys.RPO_OWNER);
        if (point && owner) {
            return reasons.holds();
        }
        if (far && ((!point && allDenied(deciders, Keys.RPO)) || (!owner && allDenied(deciders, Keys.RPO_OWNER)))) {
            if (!needs.noLoss()) {
                return needs.lacks(reasons, Keys.NO_LOSS).unknown();
            }
            return reasons.violated(Importance.of(store, in).weigh(Severity.MEDIUM),
                    "How much of " + store.title() + " may be lost in a disaster is nobody's decision: its copy across a "
                            + store.get(Keys.REPLICATION_BOUNDARY).map(Words::written).or("border")
                            + " is asynchronous, and " + (point ? "the recovery point has no owner." : "no recovery point is set."));
        }
        Entity home = needs.domains().isEmpty() ? in.linked().architecture().system() : needs.domains().get(0);
        if (!point) {
            reasons.lacks(home.get(Keys.RPO).isUnknown() ? home : store, Keys.RPO);
        }
        if (!owner) {
            Entity system = in.linked().architecture().system();
            reasons.lacks(home.get(Keys.RPO_OWNER).isUnknown() ? home : system, Keys.RPO_OWNER);
        }
        return reasons.isComplete() ? Outcome.notApplicable() : reasons.unknown();
    }

    /** A copy nearby that takes over is behind as well, and what it lacks must not be lost. */
    private static boolean takesOver(Entity store, DataNeeds needs) {
        return needs.noLoss() && store.get(Keys.FAILOVER_MODE).is(mode -> mode != FailoverMode.NONE);
    }

    private static boolean known(List<Entity> deciders, Key<?> key) {
        return deciders.stream().anyMatch(d -> d.get(key).isKnown());
    }

    /** Everyone who could state it says that there is none. */
    private static boolean allDenied(List<Entity> deciders, Key<?> key) {
        return deciders.stream()
                .filter(d -> quorate.model.Vocabulary.keys(d.kind()).contains(key))
                .allMatch(d -> d.get(key).statedNone());
    }
}
