package quorate.review.cap;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        Key<Integer> counted = group.get(Keys.VOTERS).isKnown() ? Keys.VOTERS : Keys.REPLICAS;
        int voters = group.get(counted).or(0);
        if (!voting || voters < 3) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(group, counted);
        Fact<List<String>> exact = group.get(Keys.VOTER_PLACEMENT);
        Fact<List<String>> coarse = group.get(Keys.PLACEMENT);
        if (exact.is(list -> list.size() == voters)) {
            return judge(group, voters, each(exact.value().get(), in), reasons.saw(group, Keys.VOTER_PLACEMENT), in);
        }
        if (exact.isUnknown() && coarse.is(list -> !list.isEmpty())) {
            reasons.saw(group, Keys.PLACEMENT);
            Set<String> domains = new HashSet<>(coarse.value().get());
            if (domains.size() == voters || coarse.value().get().size() == voters) {
                return judge(group, voters, each(coarse.value().get(), in), reasons, in);
            }
            return spread(group, voters, domains, reasons, in);
        }
        boolean ask = !Importance.of(group, in).minor();
        return ask ? reasons.lacksWithin(group, Keys.VOTER_PLACEMENT).unknown() : Outcome.notApplicable();
    }

    /** Voters in each fault domain and in all that contain it. */
    private static Map<String, Integer> each(List<String> placement, Review.Input in) {
        Map<String, Integer> count = new LinkedHashMap<>();
        for (String place : placement) {
            Places.in(in).around(place).forEach(domain -> count.merge(domain, 1, Integer::sum));
        }
        return count;
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
            return violated(group, voters, domain, fatal.get().getValue(), reasons, in);
        }
        Places.in(in).unplaced(domain).forEach(other -> reasons.lacks(other, Keys.DOMAIN_KIND, Keys.PARENT));
        return reasons.unknown();
    }

    /** Only the domains are known: one of d domains holds at least voters/d of them, wherever they are. */
    private static Outcome spread(Entity group, int voters, Set<String> domains, Reasons reasons, Review.Input in) {
        int least = (voters + domains.size() - 1) / domains.size();
        boolean fatal = !new Majority(voters).survivesLossOf(least);
        boolean apart = domains.size() == 1 && Places.in(in).hasPeers(domains.iterator().next());
        if (fatal && apart) {
            return violated(group, voters, domains.iterator().next(), voters, reasons, in);
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
