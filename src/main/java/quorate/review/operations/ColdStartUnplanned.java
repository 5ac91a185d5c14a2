package quorate.review.operations;

import java.util.ArrayDeque;
import java.util.ArrayList;
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
        return Set.of(Kind.SYSTEM, Kind.SERVICE, Kind.STORE, Kind.CHANNEL);
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        if (entity.kind() == Kind.SYSTEM) {
            return order(in);
        }
        Calls calls = Calls.in(in);
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

    /** Parts that wait for each other to start; one finding for the system, since each circle has several members. */
    private static Outcome order(Review.Input in) {
        Calls calls = Calls.in(in);
        for (Entity entity : in.linked().architecture().components()) {
            Optional<List<Link>> cycle = cycle(entity.id(), calls);
            if (cycle.isPresent()) {
                Reasons reasons = Reasons.none();
                cycle.get().forEach(link -> reasons.saw(link, Keys.NEED));
                boolean critical = cycle.get().stream()
                        .flatMap(link -> calls.component(link.from()).stream())
                        .anyMatch(member -> Importance.of(member, in).critical());
                return reasons.violated(critical ? Severity.CRITICAL : Severity.HIGH, "Once all is down, "
                        + calls.name(entity.id()) + " never starts again: " + String.join(", ", cycle.get().stream()
                                .map(l -> calls.name(l.from()) + " waits for " + calls.name(l.to())).toList()) + ".");
            }
        }
        return Outcome.notApplicable();
    }

    /** The shortest way back to the start over links that must be up before their owner starts. */
    private static Optional<List<Link>> cycle(String start, Calls calls) {
        Deque<List<Link>> open = new ArrayDeque<>(List.of(List.of()));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            List<Link> path = open.poll();
            String here = path.isEmpty() ? start : path.get(path.size() - 1).to();
            for (Link link : calls.from(here)) {
                if (!link.get(Keys.NEED).is(Need.STARTUP) || !seen.add(link.to())) {
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
}
