package quorate.review.cap;

import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Words.Carries;
import quorate.model.Words.OnFailure;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** A request path that needs policy, identity or configuration keeps the last good answer, or says why it refuses. */
final class FailClosedControlData implements Rule.OfLink {

    @Override
    public String id() {
        return "fail-closed-control-data";
    }

    @Override
    public Outcome check(Link link, Review.Input in) {
        Calls calls = Calls.in(in);
        if (!link.get(Keys.CARRIES).is(Carries.CONTROL)) {
            return Outcome.notApplicable();
        }
        if (!calls.waits(link)) {
            return pushed(link, in);
        }
        Reasons reasons = Reasons.of(
                link, Keys.CARRIES, Keys.MODE, Keys.ON_FAILURE, Keys.FALLBACK, Keys.STALENESS, Keys.REASON);
        Fact<OnFailure> onFailure = link.get(Keys.ON_FAILURE);
        boolean goesOn = onFailure.is(f -> f != OnFailure.FAIL_CLOSED) || link.get(Keys.FALLBACK).isKnown();
        Importance importance = Importance.of(link, in);
        if (onFailure.is(OnFailure.LAST_KNOWN_GOOD) && link.get(Keys.STALENESS).isUnknown() && importance.critical()) {
            return reasons.lacks(link, Keys.STALENESS).unknown(); // a copy that is thrown away after a minute is none
        }
        if (goesOn || link.get(Keys.REASON).isKnown()) {
            return reasons.holds();
        }
        boolean closed = onFailure.is(OnFailure.FAIL_CLOSED) || onFailure.statedNone();
        if (importance.minor()) {
            return Outcome.notApplicable();
        }
        Severity severity = calls.isEntry(link.from()) ? Severity.CRITICAL : importance.weigh(Severity.MEDIUM);
        String message = "Every request to " + calls.name(link.from()) + " fails while " + calls.name(link.to())
                + " does not answer: it needs control data on the request path and keeps no last known good copy";
        if (closed && link.get(Keys.REASON).statedNone() && link.get(Keys.FALLBACK).statedNone()) {
            return reasons.violated(severity, message + ".");
        }
        if (closed || importance.critical()) {
            return reasons.lacks(link, Keys.ON_FAILURE, Keys.FALLBACK, Keys.REASON)
                    .presumed(severity, message + ", as far as is stated.");
        }
        return reasons.lacks(link, Keys.ON_FAILURE).unknown();
    }

    /** What has its control data beside the requests can still refuse all of them once the data are missing or wrong. */
    private static Outcome pushed(Link link, Review.Input in) {
        Reasons reasons = Reasons.of(link, Keys.CARRIES, Keys.MODE);
        if (link.get(Keys.ON_FAILURE).isKnown() || link.get(Keys.FALLBACK).isKnown()) {
            return reasons.saw(link, Keys.ON_FAILURE).saw(link, Keys.FALLBACK).holds();
        }
        boolean matters = Calls.in(in).component(link.from()).filter(c -> Importance.of(c, in).critical()).isPresent();
        return matters && link.get(Keys.ON_FAILURE).isUnknown()
                ? reasons.lacks(link, Keys.ON_FAILURE).unknown()
                : Outcome.notApplicable();
    }
}
