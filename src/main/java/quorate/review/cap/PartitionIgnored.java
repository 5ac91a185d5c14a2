package quorate.review.cap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quorate.model.Entity;
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

    /** More than these are not named one by one. */
    private static final int NAMED = 3;

    @Override
    public String id() {
        return "partition-ignored";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SYSTEM);
    }

    @Override
    public Outcome check(Entity system, Review.Input in) {
        Reasons reasons = Reasons.of(system, Keys.PARTITIONS_CONSIDERED);
        List<String> names = new ArrayList<>();
        boolean asksForMore = false;
        for (Entity component : in.linked().architecture().components()) {
            if (!Calls.in(in).isProduct(component) || !inOnePlace(component, in)) {
                continue;
            }
            boolean more = needsMore(component, in);
            asksForMore |= more;
            if (more || component.kind() == Kind.STORE || component.get(Keys.STATEFUL).is(true)) {
                names.add(component.title());
                reasons.saw(component, Keys.REPLICAS, Keys.PLACEMENT, Keys.CRITICALITY, Keys.CLAIM);
            }
        }
        if (system.get(Keys.PARTITIONS_CONSIDERED).is(true)) {
            return reasons.holds();
        }
        if (names.isEmpty()) {
            return perhaps(system, in, reasons);
        }
        if (system.get(Keys.PARTITIONS_CONSIDERED).isUnknown()) {
            return reasons.lacks(system, Keys.PARTITIONS_CONSIDERED).unknown();
        }
        return reasons.violated(asksForMore ? Severity.HIGH : Severity.MEDIUM,
                "Users are cut off whenever " + names(names) + " cannot be reached: each stands in one place without a"
                        + " second copy, and the design says nothing of partitions.");
    }

    /**
     * What is critical stands in one place, and it is not said whether it fails over: the only zone that there is, or one of
     * several, and callers in others wait for it.
     */
    private static Outcome perhaps(Entity system, Review.Input in, Reasons reasons) {
        List<Entity> open = in.linked().architecture().components().stream()
                .filter(c -> c.kind() == Kind.SERVICE && Calls.in(in).staysUp(c) && Importance.of(c, in).critical())
                .filter(c -> c.get(Keys.FAILOVER_MODE).isUnknown())
                .filter(c -> c.get(Keys.PLACEMENT).is(p -> new HashSet<>(p).size() == 1
                        && (onlyZone(p.get(0), in) || calledFromElsewhere(c, p.get(0), in))))
                .toList();
        if (open.isEmpty() || !system.get(Keys.PARTITIONS_CONSIDERED).isUnknown()) {
            return Outcome.notApplicable();
        }
        open.stream().limit(NAMED).forEach(c -> reasons.saw(c, Keys.PLACEMENT, Keys.CRITICALITY).lacks(c, Keys.FAILOVER_MODE));
        return reasons.lacks(system, Keys.PARTITIONS_CONSIDERED).unknown();
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

    private static String names(List<String> names) {
        if (names.size() == 1) {
            return names.get(0);
        }
        int shown = Math.min(3, names.size());
        String rest = names.size() > shown ? " and " + (names.size() - shown) + " more" : "";
        return "one of " + String.join(", ", names.subList(0, shown)) + rest;
    }
}
