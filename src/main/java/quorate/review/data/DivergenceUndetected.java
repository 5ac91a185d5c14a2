package quorate.review.data;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words.AntiEntropy;
import quorate.model.Words.Boundary;
import quorate.model.Words.FailoverMode;
import quorate.model.Words.Fencing;
import quorate.model.Words.Purpose;
import quorate.model.Words.ReadFrom;
import quorate.model.Words.StoreType;
import quorate.model.Words.Topology;
import quorate.review.Calls;
import quorate.review.Copies;
import quorate.review.DataNeeds;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.SameData;
import quorate.review.Severity;

/** Copies that are meant to be equal are compared from time to time. */
final class DivergenceUndetected implements Rule.OfEntity {

    @Override
    public String id() {
        return "divergence-undetected";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.STORE);
    }

    @Override
    public Outcome check(Entity store, Review.Input in) {
        Copies copies = Copies.of(store, in);
        Set<Link> twice = new LinkedHashSet<>(SameData.writtenBesides(store, in));
        twice.addAll(SameData.writtenAfter(store, in));
        if (!twice.isEmpty() && store.get(Keys.ANTI_ENTROPY).isUnknown()) {
            Reasons reasons = Reasons.none();
            twice.forEach(link -> reasons.saw(link, Keys.LINK_PURPOSE, Keys.TO));
            return reasons.lacks(store, Keys.ANTI_ENTROPY).unknown();
        }
        List<Link> fed = fedByAnother(store, in);
        if (!fed.isEmpty() && store.get(Keys.ANTI_ENTROPY).isUnknown()) {
            Reasons reasons = Reasons.none();
            fed.forEach(link -> reasons.saw(link, Keys.LINK_PURPOSE, Keys.TO));
            return reasons.lacks(store, Keys.ANTI_ENTROPY).unknown();
        }
        if (mayHaveTwoLeaders(store) && store.get(Keys.ANTI_ENTROPY).isUnknown()) {
            return Reasons.of(store, Keys.FAILOVER_MODE, Keys.FENCING, Keys.WITNESS).lacks(store, Keys.ANTI_ENTROPY).unknown();
        }
        if (!copies.several() || copies.is(Topology.CONSENSUS)) {
            return Outcome.notApplicable();
        }
        Fact<List<AntiEntropy>> repair = store.get(Keys.ANTI_ENTROPY);
        Importance importance = Importance.of(store, in);
        Reasons reasons = Reasons.of(store, Keys.TOPOLOGY, Keys.REPLICATION_MODE, Keys.REPLICATION_FORM, Keys.ANTI_ENTROPY);
        boolean compares = repair.is(list -> list.stream().anyMatch(a -> a != AntiEntropy.HINTED_HANDOFF));
        if (compares) {
            return reasons.holds();
        }
        boolean statements = store.get(Keys.REPLICATION_FORM).is(f -> f.toLowerCase(Locale.ROOT).contains("statement"));
        boolean object = store.get(Keys.STORE_TYPE).is(StoreType.OBJECT_STORE);
        boolean drifts = copies.is(Topology.LEADERLESS, Topology.MULTI_LEADER);
        if (!repair.isUnknown() && copies.topology().isUnknown()) {
            return reasons.lacks(store, Keys.TOPOLOGY).unknown();
        }
        if (!repair.isUnknown()) {
            Severity ordinary = statements || drifts ? Severity.MEDIUM : Severity.LOW;
            String why = repair.isKnown()
                    ? "hinted handoff repairs only what it has seen fail"
                    : statements ? "it replicates statements, and nothing compares the copies" : "nothing compares the copies";
            return reasons.violated(importance.weigh(ordinary), "Copies of " + store.title()
                    + " can differ for months until one of them answers: " + why + ".");
        }
        boolean noLoss = DataNeeds.of(store, in).noLoss();
        boolean answers = store.get(Keys.READS_FROM).is(ReadFrom.REPLICAS) && (importance.critical() || noLoss);
        boolean authority = !DataNeeds.of(store, in).asAuthority().domains().isEmpty();
        boolean relied = authority && (importance.critical() || (!importance.minor() && Calls.in(in).reliedOn(store.id())));
        boolean keeps = (noLoss && lastCopyElsewhere(copies)) || ((noLoss || relied) && copies.is(Topology.SINGLE_LEADER))
                || (noLoss && copies.topology().isUnknown());
        return statements || answers || keeps || (drifts && !object && !importance.minor())
                ? reasons.lacks(store, Keys.ANTI_ENTROPY).unknown()
                : Outcome.notApplicable();
    }

    /** Another store of the same data, which must not be lost, is copied into it: a move, or a second system. */
    private static List<Link> fedByAnother(Entity store, Review.Input in) {
        DataNeeds needs = DataNeeds.of(store, in);
        Set<String> same = needs.domains().stream()
                .flatMap(domain -> domain.get(Keys.STORES).or(List.of()).stream())
                .collect(Collectors.toSet());
        return !needs.noLoss() ? List.of() : Calls.in(in).to(store.id()).stream()
                .filter(link -> link.get(Keys.LINK_PURPOSE).is(Purpose.REPLICATE) && !link.from().equals(store.id()))
                .filter(link -> same.contains(link.from()))
                .toList();
    }

    /** Nothing keeps an old leader from going on, so that both take writes that the other never sees. */
    private static boolean mayHaveTwoLeaders(Entity store) {
        return store.get(Keys.FAILOVER_MODE).is(FailoverMode.AUTOMATIC) && (store.get(Keys.FENCING).is(Fencing.NONE) || store.get(Keys.FENCING).statedNone())
                && store.get(Keys.WITNESS).is(false);
    }

    /** What is left after the loss of a region is a copy that nobody read until then. */
    private static boolean lastCopyElsewhere(Copies copies) {
        return copies.asynchronous() && copies.crosses(Boundary.REGION);
    }
}
