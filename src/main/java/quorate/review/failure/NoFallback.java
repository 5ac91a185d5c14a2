package quorate.review.failure;

import java.util.List;
import java.util.Optional;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words.Need;
import quorate.model.Words.OnFailure;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** A caller that cannot do without an answer has a breaker, another answer, or a callee that sheds load. */
final class NoFallback implements Rule.OfLink {

    @Override
    public String id() {
        return "no-fallback";
    }

    @Override
    public Outcome check(Link link, Review.Input in) {
        Calls calls = Calls.in(in);
        if (!calls.waits(link)) {
            return Outcome.notApplicable();
        }
        Importance importance = Importance.of(link, in);
        boolean optional = link.get(Keys.NEED).is(Need.SOFT);
        Reasons reasons = Reasons.of(link, Keys.NEED, Keys.BREAKER_THRESHOLD, Keys.FALLBACK, Keys.ON_FAILURE, Keys.RETRY)
                .addAll(importance.because());
        Optional<Entity> callee = calls.component(link.to()).filter(c -> c.kind() == Kind.SERVICE);
        callee.ifPresent(c -> reasons.saw(c, Keys.SHEDDING));
        boolean bounded = optional && link.get(Keys.TIMEOUT_TOTAL).isKnown();
        if (bounded || guarded(link, callee)) {
            return reasons.saw(link, Keys.TIMEOUT_TOTAL).holds();
        }
        if (!importance.critical() && !optional) {
            return Outcome.notApplicable();
        }
        if (denied(link, callee, optional)) {
            Severity severity = calls.shared(link.to()) ? Severity.HIGH : Severity.MEDIUM;
            return reasons.violated(severity, calls.name(link.from()) + (optional ? " can be blocked by the optional " : " fails with ")
                    + calls.name(link.to()) + ": the call has neither circuit breaker nor fallback"
                    + (callee.isPresent() ? ", and nothing sheds load." : "."));
        }
        return reasons.lacks(link, Keys.FALLBACK, Keys.BREAKER_THRESHOLD).unknown();
    }

    private static boolean guarded(Link link, Optional<Entity> callee) {
        return link.get(Keys.BREAKER_THRESHOLD).isKnown()
                || link.get(Keys.FALLBACK).isKnown()
                || link.get(Keys.ON_FAILURE).is(f -> f != OnFailure.FAIL_CLOSED)
                || (sheds(callee) && budgeted(link));
    }

    private static boolean sheds(Optional<Entity> callee) {
        return callee.filter(c -> c.get(Keys.SHEDDING).isKnown()).isPresent();
    }

    private static boolean budgeted(Link link) {
        return link.get(Keys.RETRY).statedNone()
                || link.get(Keys.RETRY).is(list -> list.stream().allMatch(r -> r.get(Keys.RETRY_BUDGET).isKnown()));
    }

    /** Each of the guards is stated to be absent; one that only could be there makes it a question. */
    private static boolean denied(Link link, Optional<Entity> callee, boolean optional) {
        boolean noAnswer = link.get(Keys.FALLBACK).statedNone()
                && link.get(Keys.BREAKER_THRESHOLD).statedNone()
                && (link.get(Keys.ON_FAILURE).statedNone() || link.get(Keys.ON_FAILURE).is(OnFailure.FAIL_CLOSED));
        boolean noShedding = callee.isEmpty() || callee.get().get(Keys.SHEDDING).statedNone() || unbudgeted(link);
        return noAnswer && noShedding && (!optional || link.get(Keys.TIMEOUT_TOTAL).statedNone());
    }

    private static boolean unbudgeted(Link link) {
        List<Facts> layers = link.get(Keys.RETRY).or(List.of());
        return layers.stream().anyMatch(r -> r.get(Keys.RETRY_BUDGET).statedNone());
    }
}
