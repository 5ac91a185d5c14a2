package quorate.review.data;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words;
import quorate.model.Words.ConflictPolicy;
import quorate.model.Words.MergeKind;
import quorate.model.Words.Topology;
import quorate.review.Copies;
import quorate.review.DataNeeds;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** Where two places may write the same datum, what happens then is decided, and loses nothing that must not be lost. */
final class ConflictPolicyUnfit implements Rule.OfEntity {

    @Override
    public String id() {
        return "conflict-policy-unfit";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.STORE);
    }

    @Override
    public Outcome check(Entity store, Review.Input in) {
        Copies copies = Copies.of(store, in);
        DataNeeds needs = DataNeeds.of(store, in);
        boolean several = needs.any(Keys.SEVERAL_WRITERS);
        boolean possible = copies.is(Topology.LEADERLESS, Topology.MULTI_LEADER) && copies.several();
        boolean excluded = !needs.domains().isEmpty()
                && needs.domains().stream().allMatch(d -> d.get(Keys.SEVERAL_WRITERS).is(false));
        if (excluded || (!several && !possible)) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(store, Keys.TOPOLOGY, Keys.CONFLICTS).addAll(needs.stated(Keys.SEVERAL_WRITERS))
                .addAll(needs.stated(Keys.CONFLICTS)).addAll(needs.stated(Keys.NO_LOSS)).addAll(needs.stated(Keys.MERGE));
        Optional<ConflictPolicy> policy = policy(store, needs);
        Severity severity = Importance.of(store, in).weigh(Severity.MEDIUM);
        if (policy.isEmpty()) {
            return several
                    ? reasons.lacks(store, Keys.CONFLICTS).presumed(severity, "Of two writes to " + store.title()
                            + " at the same time one can vanish: several places write, and no conflict policy is stated.")
                    : Importance.of(store, in).minor() ? Outcome.notApplicable() : reasons.lacks(store, Keys.CONFLICTS).unknown();
        }
        if (policy.get() == ConflictPolicy.NONE) {
            return several
                    ? reasons.violated(severity, "Of two writes to " + store.title()
                            + " at the same time one vanishes by chance: several places write, without a conflict policy.")
                    : needs.lacks(reasons, Keys.SEVERAL_WRITERS).unknown();
        }
        return policy.get() == ConflictPolicy.LAST_WRITE_WINS
                ? lastWriteWins(store, needs, several, severity, reasons)
                : reasons.holds();
    }

    private static Outcome lastWriteWins(
            Entity store, DataNeeds needs, boolean several, Severity severity, Reasons reasons) {
        boolean keeps = needs.noLoss() || needs.money();
        boolean mergeable = needs.domains().stream()
                .anyMatch(d -> d.get(Keys.MERGE).is(kinds -> kinds.stream().anyMatch(k -> k != MergeKind.REGISTER)));
        if (!keeps && !mergeable) {
            return needs.domains().isEmpty() ? Outcome.notApplicable() : asked(needs, reasons);
        }
        String message = "Of two updates of " + store.title() + " at the same time the one with the older timestamp is thrown"
                + " away: last write wins" + (mergeable ? ", although they could be merged" : ", although no write may be lost");
        return several
                ? reasons.violated(severity, message + ".")
                : needs.lacks(reasons, Keys.SEVERAL_WRITERS)
                        .presumed(severity, message + ", and nothing says that only one place writes.");
    }

    private static Outcome asked(DataNeeds needs, Reasons reasons) {
        needs.lacks(reasons, Keys.NO_LOSS);
        return reasons.isComplete() ? reasons.holds() : reasons.unknown();
    }

    private static Optional<ConflictPolicy> policy(Entity store, DataNeeds needs) {
        Optional<ConflictPolicy> ofDomain = needs.domains().stream()
                .flatMap(d -> d.get(Keys.CONFLICTS).value().stream())
                .findFirst();
        Fact<ConflictPolicy> own = store.get(Keys.CONFLICTS);
        return ofDomain.isPresent() ? ofDomain : own.value();
    }
}
