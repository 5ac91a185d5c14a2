package quorate.review.failure;

import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words.FailoverMode;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** A standby that is fed what stopped the active one does not stop too: the input is put aside first. */
final class CommonModeStandby implements Rule.OfEntity {

    @Override
    public String id() {
        return "common-mode-standby";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SERVICE);
    }

    @Override
    public Outcome check(Entity service, Review.Input in) {
        if (!service.get(Keys.FAILOVER_MODE).is(FailoverMode.AUTOMATIC)) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(service, Keys.FAILOVER_MODE);
        Outcome answer = Outcome.notApplicable();
        for (Entity input : in.linked().architecture().all(Kind.CHANNEL)) {
            if (!feeds(input, service, in)) {
                continue;
            }
            reasons.saw(input, Keys.DEAD_LETTER, Keys.MAX_DELIVERIES);
            boolean putAside = input.get(Keys.DEAD_LETTER).isKnown() || input.get(Keys.MAX_DELIVERIES).isKnown();
            if (putAside) {
                answer = reasons.holds();
            } else if (input.get(Keys.DEAD_LETTER).statedNone() && input.get(Keys.MAX_DELIVERIES).statedNone()) {
                return reasons.violated(Importance.of(service, in).weigh(Severity.MEDIUM),
                        "The message that stops " + service.title() + " stops its standby next: both read "
                                + input.title() + " in the same order, and nothing puts a message aside.");
            } else {
                return reasons.lacks(input, Keys.DEAD_LETTER, Keys.MAX_DELIVERIES).unknown();
            }
        }
        return answer;
    }

    private static boolean feeds(Entity channel, Entity service, Review.Input in) {
        Calls calls = Calls.in(in);
        boolean pushed = calls.from(channel.id()).stream().map(Link::to).anyMatch(service.id()::equals);
        boolean pulled = calls.from(service.id()).stream()
                .filter(link -> link.to().equals(channel.id()))
                .anyMatch(link -> link.get(Keys.LINK_PURPOSE).is(quorate.model.Words.Purpose.CONSUME));
        return pushed || pulled;
    }
}
