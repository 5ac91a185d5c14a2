package quorate.review.operations;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quorate.formula.Majority;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.Topology;
import quorate.review.Copies;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** Planned work takes no more instances at once than the rest can do without, and can take some. */
final class DisruptionBudgetUnfit implements Rule.OfEntity {

    @Override
    public String id() {
        return "disruption-budget-unfit";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SERVICE, Kind.STORE, Kind.CHANNEL);
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        Copies copies = Copies.of(entity, in);
        boolean votes = copies.is(Topology.CONSENSUS);
        Key<Integer> counted = votes && entity.get(Keys.VOTERS).isKnown() ? Keys.VOTERS : Keys.REPLICAS;
        Optional<Integer> known = entity.get(counted).value().filter(n -> n > 0);
        if (!entity.get(Keys.DISRUPTION_MIN).isKnown() && !entity.get(Keys.DISRUPTION_MAX).isKnown()) {
            return nothingStated(entity, known, in);
        }
        Reasons reasons = Reasons.of(entity, Keys.DISRUPTION_MIN, Keys.DISRUPTION_MAX, counted);
        if (known.isEmpty()) {
            return votes ? reasons.lacks(entity, Keys.VOTERS).unknown() : Outcome.notApplicable();
        }
        int n = known.get();
        int taken = taken(entity, n);
        int left = n - taken;
        if (taken == 0) {
            return reasons.violated(Severity.LOW, "Work on the machines of " + entity.title() + " waits for ever, or is forced: its"
                    + " disruption budget " + (n == 1 ? "does not let its only instance go." : "lets none of its " + n + " instances go."));
        }
        if (n == 1) {
            return Outcome.notApplicable(); // that work on its machine stops it is a matter of there being one
        }
        Importance importance = Importance.of(entity, in);
        if (votes) {
            int majority = new Majority(n).quorum();
            reasons.saw(entity, Keys.TOPOLOGY)
                    .conclude("majority = floor(" + n + "/2)+1 = " + majority + ", left during planned work = " + left);
            return left >= majority ? reasons.holds() : reasons.violated(importance.weigh(Severity.MEDIUM),
                    "Planned work may stop " + entity.title() + ": its disruption budget lets " + taken + " of " + n
                            + " voters go at once, and " + majority + " are a majority.");
        }
        Fact<Integer> least = entity.get(Keys.MIN_REPLICAS);
        int needed = Math.max(1, least.or(1));
        if (least.isKnown()) {
            reasons.saw(entity, Keys.MIN_REPLICAS);
        }
        return left >= needed ? reasons.holds() : reasons.violated(importance.weigh(Severity.MEDIUM),
                "Planned work may " + (left == 0 ? "stop " : "overload ") + entity.title() + ": its disruption budget lets "
                        + taken + " of " + n + " instances go at once, and " + (left == 0 ? "none is left." : needed + " carry its load."));
    }

    /** At most that many are taken; of two bounds the wider one counts, since a cluster accepts only one. */
    private static int taken(Entity entity, int n) {
        Stream<Integer> most = entity.get(Keys.DISRUPTION_MAX).value().stream();
        Stream<Integer> rest = entity.get(Keys.DISRUPTION_MIN).value().stream().map(min -> n - min);
        return Math.min(n, Math.max(0, Stream.concat(most, rest).max(Integer::compare).orElseThrow()));
    }

    /** A scheduler that moves pods takes as many as it likes where nothing is written; others are worked on by people. */
    private static Outcome nothingStated(Entity entity, Optional<Integer> n, Review.Input in) {
        boolean scheduled = entity.get(Keys.POD_LABELS).isKnown();
        boolean several = n.filter(count -> count > 1).isPresent();
        boolean ask = entity.kind() != Kind.SERVICE && scheduled && several && !Importance.of(entity, in).minor();
        return ask
                ? Reasons.of(entity, Keys.POD_LABELS, Keys.REPLICAS).lacks(entity, Keys.DISRUPTION_MAX).unknown()
                : Outcome.notApplicable();
    }
}
