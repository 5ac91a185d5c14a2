package quorate.review.operations;

import java.util.Optional;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words.LinkMode;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** A trace goes on across queues and to what others run. */
final class TraceGap implements Rule.OfLink {

    @Override
    public String id() {
        return "trace-gap";
    }

    @Override
    public Outcome check(Link link, Review.Input in) {
        Calls calls = Calls.in(in);
        boolean edge = link.get(Keys.MODE).is(LinkMode.ASYNC) || is(link.from(), Kind.CHANNEL, calls)
                || is(link.to(), Kind.CHANNEL, calls) || is(link.to(), Kind.EXTERNAL, calls);
        if (!edge || !calls.isProduct(link.from()) || !calls.isProduct(link.to())) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(link, Keys.MODE, Keys.TRACE_PROPAGATED);
        if (link.get(Keys.TRACE_PROPAGATED).is(true)) {
            return reasons.holds();
        }
        Importance importance = Importance.of(link, in);
        if (link.get(Keys.TRACE_PROPAGATED).is(false)) {
            boolean outside = is(link.to(), Kind.EXTERNAL, calls) || is(link.from(), Kind.EXTERNAL, calls);
            return reasons.violated(outside ? Severity.LOW : importance.weigh(Severity.LOW), "The cause of a failure behind " + calls.name(link.to())
                    + " cannot be followed from " + calls.name(link.from()) + ": the trace context is lost on the way.");
        }
        boolean message = is(link.from(), Kind.CHANNEL, calls) || is(link.to(), Kind.CHANNEL, calls);
        boolean ask = message && importance.critical()
                && in.linked().architecture().all(Kind.SERVICE).stream().anyMatch(s -> s.get(Keys.TRACING).is(true));
        return ask ? reasons.lacks(link, Keys.TRACE_PROPAGATED).unknown() : Outcome.notApplicable();
    }

    private static boolean is(String component, Kind kind, Calls calls) {
        Optional<Entity> found = calls.component(component);
        return found.filter(c -> c.kind() == kind).isPresent();
    }
}
