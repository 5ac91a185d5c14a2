package quorate.review.operations;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
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

/** Everything can be started from nothing, and that was tried. */
final class ColdStartUnplanned implements Rule.OfEntity {

    @Override
    public String id() {
        return "cold-start-unplanned";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SERVICE, Kind.STORE, Kind.CHANNEL);
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        Calls calls = Calls.in(in);
        Optional<List<Link>> cycle = cycle(entity.id(), calls).filter(links -> teller(links, calls).equals(entity.id()));
        if (cycle.isPresent()) {
            return circle(entity, cycle.get(), in);
        }
        Importance importance = Importance.of(entity, in);
        Reasons reasons = Reasons.of(entity, Keys.COLD_START_REHEARSED, Keys.ADMISSION);
        if (entity.get(Keys.COLD_START_REHEARSED).is(true)) {
            return reasons.holds();
        }
        if (entity.get(Keys.COLD_START_REHEARSED).is(false)) {
            return reasons.violated(importance.weigh(Severity.MEDIUM), "How long " + entity.title()
                    + " takes to start from nothing is found out in the outage: a full start was never rehearsed.");
        }
        boolean starts = entity.kind() == Kind.SERVICE
                ? importance.critical() && (control(entity, calls) || foundation(entity, calls))
                : importance.critical() && !calls.to(entity.id()).isEmpty();
        return starts ? reasons.lacks(entity, Keys.COLD_START_REHEARSED).unknown() : Outcome.notApplicable();
    }

    /** Whether it has to fetch control data before it serves, or all others fetch theirs from it. */
    private static boolean control(Entity service, Calls calls) {
        boolean fetches = calls.from(service.id()).stream().anyMatch(link -> link.get(Keys.CARRIES).is(Carries.CONTROL)
                && calls.waits(link) && !link.get(Keys.ON_FAILURE).isKnown());
        return fetches || calls.to(service.id()).stream().anyMatch(link -> link.get(Keys.CARRIES).is(Carries.CONTROL));
    }

    /** Whether others come back to it, or it comes back to something that it cannot do without. */
    private static boolean foundation(Entity service, Calls calls) {
        boolean waits = calls.from(service.id()).stream().anyMatch(link -> link.get(Keys.NEED).is(Need.STARTUP)
                || (calls.waits(link) && link.get(Keys.CRITICALITY).is(Criticality.CRITICAL)));
        return calls.staysUp(service) && (waits || calls.callers(service.id()) > 0);
    }

    /**
     * Parts that wait for each other to start. One that starts only when another works also waits for what that one needs, unless
     * that goes on without it in a way which is not stated.
     */
    private static Outcome circle(Entity entity, List<Link> cycle, Review.Input in) {
        Calls calls = Calls.in(in);
        Reasons reasons = Reasons.none();
        cycle.forEach(link -> reasons.saw(link, Keys.NEED, Keys.CRITICALITY));
        boolean critical = members(cycle, calls).stream().anyMatch(member -> Importance.of(member, in).critical());
        Severity severity = critical ? Severity.CRITICAL : Severity.HIGH;
        String message = "Once all is down, " + entity.title() + " never starts again: "
                + String.join(", ", cycle.stream().map(link -> words(link, calls)).toList());
        List<Link> open = cycle.stream().filter(ColdStartUnplanned::mayGoOn).toList();
        open.forEach(link -> reasons.lacks(link, Keys.NEED, Keys.FALLBACK));
        return open.isEmpty()
                ? reasons.violated(severity, message + ".")
                : reasons.presumed(severity.lowered(), message + ", as far as is stated.");
    }

    private static boolean mayGoOn(Link link) {
        return !link.get(Keys.NEED).is(Need.STARTUP) && (link.get(Keys.NEED).isUnknown() || link.get(Keys.FALLBACK).isUnknown());
    }

    private static List<Entity> members(List<Link> cycle, Calls calls) {
        return cycle.stream().flatMap(link -> calls.component(link.from()).stream()).toList();
    }

    /** The one part of a circle at which it is told of, so that it is told once: the first by name that waits to start. */
    private static String teller(List<Link> cycle, Calls calls) {
        return cycle.stream()
                .filter(link -> link.get(Keys.NEED).is(Need.STARTUP))
                .map(Link::from)
                .filter(id -> calls.component(id).filter(member -> member.kind() != Kind.EXTERNAL).isPresent())
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    private static String words(Link link, Calls calls) {
        String how = link.get(Keys.NEED).is(Need.STARTUP) ? " waits for " : " does not work without ";
        return calls.name(link.from()) + how + calls.name(link.to());
    }

    /** The shortest way back to the start: first what must be up before it starts, then what that starts or works with. */
    private static Optional<List<Link>> cycle(String start, Calls calls) {
        Deque<List<Link>> open = new ArrayDeque<>(List.of(List.of()));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            List<Link> path = open.poll();
            String here = path.isEmpty() ? start : path.get(path.size() - 1).to();
            for (Link link : calls.from(here)) {
                boolean first = link.get(Keys.NEED).is(Need.STARTUP);
                boolean waits = first || (!path.isEmpty() && worksNotWithout(link, calls));
                if (!waits || !seen.add(link.to())) {
                    continue;
                }
                List<Link> longer = new ArrayList<>(path);
                longer.add(link);
                if (link.to().equals(start)) {
                    return Optional.of(longer);
                }
                open.add(longer);
            }
        }
        return Optional.empty();
    }

    /** Only what is stated: that a call is there says nothing of the need for it, unless it is rated critical. */
    private static boolean worksNotWithout(Link link, Calls calls) {
        boolean critical = link.get(Keys.NEED).isUnknown() && link.get(Keys.CRITICALITY).is(Criticality.CRITICAL);
        return (link.get(Keys.NEED).is(Need.HARD) || critical) && calls.waits(link) && !link.get(Keys.FALLBACK).isKnown();
    }
}
