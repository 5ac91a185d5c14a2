package quorate.derive.consistency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorate.catalog.Anomaly;
import quorate.catalog.ConsistencyOrder;
import quorate.derive.consistency.Exposure.Answer;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Missing;
import quorate.model.Vocabulary;
import quorate.model.Words.HeldBy;

/** What transactions at the authority may do to each other, by the level at which they are isolated. */
final class Interleaving {

    private static final Set<String> ROLLED_BACK = Set.of("dirty-read");
    private static final Set<String> BREAKS_INVARIANTS =
            Set.of("lost-update-anomaly", "write-skew-anomaly", "predicate-write-skew");

    private final ConsistencyOrder order;
    private final Entity domain;
    private final Offer offer;
    private final Verdicts verdicts;
    private final ConcurrentWrites writes;

    Interleaving(ConsistencyOrder order, Entity domain, Offer offer, Verdicts verdicts, ConcurrentWrites writes) {
        this.order = order;
        this.domain = domain;
        this.offer = offer;
        this.verdicts = verdicts;
        this.writes = writes;
    }

    /** Nothing where the authority is of a kind that has no transactions. */
    Optional<Sight> of(Anomaly anomaly, ReadPath path) {
        if (!Vocabulary.keys(path.store().kind()).contains(Keys.TRANSACTION_ISOLATION)) {
            return Optional.empty();
        }
        List<String> levels = anomaly.forbiddenBy().stream()
                .filter(model -> order.models().get(model).scope().equals("transaction"))
                .toList();
        boolean oneItem = ConcurrentWrites.LOST_UPDATES.contains(anomaly.id());
        Sight byLevel = byLevel(anomaly, levels, path);
        boolean agreed = levels.stream().allMatch(this::takesAgreement);
        Sight sight = agreed ? acrossCopies(byLevel, levels, path.store(), oneItem) : byLevel;
        boolean kept = sight.answer() == Answer.RULED_OUT;
        return Optional.of(oneItem && !kept ? writes.update(sight) : sight);
    }

    /** A level that takes agreement holds at one copy only, where copies accept writes without asking each other. */
    private Sight acrossCopies(Sight byLevel, List<String> levels, Entity store, boolean oneItem) {
        if (oneItem && writes.severalPlaces().is(false)) {
            return byLevel;
        }
        String claim = "copies of " + store.title() + " accept writes without asking each other, and " + names(levels)
                + " cannot be given so";
        if (writes.acceptedApart()) {
            return oneItem && writes.severalPlaces().isUnknown()
                    ? new Sight(
                            Answer.UNKNOWN, store.title(),
                            Evidence.derived(claim + "; whether two places write the same datum is not stated", writes.apart()),
                            Set.of(new Missing(domain, Keys.SEVERAL_WRITERS)))
                    : new Sight(Answer.POSSIBLE, store.title(), Evidence.derived(claim, writes.apart()), Set.of());
        }
        return byLevel.answer() == Answer.RULED_OUT && !writes.openApart().isEmpty()
                ? new Sight(Answer.UNKNOWN, store.title(), Evidence.derived("whether copies of " + store.title()
                        + " accept writes without asking each other is not stated", byLevel.why()), writes.openApart())
                : byLevel;
    }

    private Sight byLevel(Anomaly anomaly, List<String> levels, ReadPath path) {
        Entity store = path.store();
        if (store.get(Keys.TRANSACTION_ISOLATION).statedNone()) {
            return withoutTransactions(anomaly, store);
        }
        for (String level : levels) {
            Verdict verdict = verdicts.verdict(
                    new Requirement(level, true, Optional.empty(), Keys.TRANSACTION_ISOLATION, forbids(anomaly, level)), path);
            if (verdict.answer() == Verdict.Answer.HOLDS) {
                return new Sight(Answer.RULED_OUT, store.title(), verdict.why(), Set.of());
            }
        }
        boolean held = BREAKS_INVARIANTS.contains(anomaly.id()) && !offer.isolationStated();
        Optional<Evidence> serial = held ? heldSerially() : Optional.empty();
        return serial.map(why -> new Sight(Answer.RULED_OUT, store.title(), why, Set.of()))
                .orElseGet(() -> allowed(path, levels));
    }

    private Sight withoutTransactions(Anomaly anomaly, Entity store) {
        Evidence none = Evidence.of(store, Keys.TRANSACTION_ISOLATION);
        boolean impossible = ROLLED_BACK.contains(anomaly.id());
        String claim = "without transactions " + (impossible ? "nothing is rolled back" : "operations mix in any order");
        Answer answer = impossible ? Answer.RULED_OUT : Answer.POSSIBLE;
        return new Sight(answer, store.title(), Evidence.derived(claim, none), Set.of());
    }

    private Sight allowed(ReadPath path, List<String> levels) {
        Entity store = path.store();
        Evidence fact = Evidence.of(store, Keys.TRANSACTION_ISOLATION);
        String level = offer.isolation().map(one -> order.models().get(one).name()).orElse("");
        boolean serializable = offer.isolation().filter(one -> order.implies(one, "serializable")).isPresent();
        if (serializable && path.model().isEmpty() && path.lag().isEmpty() && !path.deciding().isEmpty()) {
            String claim = "transactions of " + store.title() + " run at " + level
                    + "; whether their order keeps real time is not known";
            return new Sight(Answer.UNKNOWN, store.title(), Evidence.derived(claim, fact), path.deciding());
        }
        if (offer.isolationStated()) {
            String claim = "transactions of " + store.title() + " run at " + level + ", which does not give " + names(levels);
            return new Sight(Answer.POSSIBLE, store.title(), Evidence.derived(claim, fact), Set.of());
        }
        String claim = offer.isolation().isPresent()
                ? "transactions of " + store.title() + " run at " + level + " by default, which does not give " + names(levels)
                        + "; whether another level is set is not stated"
                : "the level at which transactions of " + store.title() + " are isolated is not known; it takes " + names(levels);
        List<Evidence> because = new ArrayList<>(List.of(fact));
        offer.isolationWhy().ifPresent(because::add);
        return new Sight(
                Answer.UNKNOWN, store.title(), Evidence.derived(claim, because),
                Set.of(new Missing(store, Keys.TRANSACTION_ISOLATION)));
    }

    /** Whether all invariants are stated to be held by serializable isolation, whatever other transactions run at. */
    private Optional<Evidence> heldSerially() {
        List<Facts> invariants = domain.get(Keys.INVARIANTS).or(List.of());
        boolean all = !invariants.isEmpty()
                && invariants.stream().allMatch(one -> one.get(Keys.HELD_BY).is(HeldBy.SERIALIZABLE_ISOLATION));
        return all
                ? Optional.of(Evidence.derived(
                        "the transactions that keep its invariants are serializable", Evidence.of(domain, Keys.INVARIANTS)))
                : Optional.empty();
    }

    /** Bailis et al. 2013: such a level cannot be given by copies that each go on alone. */
    private boolean takesAgreement(String model) {
        return order.models().get(model).availability().equals("unavailable");
    }

    private Evidence forbids(Anomaly anomaly, String level) {
        return Evidence.derived(anomaly.name() + " is ruled out by " + order.models().get(level).name());
    }

    private String names(List<String> levels) {
        return String.join(" or ", levels.stream().map(level -> order.models().get(level).name()).toList());
    }
}
