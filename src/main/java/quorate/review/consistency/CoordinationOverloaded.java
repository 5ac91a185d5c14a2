package quorate.review.consistency;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words;
import quorate.model.Words.StoreType;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** One coordination cluster for everything is one failure of everything. */
final class CoordinationOverloaded implements Rule.OfEntity {

    private static final int MANY = 3;

    @Override
    public String id() {
        return "coordination-overloaded";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.STORE);
    }

    @Override
    public Outcome check(Entity store, Review.Input in) {
        Reasons reasons = Reasons.of(store, Keys.ROLES, Keys.COORDINATION_SHARDED, Keys.PLACEMENT);
        Set<String> roles = new LinkedHashSet<>(store.get(Keys.ROLES).or(List.of()));
        if (roles.isEmpty()) {
            for (Entity use : in.linked().architecture().all(Kind.COORDINATION)) {
                if (use.get(Keys.BUILT_ON).is(store.id()) && use.get(Keys.COORDINATION_PURPOSE).isKnown()) {
                    roles.add(use.get(Keys.COORDINATION_PURPOSE).map(Words::written).or(""));
                    reasons.saw(use, Keys.COORDINATION_PURPOSE, Keys.BUILT_ON);
                }
            }
        }
        if (roles.isEmpty()) {
            boolean matters = Importance.of(store, in).critical() || Calls.in(in).reliedOn(store.id());
            boolean ask = matters && store.get(Keys.STORE_TYPE).is(StoreType.COORDINATION) && store.get(Keys.ROLES).isUnknown()
                    && !store.get(Keys.COORDINATION_SHARDED).is(true);
            return ask
                    ? reasons.saw(store, Keys.STORE_TYPE).lacks(store, Keys.ROLES, Keys.COORDINATION_SHARDED).unknown()
                    : Outcome.notApplicable();
        }
        if (roles.size() < MANY || store.get(Keys.COORDINATION_SHARDED).is(true)) {
            return reasons.holds();
        }
        if (store.get(Keys.COORDINATION_SHARDED).isUnknown()) {
            return reasons.lacks(store, Keys.COORDINATION_SHARDED).unknown();
        }
        boolean onePlace = store.get(Keys.PLACEMENT).is(p -> Set.copyOf(p).size() == 1);
        Severity severity = onePlace ? Severity.CRITICAL : Importance.of(store, in).weigh(Severity.MEDIUM);
        return reasons.violated(severity, "Trouble in any one role stops the others: " + store.title() + " serves "
                + roles.size() + " roles (" + String.join(", ", roles) + ") from one cluster without partitioning.");
    }
}
