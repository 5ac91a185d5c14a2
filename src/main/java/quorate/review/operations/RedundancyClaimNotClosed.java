package quorate.review.operations;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quorate.model.Entity;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words;
import quorate.model.Words.ChangeScope;
import quorate.model.Words.Claim;
import quorate.model.Words.Criticality;
import quorate.model.Words.DomainKind;
import quorate.model.Words.Need;
import quorate.model.Words.OnFailure;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Places;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** What is claimed to survive the loss of a site needs nothing that does not. */
final class RedundancyClaimNotClosed implements Rule.OfEntity {

    private static final List<Key<List<String>>> PLACES = List.of(Keys.PLACEMENT, Keys.VOTER_PLACEMENT);

    @Override
    public String id() {
        return "redundancy-claim-not-closed";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SERVICE, Kind.STORE);
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        if (!entity.get(Keys.CLAIM).isKnown()) {
            return Outcome.notApplicable();
        }
        Claim claim = entity.get(Keys.CLAIM).value().get();
        Reasons reasons = Reasons.of(entity, Keys.CLAIM, Keys.PLACEMENT, Keys.VOTER_PLACEMENT);
        Severity severity = Importance.of(entity, in).weigh(Severity.HIGH);
        Optional<DomainKind> level = level(entity, claim, in);
        if (narrow(entity, level, in)) {
            return reasons.violated(severity, entity.title() + " is lost with one site although it is claimed "
                    + Words.written(claim) + ": it stands in " + site(entity, level, in) + ".");
        }
        Optional<Entity> change = sharedChange(claim, entity, in);
        if (change.isPresent()) {
            return reasons.saw(change.get(), Keys.CHANGE_SCOPE, Keys.STAGES, Keys.CHANGES)
                    .violated(severity, "One bad change takes every site of " + entity.title() + " at once although it is claimed "
                            + Words.written(claim) + ": " + change.get().title() + " reaches all of them in one step.");
        }
        return closure(entity, claim, level, severity, reasons, in);
    }

    /** Follows what the component cannot do without: what is certain first, what is only possible as a question. */
    private static Outcome closure(
            Entity start, Claim claim, Optional<DomainKind> level, Severity severity, Reasons reasons, Review.Input in) {
        Calls calls = Calls.in(in);
        Deque<Entity> open = new ArrayDeque<>(List.of(start));
        Set<String> needed = new LinkedHashSet<>(Set.of(start.id()));
        while (!open.isEmpty()) {
            for (Link link : calls.from(open.poll().id())) {
                Optional<Entity> next = calls.component(link.to());
                if (!calls.waits(link) || spared(link) || !certain(link) || next.isEmpty() || !needed.add(link.to())) {
                    continue;
                }
                if (narrow(next.get(), level, in)) {
                    return reasons.saw(link, Keys.NEED, Keys.FALLBACK, Keys.ON_FAILURE).saw(next.get(), Keys.PLACEMENT, Keys.VOTER_PLACEMENT)
                            .violated(severity, start.title() + " is lost with " + site(next.get(), level, in)
                                    + " although it is claimed " + Words.written(claim) + ": it needs " + next.get().title()
                                    + ", which stands only there.");
                }
                open.add(next.get());
            }
        }
        Optional<Entity> likely = ask(start, claim, level, reasons, in);
        if (likely.isPresent()) {
            return reasons.presumed(severity, start.title() + " is lost with " + site(likely.get(), level, in)
                    + " although it is claimed " + Words.written(claim) + ": as far as is stated it cannot do without "
                    + likely.get().title() + ", which stands only there.");
        }
        if (PLACES.stream().allMatch(key -> start.get(key).isUnknown())) {
            reasons.lacks(start, Keys.PLACEMENT);
        }
        return reasons.isComplete() ? reasons.holds() : reasons.unknown();
    }

    /**
     * Asks for each link that would decide whether something narrow is needed, directly or through others. Gives the first that
     * is reached by calls rated critical only, of which nothing says that they can be done without.
     */
    private static Optional<Entity> ask(Entity start, Claim claim, Optional<DomainKind> level, Reasons reasons, Review.Input in) {
        Calls calls = Calls.in(in);
        Deque<List<Link>> open = new ArrayDeque<>(List.of(List.of()));
        Set<String> seen = new LinkedHashSet<>(Set.of(start.id()));
        Optional<Entity> likely = Optional.empty();
        while (!open.isEmpty()) {
            List<Link> path = open.poll();
            String here = path.isEmpty() ? start.id() : path.get(path.size() - 1).to();
            for (Link link : calls.from(here)) {
                Optional<Entity> next = calls.component(link.to());
                if (!calls.waits(link) || (spared(link) && !forHowLong(link)) || next.isEmpty() || !seen.add(link.to())) {
                    continue;
                }
                List<Link> longer = new ArrayList<>(path);
                longer.add(link);
                boolean elsewhere = claim == Claim.INDEPENDENT && level.isEmpty() && standsElsewhere(next.get(), start, in);
                if (!narrow(next.get(), level, in) && !elsewhere) {
                    open.add(longer);
                    continue;
                }
                reasons.saw(next.get(), Keys.PLACEMENT, Keys.VOTER_PLACEMENT);
                longer.stream().filter(RedundancyClaimNotClosed::forHowLong).forEach(l -> reasons.lacks(l, Keys.STALENESS));
                longer.stream().filter(l -> !certain(l) && !spared(l)).forEach(l -> reasons.lacks(l, Keys.NEED, Keys.FALLBACK));
                if (likely.isEmpty()
                        && longer.stream().allMatch(l -> l.get(Keys.CRITICALITY).is(Criticality.CRITICAL) && !spared(l))) {
                    likely = next;
                }
            }
        }
        return likely;
    }

    /** It goes on with the last answer, and it is not said how old that may become. */
    private static boolean forHowLong(Link link) {
        return link.get(Keys.ON_FAILURE).is(OnFailure.LAST_KNOWN_GOOD) && link.get(Keys.STALENESS).isUnknown()
                && link.get(Keys.CRITICALITY).is(Criticality.CRITICAL);
    }

    private static boolean spared(Link link) {
        return link.get(Keys.NEED).is(need -> need != Need.HARD)
                || link.get(Keys.FALLBACK).isKnown()
                || link.get(Keys.ON_FAILURE).is(f -> f != OnFailure.FAIL_CLOSED);
    }

    /** It is stated that the caller cannot answer without it, and that nothing else answers in its place. */
    private static boolean certain(Link link) {
        boolean bare = link.get(Keys.FALLBACK).statedNone() || link.get(Keys.ON_FAILURE).is(OnFailure.FAIL_CLOSED);
        return (link.get(Keys.NEED).is(Need.HARD) || link.get(Keys.CRITICALITY).is(Criticality.CRITICAL)) && bare;
    }

    /** It stands in one place only, in which the other has no part: its fate is shared by nothing of what claims independence. */
    private static boolean standsElsewhere(Entity entity, Entity start, Review.Input in) {
        Places places = Places.in(in);
        List<String> own = start.get(Keys.PLACEMENT).or(List.of());
        return entity.get(Keys.PLACEMENT).is(p -> p.stream().distinct().count() == 1
                && own.stream().noneMatch(place -> places.around(place).contains(p.get(0)) || places.around(p.get(0)).contains(place)));
    }

    /** All its places lie in one zone (region), and are known to: a place given more coarsely decides nothing. */
    private static boolean narrow(Entity entity, Optional<DomainKind> level, Review.Input in) {
        Places places = Places.in(in);
        return level.isPresent() && PLACES.stream()
                .anyMatch(key -> entity.get(key).is(p -> !p.isEmpty()
                        && p.stream().allMatch(place -> places.isWithin(place, level.get()))
                        && places.distinct(p, level.get()).size() < 2));
    }

    /** What may be lost by the claim: a zone or a region; what is claimed independent of what it stands in several of. */
    private static Optional<DomainKind> level(Entity entity, Claim claim, Review.Input in) {
        return switch (claim) {
            case MULTI_ZONE -> Optional.of(DomainKind.ZONE);
            case MULTI_REGION -> Optional.of(DomainKind.REGION);
            case INDEPENDENT -> Stream.of(DomainKind.REGION, DomainKind.ZONE, DomainKind.PROVIDER)
                    .filter(kind -> entity.get(Keys.PLACEMENT).is(places -> isSpread(places, kind, in)))
                    .findFirst();
        };
    }

    private static boolean isSpread(List<String> placement, DomainKind kind, Review.Input in) {
        Places places = Places.in(in);
        List<String> inside = placement.stream().filter(place -> places.isWithin(place, kind)).toList();
        return places.distinct(inside, kind).size() > 1;
    }

    /** The one zone (region) in which a narrow component, or all its voters, stand. */
    private static String site(Entity entity, Optional<DomainKind> level, Review.Input in) {
        String id = PLACES.stream()
                .map(key -> Places.in(in).distinct(entity.get(key).or(List.of()), level.orElse(DomainKind.ZONE)))
                .filter(found -> found.size() == 1)
                .flatMap(Set::stream)
                .findFirst()
                .orElse("one site");
        return in.linked().architecture().find(Kind.FAULT_DOMAIN, id).map(Entity::title).orElse(id);
    }

    private static Optional<Entity> sharedChange(Claim claim, Entity entity, Review.Input in) {
        return in.linked().architecture().all(Kind.CHANGE).stream()
                .filter(c -> reaches(c, entity))
                .filter(c -> c.get(Keys.CHANGE_SCOPE).is(ChangeScope.GLOBAL) && (c.get(Keys.STAGES).statedNone() || c.get(Keys.STAGES).is(n -> n < 2)))
                .filter(c -> claim != Claim.MULTI_ZONE)
                .findFirst();
    }

    /** A change that does not say what it changes is one of all services. */
    private static boolean reaches(Entity change, Entity entity) {
        return change.get(Keys.CHANGES).isUnknown()
                ? entity.kind() == Kind.SERVICE
                : change.get(Keys.CHANGES).or(List.of()).contains(entity.id());
    }
}
