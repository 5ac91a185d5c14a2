package quorate.review.cap;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorate.derive.agreement.VoterSpread;
import quorate.formula.Majority;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.Topology;
import quorate.review.Calls;
import quorate.review.Copies;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Places;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** No single fault domain may hold so many voters that the rest is no majority. */
final class QuorumSharesFaultDomain implements Rule.OfEntity {

    @Override
    public String id() {
        return "quorum-shares-fault-domain";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.STORE, Kind.CHANNEL);
    }

    @Override
    public Outcome check(Entity group, Review.Input in) {
        boolean voting = Copies.of(group, in).is(Topology.CONSENSUS) || group.get(Keys.VOTERS).isKnown();
        Optional<VoterSpread> known = VoterSpread.of(in.linked().architecture(), group);
        if (!voting || known.filter(spread -> spread.voters() >= 3).isEmpty()) {
            return Outcome.notApplicable();
        }
        VoterSpread spread = known.get();
        Reasons reasons = Reasons.of(group, spread.counted());
        spread.placed().ifPresent(key -> reasons.saw(group, key));
        if (!spread.held().isEmpty()) {
            return judge(group, spread.voters(), spread.held(), reasons, in);
        }
        if (spread.placed().isPresent()) {
            return spread(group, spread.voters(), spread.domains(), reasons, in);
        }
        boolean loose = group.get(Keys.SPREAD).is(false) || group.get(Keys.SPREAD).statedNone();
        if (loose && !Importance.of(group, in).minor()) {
            return reasons.saw(group, Keys.SPREAD).lacksWithin(group, Keys.VOTER_PLACEMENT).presumed(
                    Importance.of(group, in).weigh(Severity.MEDIUM), "Loss of one machine may stop " + group.title()
                            + ": nothing keeps its " + spread.voters() + " voters apart, so one may hold "
                            + new Majority(spread.voters()).quorum() + " of them or more.");
        }
        boolean ask = !Importance.of(group, in).minor();
        return ask ? reasons.lacksWithin(group, Keys.VOTER_PLACEMENT).unknown() : Outcome.notApplicable();
    }

    private static Outcome judge(
            Entity group, int voters, Map<String, Integer> count, Reasons reasons, Review.Input in) {
        Majority majority = new Majority(voters);
        Optional<Map.Entry<String, Integer>> fatal = count.entrySet().stream()
                .filter(domain -> !majority.survivesLossOf(domain.getValue()))
                .filter(domain -> !Places.in(in).isWholeSystem(domain.getKey()))
                .findFirst();
        reasons.conclude("majority = floor(" + voters + "/2)+1 = " + majority.quorum());
        if (fatal.isEmpty()) {
            return reasons.holds();
        }
        String domain = fatal.get().getKey();
        if (Places.in(in).hasPeers(domain)) {
            Optional<Outcome> regional = apart(domain, count, majority, in) ? regional(group, domain, reasons, in) : Optional.empty();
            if (regional.isPresent()) {
                return regional.get();
            }
            return violated(group, voters, domain, fatal.get().getValue(), reasons, in);
        }
        Places.in(in).unplaced(domain).forEach(other -> reasons.lacks(other, Keys.DOMAIN_KIND, Keys.PARENT));
        return reasons.unknown();
    }

    /** Whether the voters stand apart from each other in smaller domains within this one. */
    private static boolean apart(String domain, Map<String, Integer> count, Majority majority, Review.Input in) {
        List<Integer> inner = count.entrySet().stream()
                .filter(held -> !held.getKey().equals(domain) && Places.in(in).around(held.getKey()).contains(domain))
                .map(Map.Entry::getValue)
                .toList();
        return !inner.isEmpty() && inner.stream().allMatch(majority::survivesLossOf);
    }

    /** A group that serves one region: all that call it are lost with the region anyway. */
    private static Optional<Outcome> regional(Entity group, String domain, Reasons reasons, Review.Input in) {
        Places places = Places.in(in);
        Set<Entity> users = new LinkedHashSet<>();
        Calls.in(in).to(group.id()).forEach(link -> Calls.in(in).component(link.from()).ifPresent(users::add));
        boolean outside = users.stream().anyMatch(user -> user.kind() == Kind.EXTERNAL
                || user.get(Keys.PLACEMENT).is(p -> p.stream().anyMatch(place -> places.isApart(place, domain))));
        if (users.isEmpty() || outside) {
            return Optional.empty();
        }
        users.forEach(user -> reasons.saw(user, Keys.PLACEMENT));
        users.stream().filter(user -> !user.get(Keys.PLACEMENT).isKnown()).forEach(user -> reasons.lacks(user, Keys.PLACEMENT));
        users.stream()
                .flatMap(user -> user.get(Keys.PLACEMENT).or(List.of()).stream())
                .filter(place -> !places.around(place).contains(domain))
                .flatMap(place -> places.outermost(place).stream())
                .forEach(place -> reasons.lacks(place, Keys.DOMAIN_KIND, Keys.PARENT));
        return Optional.of(reasons.isComplete()
                ? reasons.conclude("all that call " + group.title() + " stand in " + domain + " too").holds()
                : reasons.unknown());
    }

    /** Only the domains are known: one of d domains holds at least voters/d of them, wherever they are. */
    private static Outcome spread(Entity group, int voters, Set<String> domains, Reasons reasons, Review.Input in) {
        int least = (voters + domains.size() - 1) / domains.size();
        boolean fatal = !new Majority(voters).survivesLossOf(least);
        Places places = Places.in(in);
        Optional<String> shared = domains.stream()
                .filter(domain -> domains.size() == 1)
                .flatMap(domain -> places.around(domain).stream())
                .filter(places::hasPeers)
                .findFirst();
        if (fatal && shared.isPresent()) {
            return violated(group, voters, shared.get(), voters, reasons, in);
        }
        return reasons.lacks(group, Keys.VOTER_PLACEMENT).unknown();
    }

    private static Outcome violated(
            Entity group, int voters, String domain, int held, Reasons reasons, Review.Input in) {
        return reasons.violated(Importance.of(group, in).weigh(Severity.HIGH),
                "Loss of " + domain + " stops " + group.title() + ": that " + Places.in(in).kind(domain) + " holds "
                        + held + " of its " + voters + " voters, and the other " + (voters - held)
                        + " are less than the majority of " + new Majority(voters).quorum() + ".");
    }
}
