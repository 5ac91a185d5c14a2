package quorate.review.operations;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Subject;
import quorate.model.Words.ServiceType;
import quorate.review.Calls;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** Every service hands the trace context to those that it calls. */
final class TraceGapSync implements Rule.OfLink {

    @Override
    public String id() {
        return "trace-gap-sync";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SYSTEM, Kind.LINK);
    }

    @Override
    public Outcome check(Subject subject, Review.Input in) {
        return subject instanceof Link link ? check(link, in) : system(in);
    }

    @Override
    public Outcome check(Link link, Review.Input in) {
        Calls calls = Calls.in(in);
        Optional<Entity> caller = calls.component(link.from()).filter(c -> c.kind() == Kind.SERVICE);
        boolean toService = calls.component(link.to()).filter(c -> c.kind() == Kind.SERVICE).isPresent();
        if (!calls.waits(link) || caller.isEmpty() || !toService) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(link, Keys.TRACE_PROPAGATED).saw(caller.get(), Keys.TRACING);
        if (link.get(Keys.TRACE_PROPAGATED).is(false)) {
            Severity severity = calls.onJourney(link) ? Severity.MEDIUM : Severity.LOW;
            return reasons.violated(severity, "A slow request cannot be followed from " + calls.name(link.from()) + " into "
                    + calls.name(link.to()) + ": the trace context ends there.");
        }
        return link.get(Keys.TRACE_PROPAGATED).is(true) || caller.get().get(Keys.TRACING).is(true)
                ? reasons.holds()
                : Outcome.notApplicable();
    }

    /** One question for the whole system while no service says whether it passes the context on. */
    private static Outcome system(Review.Input in) {
        Calls calls = Calls.in(in);
        List<Entity> callers = in.linked().architecture().all(Kind.SERVICE).stream()
                .filter(s -> calls.isProduct(s) && !s.get(Keys.SERVICE_TYPE).is(ServiceType.PROXY))
                .filter(s -> calls.from(s.id()).stream().anyMatch(l -> calls.waits(l) && called(l, calls)))
                .toList();
        boolean said = callers.stream().anyMatch(s -> !s.get(Keys.TRACING).isUnknown())
                || in.linked().architecture().links().stream().anyMatch(l -> !l.get(Keys.TRACE_PROPAGATED).isUnknown());
        if (said || callers.isEmpty()) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.none();
        callers.forEach(s -> reasons.lacks(s, Keys.TRACING));
        return reasons.unknown();
    }

    private static boolean called(Link link, Calls calls) {
        return calls.component(link.to()).filter(c -> c.kind() == Kind.SERVICE).isPresent();
    }
}
