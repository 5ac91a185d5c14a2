package quorate.review.cap;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.ReadFrom;
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

    /** Models whose reads must see the latest write; copies that lag cannot give them. */
    private static final String STRONG = "linearizable";

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
        boolean strong = domain.get(Keys.CONSISTENCY)
                .is(model -> in.linked().catalog().consistency().find(model)
                        .filter(m -> in.linked().catalog().consistency().implies(m.id(), STRONG))
                        .isPresent());
        if (strong) {
            for (String id : domain.get(Keys.STORES).or(List.of())) {
                Entity store = in.linked().architecture().component(id).orElse(domain);
                if (store.get(Keys.READS_FROM).is(CapClassUndeclared::lags)) {
                    return Reasons.of(domain, Keys.CONSISTENCY).saw(store, Keys.READS_FROM, Keys.REPLICATION_MODE)
                            .violated(Importance.of(domain, in).weigh(Severity.MEDIUM),
                                    "Readers of " + domain.title() + " can be given an old value although it asks for "
                                            + domain.get(Keys.CONSISTENCY).or("") + ": " + store.title()
                                            + " answers reads from copies that lag.");
                }
            }
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

    private static boolean lags(ReadFrom from) {
        return from == ReadFrom.REPLICAS || from == ReadFrom.CACHE || from == ReadFrom.LOCAL;
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
