package quorate.review.consistency;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.DomainKind;
import quorate.model.Words.Topology;
import quorate.review.Copies;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** A member that hears only some of its peers must not be able to depose a working leader again and again. */
final class ElectionUnderPartialConnectivity implements Rule.OfEntity {

    /** Places, of which two may lose sight of each other while both see the third. */
    private static final int WIDE = 3;

    @Override
    public String id() {
        return "election-under-partial-connectivity";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.STORE, Kind.CHANNEL);
    }

    @Override
    public Outcome check(Entity group, Review.Input in) {
        Copies copies = Copies.of(group, in);
        boolean several = group.get(Keys.VOTERS).is(n -> n >= 3)
                || (group.get(Keys.VOTERS).isUnknown() && group.get(Keys.REPLICAS).is(n -> n >= 3));
        if (!copies.is(Topology.CONSENSUS) || !several) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(group, Keys.TECHNOLOGY, Keys.VERSION, Keys.TOPOLOGY, Keys.VOTERS, Keys.REPLICAS,
                Keys.PRE_VOTE, Keys.CHECK_QUORUM);
        Severity severity = Importance.of(group, in).minor() ? Severity.MEDIUM : Severity.HIGH;
        if (group.get(Keys.PRE_VOTE).is(false)) {
            return reasons.violated(severity, "One half-connected member can stop writes to " + group.title()
                    + " by starting elections again and again: pre-vote is off.");
        }
        if (group.get(Keys.CHECK_QUORUM).is(false)) {
            return reasons.violated(severity, "A leader of " + group.title() + " that has lost its majority goes on as if it"
                    + " led, and its clients wait: check-quorum is off.");
        }
        boolean both = group.get(Keys.PRE_VOTE).isKnown() && group.get(Keys.CHECK_QUORUM).isKnown();
        if (both) {
            return reasons.holds();
        }
        return raft(group, in) || isWide(group, in)
                ? reasons.lacks(group, Keys.PRE_VOTE, Keys.CHECK_QUORUM).unknown()
                : Outcome.notApplicable();
    }

    /** Pre-vote is a matter of Raft; a product that the catalog knows by another protocol is not asked. */
    private static boolean raft(Entity group, Review.Input in) {
        return in.linked().technology(group).map(t -> t.patterns().contains("raft")).orElse(true);
    }

    /** Between regions or providers some members reach others that a third does not reach, whatever the protocol. */
    private static boolean isWide(Entity group, Review.Input in) {
        return group.get(Keys.VOTER_PLACEMENT).or(List.of()).stream()
                .distinct()
                .flatMap(id -> in.linked().architecture().find(Kind.FAULT_DOMAIN, id).stream())
                .filter(domain -> domain.get(Keys.DOMAIN_KIND).is(kind -> kind == DomainKind.REGION || kind == DomainKind.PROVIDER))
                .count() >= WIDE;
    }
}
