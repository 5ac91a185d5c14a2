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
import quorate.review.Containers;
import quorate.review.Messages;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** Every service hands the trace context to those that it calls. */
final class TraceGapSync implements Rule.OfLink, Rule.OfEntity {

    @Override
    public String id() {
        return "trace-gap-sync";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SYSTEM, Kind.SERVICE, Kind.LINK);
    }

    @Override
    public Outcome check(Subject subject, Review.Input in) {
        return subject instanceof Link link ? check(link, in) : check((Entity) subject, in);
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        return entity.kind() == Kind.SYSTEM ? system(in) : service(entity, in);
    }

    /** A service that passes the context to none of those that it calls. */
    private static Outcome service(Entity service, Review.Input in) {
        Calls calls = Calls.in(in);
        List<Link> on = onward(service, calls);
        if (!service.get(Keys.TRACING).is(false) || (on.isEmpty() && anyCall(in))) {
            return Outcome.notApplicable();
        }
        if (on.isEmpty()) {
            return Reasons.of(service, Keys.TRACING).violated(Severity.LOW, "A slow request cannot be followed through "
                    + service.title() + ": tracing is switched off there.");
        }
        boolean journey = on.stream().anyMatch(calls::onJourney);
        return Reasons.of(service, Keys.TRACING).violated(journey ? Severity.MEDIUM : Severity.LOW,
                "A slow request cannot be followed beyond " + service.title() + ": it does not pass the trace context on to "
                        + String.join(", ", on.stream().map(l -> calls.name(l.to())).distinct().toList()) + ".");
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

    /**
     * One question for the whole system: for those that call others or send messages and do not say whether they pass the
     * context on. Where no call is known but several services run, it is asked of all of them. Where tracing is denied here and
     * affirmed nowhere, nothing is asked.
     */
    private static Outcome system(Review.Input in) {
        Calls calls = Calls.in(in);
        List<Entity> services = in.linked().architecture().all(Kind.SERVICE).stream()
                .filter(s -> calls.staysUp(s) && !s.get(Keys.SERVICE_TYPE).is(ServiceType.PROXY))
                .toList();
        List<Entity> callers = services.stream().filter(s -> !onward(s, calls).isEmpty() || sends(s, in)).toList();
        List<Entity> asked = callers.isEmpty() && services.size() > 1 ? services : callers;
        boolean some = asked.stream().anyMatch(s -> s.get(Keys.TRACING).is(true));
        boolean said = asked.stream().anyMatch(s -> !s.get(Keys.TRACING).isUnknown())
                || in.linked().architecture().links().stream().anyMatch(l -> !l.get(Keys.TRACE_PROPAGATED).isUnknown());
        if (said && !some) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.none();
        List<Entity> open = asked.stream().filter(s -> isOpen(s, calls)).toList();
        List<Entity> traced = asked.stream().filter(s -> s.get(Keys.TRACING).is(true)).toList();
        // A file that switches it on for some containers would do the same for the others.
        boolean partly = !traced.isEmpty() && open.size() >= traced.size()
                && open.stream().allMatch(Containers::describe) && traced.stream().allMatch(Containers::describe);
        if (partly) {
            traced.forEach(s -> reasons.saw(s, Keys.TRACING));
        }
        open.forEach(s -> reasons.lacks(s, Keys.TRACING));
        return partly ? reasons.presumed(Severity.LOW, "A slow request cannot be followed through most of the system: of "
                        + (traced.size() + open.size())
                        + " services that call others or send messages, tracing is switched on for " + traced.size() + ", and nothing is written for the others.")
                : reasons.unknown();
    }

    /** Whether neither the service nor each of its calls says it. */
    private static boolean isOpen(Entity service, Calls calls) {
        List<Link> on = onward(service, calls);
        boolean byLinks = !on.isEmpty() && on.stream().noneMatch(l -> l.get(Keys.TRACE_PROPAGATED).isUnknown());
        return service.get(Keys.TRACING).isUnknown() && !byLinks;
    }

    private static boolean sends(Entity service, Review.Input in) {
        return Calls.in(in).from(service.id()).stream().anyMatch(l -> Messages.published(l, in).isPresent());
    }

    /** Where no file says who calls whom, any service may stand in the middle of a request. */
    private static boolean anyCall(Review.Input in) {
        Calls calls = Calls.in(in);
        return in.linked().architecture().links().stream().anyMatch(link -> called(link, calls) && calls.component(link.from())
                .filter(from -> from.kind() == Kind.SERVICE && calls.isProduct(from))
                .filter(from -> !from.get(Keys.SERVICE_TYPE).is(ServiceType.PROXY))
                .isPresent());
    }

    /** Its calls to services, for whose answers it waits. */
    private static List<Link> onward(Entity service, Calls calls) {
        return calls.from(service.id()).stream().filter(l -> calls.waits(l) && called(l, calls)).toList();
    }

    private static boolean called(Link link, Calls calls) {
        return calls.component(link.to()).filter(c -> c.kind() == Kind.SERVICE).isPresent();
    }
}
