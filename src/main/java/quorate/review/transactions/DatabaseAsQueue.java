package quorate.review.transactions;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.ServiceType;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** A contended work queue does not share its store with the requests of users. */
final class DatabaseAsQueue implements Rule.OfEntity {

    private static final Set<ServiceType> SERVES =
            Set.of(ServiceType.GATEWAY, ServiceType.SERVICE, ServiceType.FRONTEND, ServiceType.FUNCTION);

    @Override
    public String id() {
        return "database-as-queue";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.STORE);
    }

    @Override
    public Outcome check(Entity store, Review.Input in) {
        if (store.get(Keys.WORK_QUEUE).isUnknown()) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(store, Keys.WORK_QUEUE);
        if (!store.get(Keys.WORK_QUEUE).is(true)) {
            return reasons.holds();
        }
        Calls calls = Calls.in(in);
        List<Entity> callers = calls.to(store.id()).stream()
                .flatMap(link -> calls.component(link.from()).stream())
                .filter(c -> c.kind() == Kind.SERVICE && calls.isProduct(c))
                .distinct()
                .toList();
        callers.forEach(c -> reasons.saw(c, Keys.SERVICE_TYPE));
        boolean serves = callers.stream().anyMatch(c -> c.get(Keys.SERVICE_TYPE).is(SERVES::contains));
        if (serves) {
            return reasons.violated(Importance.of(store, in).weigh(Severity.MEDIUM), "A burst of queued work slows every"
                    + " request that needs " + store.title() + ": its tables serve users and a contended work queue at once.");
        }
        callers.forEach(c -> reasons.lacks(c, Keys.SERVICE_TYPE));
        return reasons.isComplete() ? reasons.holds() : reasons.unknown();
    }
}
