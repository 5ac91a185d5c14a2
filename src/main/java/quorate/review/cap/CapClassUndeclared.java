package quorate.review.cap;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorate.derive.consistency.Positions;
import quorate.derive.consistency.Verdict;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.StoreType;
import quorate.review.DataNeeds;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** Each data domain says what it does when cut off, and no store serves it with less than it asks for. */
final class CapClassUndeclared implements Rule.OfEntity {

    @Override
    public String id() {
        return "cap-class-undeclared";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SYSTEM, Kind.DATA_DOMAIN);
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        return entity.kind() == Kind.SYSTEM ? undescribed(in) : domain(entity, in);
    }

    private static Outcome domain(Entity domain, Review.Input in) {
        Optional<Verdict> less = new Positions(in.linked()).of(domain).verdicts().stream()
                .filter(verdict -> verdict.requirement().key().equals(Keys.CONSISTENCY) && verdict.answer() == Verdict.Answer.VIOLATED)
                .filter(verdict -> !verdict.requirement().model().equals("read-your-writes")) // the matter of a rule of its own
                .findFirst();
        if (less.isPresent()) {
            return Reasons.none().add(less.get().why())
                    .violated(Importance.of(domain, in).weigh(Severity.MEDIUM),
                            "Readers of " + domain.title() + " do not get the " + less.get().requirement().model()
                                    + " that they ask for: " + worst(less.get()) + ".");
        }
        Reasons reasons = Reasons.of(domain, Keys.CONSISTENCY, Keys.ON_PARTITION, Keys.NORMAL_CHOICE);
        if (domain.get(Keys.ON_PARTITION).isUnknown()) {
            return reasons.lacks(domain, Keys.CONSISTENCY, Keys.ON_PARTITION).unknown();
        }
        if (domain.get(Keys.ON_PARTITION).isKnown()) {
            return reasons.holds();
        }
        return reasons.violated(Importance.of(domain, in).weigh(Severity.LOW),
                "Nobody has chosen what " + domain.title() + " does when it is cut off, so each store decides by its"
                        + " defaults: on-partition is stated as none.");
    }

    /** What the first way that gives too little says. */
    private static String worst(Verdict verdict) {
        return verdict.why().because().get(0).claim();
    }

    /** Databases whose data nobody has described: one question for all of them. */
    private static Outcome undescribed(Review.Input in) {
        Reasons reasons = Reasons.none();
        for (Entity store : in.linked().architecture().all(Kind.STORE)) {
            boolean keeps = store.get(Keys.STORE_TYPE).is(type -> type == StoreType.DATABASE || type == StoreType.EVENT_LOG);
            if (keeps && DataNeeds.of(store, in).domains().isEmpty()) {
                Entity domain = new Entity(Kind.DATA_DOMAIN, store.id(), Facts.none(store.at()), store.at());
                reasons.saw(store, Keys.STORE_TYPE).lacks(domain, Keys.STORES, Keys.ON_PARTITION);
            }
        }
        return reasons.isComplete() ? Outcome.notApplicable() : reasons.unknown();
    }
}
