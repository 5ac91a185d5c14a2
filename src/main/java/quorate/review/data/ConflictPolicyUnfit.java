package quorate.review.data;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Provenance;
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
        return Set.of(Kind.DATA_DOMAIN, Kind.STORE);
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        return entity.kind() == Kind.STORE ? store(entity, in) : domain(entity, in);
    }

    /** A store that replicates both ways, of whose data nothing is said. */
    private static Outcome store(Entity store, Review.Input in) {
        Copies copies = Copies.of(store, in);
        boolean both = store.get(Keys.TOPOLOGY).origin().provenance() != Provenance.DEFAULT
                && copies.is(Topology.LEADERLESS, Topology.MULTI_LEADER) && copies.several();
        boolean open = store.get(Keys.CONFLICTS).isUnknown() && DataNeeds.of(store, in).undescribed();
        return both && open && !Importance.of(store, in).minor()
                ? Reasons.of(store, Keys.TOPOLOGY).lacks(store, Keys.CONFLICTS).unknown()
                : Outcome.notApplicable();
    }

    private static Outcome domain(Entity domain, Review.Input in) {
        List<Entity> stores = domain.get(Keys.STORES).or(List.of()).stream()
                .flatMap(id -> in.linked().architecture().component(id).stream())
                .toList();
        boolean several = domain.get(Keys.SEVERAL_WRITERS).is(true);
        boolean possible = domain.get(Keys.SEVERAL_WRITERS).isUnknown()
                && stores.stream().map(s -> Copies.of(s, in))
                        .anyMatch(c -> c.is(Topology.LEADERLESS, Topology.MULTI_LEADER) && c.several());
        Importance importance = Importance.of(domain, in);
        if ((!several && !possible) || (importance.minor() && !domain.get(Keys.NO_LOSS).is(true))) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(
                domain, Keys.SEVERAL_WRITERS, Keys.CONFLICTS, Keys.NO_LOSS, Keys.MONEY, Keys.MERGE);
        stores.forEach(s -> reasons.saw(s, Keys.TOPOLOGY, Keys.CONFLICTS));
        Fact<ConflictPolicy> own = domain.get(Keys.CONFLICTS);
        Fact<ConflictPolicy> policy = own.isUnknown() ? ofStores(stores).orElse(own) : own;
        Severity severity = importance.weigh(Severity.MEDIUM);
        if (policy.isUnknown()) {
            String message = "Of two writes to " + domain.title()
                    + " at the same time one can vanish: several places write, and no conflict policy is stated.";
            return several
                    ? reasons.lacks(domain, Keys.CONFLICTS).presumed(severity, message)
                    : reasons.lacks(domain, Keys.SEVERAL_WRITERS, Keys.CONFLICTS).unknown();
        }
        boolean none = policy.is(ConflictPolicy.NONE) || policy.statedNone();
        boolean mergeable = domain.get(Keys.MERGE).is(kinds -> kinds.stream().anyMatch(k -> k != MergeKind.REGISTER));
        boolean keeps = domain.get(Keys.NO_LOSS).is(true) || domain.get(Keys.MONEY).is(true);
        boolean discards = policy.is(ConflictPolicy.LAST_WRITE_WINS) && (keeps || mergeable);
        if (policy.is(ConflictPolicy.LAST_WRITE_WINS) && several && !discards && domain.get(Keys.NO_LOSS).isUnknown()) {
            return reasons.lacks(domain, Keys.NO_LOSS).unknown();
        }
        if (!none && !discards) {
            return several ? reasons.holds() : Outcome.notApplicable();
        }
        if (!several) {
            return reasons.lacks(domain, Keys.SEVERAL_WRITERS).unknown();
        }
        String message = none
                ? "Of two writes to " + domain.title() + " at the same time one vanishes by chance: several places write,"
                        + " without a conflict policy"
                : "Of two updates of " + domain.title() + " at the same time one is thrown away: the last write wins, although "
                        + (keeps ? "no write may be lost" : "they could be merged");
        return own.isUnknown()
                ? reasons.lacks(domain, Keys.CONFLICTS)
                        .presumed(severity, message + ", unless the application does better than its store.")
                : reasons.violated(severity, message + ".");
    }

    private static Optional<Fact<ConflictPolicy>> ofStores(List<Entity> stores) {
        return stores.stream().map(s -> s.get(Keys.CONFLICTS)).filter(f -> !f.isUnknown()).findFirst();
    }
}
