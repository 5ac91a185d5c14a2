package quorate.review.cap;

import java.util.HashSet;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.Claim;
import quorate.model.Words.DomainKind;
import quorate.model.Words.FailoverMode;
import quorate.review.Calls;
import quorate.review.Copies;
import quorate.review.DataNeeds;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Places;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** What stands in one place without a second copy must at least say what happens when it cannot be reached. */
final class PartitionIgnored implements Rule.OfEntity {

    @Override
    public String id() {
        return "partition-ignored";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SERVICE, Kind.STORE);
    }

    @Override
    public Outcome check(Entity component, Review.Input in) {
        if (!Calls.in(in).isProduct(component)) {
            return Outcome.notApplicable();
        }
        Entity system = in.linked().architecture().system();
        Fact<Boolean> considered = system.get(Keys.PARTITIONS_CONSIDERED);
        boolean more = needsMore(component, in);
        boolean keeps = component.kind() == Kind.STORE || component.get(Keys.STATEFUL).is(true);
        if (!inOnePlace(component, in) || !(more || keeps)) {
            return considered.isUnknown() && mayStandAlone(component, in)
                    ? Reasons.of(component, Keys.PLACEMENT, Keys.CRITICALITY)
                            .lacks(component, Keys.FAILOVER_MODE)
                            .lacks(system, Keys.PARTITIONS_CONSIDERED)
                            .unknown()
                    : Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(system, Keys.PARTITIONS_CONSIDERED)
                .saw(component, Keys.REPLICAS, Keys.PLACEMENT, Keys.CRITICALITY, Keys.CLAIM);
        if (considered.isUnknown()) {
            return reasons.lacks(system, Keys.PARTITIONS_CONSIDERED).unknown();
        }
        return considered.is(true) ? reasons.holds() : reasons.violated(more ? Severity.HIGH : Severity.MEDIUM,
                "Users are cut off whenever " + component.title() + " cannot be reached: it stands in one place without a"
                        + " second copy, and the design says nothing of partitions.");
    }

    /**
     * Whether it is critical, stands in one place, and it is not said whether it fails over: in the only zone that there is, or in
     * one of several, and callers in others wait for it.
     */
    private static boolean mayStandAlone(Entity component, Review.Input in) {
        return component.kind() == Kind.SERVICE && Calls.in(in).staysUp(component) && Importance.of(component, in).critical()
                && component.get(Keys.FAILOVER_MODE).isUnknown()
                && component.get(Keys.PLACEMENT).is(p -> new HashSet<>(p).size() == 1
                        && (onlyZone(p.get(0), in) || calledFromElsewhere(component, p.get(0), in)));
    }

    private static boolean onlyZone(String place, Review.Input in) {
        return Places.in(in).isWholeSystem(place) && Places.in(in).isWithin(place, DomainKind.ZONE);
    }

    private static boolean calledFromElsewhere(Entity component, String place, Review.Input in) {
        Calls calls = Calls.in(in);
        return calls.to(component.id()).stream()
                .filter(calls::waits)
                .flatMap(link -> calls.component(link.from()).stream())
                .anyMatch(caller -> caller.get(Keys.PLACEMENT)
                        .is(p -> p.stream().anyMatch(other -> !Places.in(in).around(other).contains(place))));
    }

    private static boolean inOnePlace(Entity component, Review.Input in) {
        if (component.kind() != Kind.STORE && component.kind() != Kind.SERVICE) {
            return false;
        }
        Copies copies = Copies.of(component, in);
        boolean onePlace = component.get(Keys.PLACEMENT).is(p -> new HashSet<>(p).size() == 1);
        return copies.single() || (onePlace && component.get(Keys.FAILOVER_MODE).is(FailoverMode.NONE));
    }

    private static boolean needsMore(Entity component, Review.Input in) {
        return Importance.of(component, in).critical()
                || component.get(Keys.CLAIM).is(claim -> claim != Claim.INDEPENDENT)
                || DataNeeds.of(component, in).noLoss();
    }
}
