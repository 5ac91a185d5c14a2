package quorate.review.failure;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words.Isolation;
import quorate.model.Words.Purpose;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** One tenant, shard or kind of work cannot use up what all the others need. */
final class NoBulkheadOrCell implements Rule.OfEntity {

    @Override
    public String id() {
        return "no-bulkhead-or-cell";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SERVICE, Kind.STORE);
    }

    /** Work arrives there: others wait for it, users or messages come, or it calls others and nobody is said to call it. */
    private static boolean workArrives(String service, Calls calls) {
        List<Link> to = calls.to(service).stream().filter(link -> !link.from().equals(service)).toList();
        boolean messages = to.stream().anyMatch(link -> isChannel(link.from(), calls))
                || calls.from(service).stream().anyMatch(link -> isChannel(link.to(), calls) && link.get(Keys.LINK_PURPOSE).is(Purpose.CONSUME));
        boolean front = to.isEmpty() && calls.from(service).stream().anyMatch(calls::waits);
        boolean outside = to.stream()
                .anyMatch(link -> calls.component(link.from()).filter(c -> c.kind() == Kind.EXTERNAL).isPresent());
        return to.stream().anyMatch(calls::waits) || calls.isEntry(service) || outside || front || messages;
    }

    private static boolean isChannel(String id, Calls calls) {
        return calls.component(id).filter(c -> c.kind() == Kind.CHANNEL).isPresent();
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        Calls calls = Calls.in(in);
        if (!calls.isProduct(entity)) {
            return Outcome.notApplicable();
        }
        Importance importance = Importance.of(entity, in);
        Reasons reasons = Reasons.of(entity, Keys.ISOLATION).addAll(importance.because());
        if (entity.get(Keys.ISOLATION).is(i -> i != Isolation.NONE)) {
            return reasons.holds();
        }
        if (entity.get(Keys.ISOLATION).is(Isolation.NONE)) {
            return reasons.violated(importance.weigh(Severity.MEDIUM), "One kind of work or one tenant can take "
                    + entity.title() + " from all others: everything runs from one undivided pool.");
        }
        boolean shared = entity.kind() == Kind.SERVICE
                ? calls.staysUp(entity) && workArrives(entity.id(), calls)
                : calls.callers(entity.id()) > 1;
        boolean ask = importance.critical() && shared;
        return ask ? reasons.lacks(entity, Keys.ISOLATION).unknown() : Outcome.notApplicable();
    }
}
