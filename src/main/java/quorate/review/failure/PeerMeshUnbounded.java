package quorate.review.failure;

import java.util.Optional;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** Members that each hold something for every other stay within the limit as the fleet grows. */
final class PeerMeshUnbounded implements Rule.OfLink {

    /** Below this size a full mesh is common and harmless. */
    private static final int LARGE = 50;

    @Override
    public String id() {
        return "peer-mesh-unbounded";
    }

    @Override
    public Outcome check(Link link, Review.Input in) {
        Optional<Entity> fleet = Calls.in(in).component(link.to());
        if (!link.from().equals(link.to()) || fleet.isEmpty() || link.get(Keys.GOSSIP).is(true)) {
            return Outcome.notApplicable();
        }
        Entity members = fleet.get();
        Key<Integer> counted = members.get(Keys.SCALE_MAX).isKnown() ? Keys.SCALE_MAX : Keys.REPLICAS;
        Reasons reasons = Reasons.of(members, counted).saw(link, Keys.BULKHEAD);
        if (link.get(Keys.BULKHEAD).isUnknown()) {
            boolean sizeUnknown = members.get(counted).isUnknown() && Importance.of(members, in).critical();
            if (sizeUnknown) {
                reasons.lacks(members, Keys.REPLICAS);
            }
            return sizeUnknown || members.get(counted).is(n -> n >= LARGE)
                    ? reasons.lacks(link, Keys.BULKHEAD).unknown()
                    : Outcome.notApplicable();
        }
        if (!members.get(counted).isKnown() || !link.get(Keys.BULKHEAD).isKnown()) {
            return reasons.lacks(members, Keys.REPLICAS).unknown();
        }
        int n = members.get(counted).value().get();
        int limit = link.get(Keys.BULKHEAD).value().get();
        if (n - 1 <= limit) {
            return reasons.holds();
        }
        reasons.add(Evidence.derived("peers of one member = " + n + " - 1 = " + (n - 1)));
        return reasons.violated(Importance.of(members, in).weigh(Severity.MEDIUM), "Adding members stops "
                + members.title() + ": each of " + n + " keeps something for the other " + (n - 1)
                + ", and its limit is " + limit + ".");
    }
}
