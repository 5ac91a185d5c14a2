package quorate.review.failure;

import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Words.Admission;
import quorate.model.Words.Carries;
import quorate.model.Words.Criticality;
import quorate.model.Words.Need;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** What many depend on lets them back in gradually after it was away. */
final class RecoveryHerd implements Rule.OfEntity {

    @Override
    public String id() {
        return "recovery-herd";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SERVICE, Kind.STORE, Kind.CHANNEL);
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        Calls calls = Calls.in(in);
        Reasons reasons = Reasons.of(entity, Keys.ADMISSION, Keys.SHEDDING, Keys.RATE_LIMIT);
        if (entity.get(Keys.ADMISSION).is(Admission.PACED)) {
            return reasons.holds();
        }
        long callers = calls.callers(entity.id());
        Importance importance = Importance.of(entity, in);
        if (!entity.get(Keys.ADMISSION).isUnknown()) {
            Severity severity = importance.weigh(Severity.MEDIUM);
            String who = callers > 1 ? callers + " kinds of caller return" : "its callers and replicas return";
            return reasons.violated(entity.get(Keys.SHEDDING).isKnown() ? severity.lowered() : severity,
                    entity.title() + " can be overloaded by its own recovery: " + who
                            + " at once after an outage, and nothing admits them gradually.");
        }
        if (entity.get(Keys.SHEDDING).isKnown() || entity.get(Keys.RATE_LIMIT).isKnown()) {
            return reasons.holds();
        }
        boolean outside = calls.to(entity.id()).stream()
                .filter(link -> entity.kind() != Kind.CHANNEL || calls.waits(link))
                .anyMatch(link -> calls.component(link.from()).filter(c -> c.kind() == Kind.EXTERNAL).isPresent());
        boolean matters = importance.critical() || calls.reliedOn(entity.id());
        boolean ask = entity.kind() == Kind.CHANNEL
                ? matters && outside // of clients nobody here decides when they come back
                : neededToStart(entity, calls) || (matters && (callers >= Calls.MANY || outside
                || calls.isEntry(entity.id()) || neededBySome(entity, calls) || fetchedByAll(entity, calls)));
        return ask ? reasons.lacks(entity, Keys.ADMISSION).unknown() : Outcome.notApplicable();
    }

    /** Every instance of a caller that needs control data fetches them when it starts. */
    private static boolean fetchedByAll(Entity entity, Calls calls) {
        return calls.to(entity.id()).stream().anyMatch(link -> link.get(Keys.CARRIES).is(Carries.CONTROL)
                && calls.waits(link) && link.get(Keys.CRITICALITY).is(Criticality.CRITICAL));
    }

    /** All instances of a caller that cannot do without a service come back to it at the same time. */
    private static boolean neededBySome(Entity entity, Calls calls) {
        return calls.to(entity.id()).stream()
                .anyMatch(link -> calls.waits(link) && link.get(Keys.CRITICALITY).is(Criticality.CRITICAL));
    }

    /** Whatever starts asks it first, and after an outage all start at once. */
    private static boolean neededToStart(Entity entity, Calls calls) {
        return calls.to(entity.id()).stream().anyMatch(link -> link.get(Keys.NEED).is(Need.STARTUP)
                && link.get(Keys.CRITICALITY).is(Criticality.CRITICAL));
    }
}
