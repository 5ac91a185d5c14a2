package quorate.review.failure;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words.Carries;
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

    /**
     * Work of several kinds or for several tenants meets there: several wait for it, users or messages arrive, or all fetch control
     * data. Where nobody is said to call it and it calls others, users arrive.
     */
    private static boolean servesSeveral(String service, Calls calls) {
        List<Link> to = calls.to(service);
        boolean messages = to.stream().anyMatch(link -> isChannel(link.from(), calls))
                || calls.from(service).stream().anyMatch(link -> isChannel(link.to(), calls) && link.get(Keys.LINK_PURPOSE).is(Purpose.CONSUME));
        boolean control = to.stream().anyMatch(link -> calls.waits(link) && link.get(Keys.CARRIES).is(Carries.CONTROL));
        boolean front = to.isEmpty() && calls.from(service).stream().anyMatch(calls::waits);
        return calls.callers(service) >= 2 || calls.isEntry(service) || front || messages || control;
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
        boolean ask = entity.kind() == Kind.SERVICE && importance.critical() && calls.staysUp(entity)
                && servesSeveral(entity.id(), calls);
        return ask ? reasons.lacks(entity, Keys.ISOLATION).unknown() : Outcome.notApplicable();
    }
}
