package quorate.review.operations;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words.Criticality;
import quorate.model.Words.DomainKind;
import quorate.model.Words.Need;
import quorate.model.Words.OnFailure;
import quorate.model.Words.OperationsKind;
import quorate.review.Calls;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Places;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** What is needed to see and mend a failure does not fail with it. */
final class RecoveryDependsOnFailed implements Rule.OfEntity {

    @Override
    public String id() {
        return "recovery-depends-on-failed";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.OPERATIONS);
    }

    @Override
    public Outcome check(Entity part, Review.Input in) {
        Reasons reasons = Reasons.of(part, Keys.OPERATIONS_KIND, Keys.RUNS_ON, Keys.REPAIRS);
        if (!part.get(Keys.RUNS_ON).isKnown()) {
            boolean standsAlone = part.get(Keys.RUNS_ON).statedNone();
            boolean ask = part.get(Keys.OPERATIONS_KIND).is(k -> k != OperationsKind.ADMINISTRATION)
                    || part.get(Keys.REPAIRS).isKnown();
            return standsAlone || !ask
                    ? Outcome.notApplicable()
                    : reasons.lacks(part, Keys.RUNS_ON).unknown();
        }
        Calls calls = Calls.in(in);
        List<String> product = part.get(Keys.RUNS_ON).or(List.of()).stream().filter(id -> serves(id, in)).toList();
        boolean status = part.get(Keys.OPERATIONS_KIND).is(OperationsKind.STATUS_PAGE);
        List<String> needed = needed(part, in);
        List<String> both = needed.stream()
                .flatMap(on -> part.get(Keys.REPAIRS).or(List.of()).stream().filter(to -> takesDown(to, on, in)))
                .toList();
        if (status && !product.isEmpty()) {
            return reasons.violated(Severity.MEDIUM, "Users learn nothing while " + calls.name(product.get(0)) + " is down: "
                    + part.title() + " runs on it.");
        }
        Optional<Entity> beside = status ? servesBeside(part.get(Keys.RUNS_ON).or(List.of()), in) : Optional.empty();
        if (beside.isPresent()) {
            return reasons.saw(beside.get(), Keys.PLACEMENT).violated(Severity.MEDIUM, "Users learn nothing while the place of "
                    + beside.get().title() + " is down: " + part.title() + " runs there too, and nowhere else.");
        }
        if (!both.isEmpty()) {
            boolean watches = part.get(Keys.OPERATIONS_KIND).is(OperationsKind.MONITORING);
            return reasons.violated(Severity.HIGH, "When " + name(both.get(0), in) + " is down, "
                    + part.title() + " is down too and cannot help to " + (watches ? "see" : "mend") + " it: it runs on what it is to "
                    + (watches ? "watch." : "repair."));
        }
        Optional<String> watched = product.stream()
                .filter(id -> calls.component(id).filter(c -> c.kind() != Kind.EXTERNAL).isPresent())
                .findFirst();
        if (part.get(Keys.OPERATIONS_KIND).is(OperationsKind.MONITORING) && part.get(Keys.REPAIRS).isUnknown() && watched.isPresent()) {
            return reasons.lacks(part, Keys.REPAIRS).presumed(Severity.MEDIUM, "When " + calls.name(watched.get()) + " is down, "
                    + part.title() + " is down too and does not tell: it runs on what users need.");
        }
        Optional<Outcome> shared = shared(part, needed, reasons, in);
        if (shared.isPresent()) {
            return shared.get();
        }
        List<Link> perhaps = needed.stream()
                .flatMap(on -> way(on, part.get(Keys.REPAIRS).or(List.of()), false, in).stream())
                .filter(link -> !certain(link))
                .toList();
        if (!perhaps.isEmpty()) {
            perhaps.forEach(link -> reasons.lacks(link, Keys.NEED, Keys.FALLBACK));
            return reasons.unknown();
        }
        boolean outside = part.get(Keys.RUNS_ON).or(List.of()).stream()
                .allMatch(id -> calls.component(id).filter(c -> c.kind() == Kind.EXTERNAL).isPresent());
        return outside || part.get(Keys.REPAIRS).isKnown()
                ? reasons.holds()
                : reasons.lacks(part, Keys.REPAIRS).unknown();
    }

    /** All that the part runs on; of several places only the one around all of them, since it goes on in the others. */
    private static List<String> needed(Entity part, Review.Input in) {
        Map<Boolean, List<String>> runsOn = part.get(Keys.RUNS_ON).or(List.of()).stream()
                .collect(Collectors.partitioningBy(id -> in.linked().architecture().find(Kind.FAULT_DOMAIN, id).isPresent()));
        Optional<String> place = runsOn.get(true).stream()
                .findFirst()
                .flatMap(first -> Places.in(in).around(first).stream()
                        .filter(domain -> runsOn.get(true).stream().allMatch(one -> Places.in(in).around(one).contains(domain)))
                        .findFirst());
        return Stream.concat(runsOn.get(false).stream(), place.stream()).toList();
    }

    /** What the part runs on and what it is to mend fall together, by a place or by a part that both cannot do without. */
    private static Optional<Outcome> shared(Entity part, List<String> needed, Reasons reasons, Review.Input in) {
        for (String on : needed) {
            for (String to : part.get(Keys.REPAIRS).or(List.of())) {
                Optional<String> place = samePlace(to, on, in);
                if (place.isPresent()) {
                    Calls.in(in).component(on).ifPresent(component -> reasons.saw(component, Keys.PLACEMENT));
                    return Optional.of(reasons.saw(Calls.in(in).component(to).get(), Keys.PLACEMENT).violated(Severity.MEDIUM,
                            "When " + name(place.get(), in) + " is down, " + part.title() + " is down too and cannot help to mend "
                                    + name(to, in) + ", which stands there as well."));
                }
                List<Link> way = way(to, List.of(on), false, in);
                if (!way.isEmpty()) {
                    String message = name(to, in) + " needs " + name(on, in) + ", and so does " + part.title() + ": when "
                            + name(on, in) + " is down, both are.";
                    way.forEach(link -> reasons.saw(link, Keys.CRITICALITY).saw(link, Keys.NEED).saw(link, Keys.FALLBACK));
                    if (way.stream().allMatch(RecoveryDependsOnFailed::certain)) {
                        return Optional.of(reasons.violated(Severity.HIGH, message));
                    }
                    way.stream().filter(link -> !certain(link)).forEach(link -> reasons.lacks(link, Keys.FALLBACK));
                    return Optional.of(reasons.presumed(Severity.HIGH, message));
                }
            }
        }
        return Optional.empty();
    }

    /** The fault domain, smaller than a region, without which the one does not run and the other loses instances. */
    private static Optional<String> samePlace(String repaired, String runsOn, Review.Input in) {
        Calls calls = Calls.in(in);
        Places places = Places.in(in);
        List<String> needed = in.linked().architecture().find(Kind.FAULT_DOMAIN, runsOn).isPresent()
                ? List.of(runsOn)
                : calls.component(runsOn).map(c -> c.get(Keys.PLACEMENT).or(List.of())).orElse(List.of());
        return needed.stream().distinct().count() != 1 ? Optional.empty() : Optional.of(needed.get(0))
                .filter(domain -> in.linked().architecture().find(Kind.FAULT_DOMAIN, domain)
                        .filter(d -> d.get(Keys.DOMAIN_KIND).is(k -> k != DomainKind.REGION && k != DomainKind.PROVIDER))
                        .isPresent())
                .filter(domain -> calls.component(repaired)
                        .filter(c -> c.get(Keys.PLACEMENT).is(p -> p.stream().anyMatch(place -> places.around(place).contains(domain))))
                        .isPresent());
    }

    /** Whether users need it: others wait for it, a journey leads over it, or it is a critical entry to what it calls. */
    private static boolean serves(String id, Review.Input in) {
        Calls calls = Calls.in(in);
        boolean entry = in.linked().architecture().isEntry(id);
        boolean front = calls.isEntry(id) && calls.from(id).stream().anyMatch(calls::waits)
                && calls.component(id).filter(c -> Importance.of(c, in).critical()).isPresent();
        boolean critical = calls.component(id)
                .filter(c -> c.kind() == Kind.SERVICE && Importance.of(c, in).critical())
                .isPresent();
        boolean used = calls.from(id).stream().anyMatch(calls::onJourney) || calls.to(id).stream().anyMatch(calls::onJourney);
        return entry || front || critical || used || calls.callers(id) > 0;
    }

    /** What users need and what stands as a whole in places that the status page cannot do without. */
    private static Optional<Entity> servesBeside(List<String> runsOn, Review.Input in) {
        Places places = Places.in(in);
        List<String> domains = runsOn.stream()
                .filter(id -> in.linked().architecture().find(Kind.FAULT_DOMAIN, id).isPresent())
                .toList();
        if (domains.isEmpty()) {
            return Optional.empty();
        }
        return in.linked().architecture().components().stream()
                .filter(c -> c.kind() == Kind.SERVICE && serves(c.id(), in))
                .filter(c -> c.get(Keys.PLACEMENT).is(p -> !p.isEmpty() && domains.stream().allMatch(
                        domain -> p.stream().allMatch(place -> places.around(place).contains(domain)))))
                .findFirst();
    }

    /** Losing the first is losing the second: it is the same, or needed by it, or a fault domain in which all of it stands. */
    private static boolean takesDown(String lost, String runsOn, Review.Input in) {
        Places places = Places.in(in);
        if (lost.equals(runsOn) || places.around(runsOn).contains(lost) || !way(runsOn, List.of(lost), true, in).isEmpty()) {
            return true;
        }
        return Calls.in(in).component(runsOn)
                .filter(c -> c.get(Keys.PLACEMENT)
                        .is(p -> !p.isEmpty() && p.stream().allMatch(place -> places.around(place).contains(lost))))
                .isPresent();
    }

    /** Calls that lead from the start to one of the goals; only those that it certainly, or perhaps, cannot do without. */
    private static List<Link> way(String start, List<String> goals, boolean certainly, Review.Input in) {
        Calls calls = Calls.in(in);
        Deque<List<Link>> open = new ArrayDeque<>(List.of(List.of()));
        Set<String> seen = new HashSet<>(Set.of(start));
        while (!open.isEmpty()) {
            List<Link> path = open.poll();
            for (Link link : calls.from(path.isEmpty() ? start : path.get(path.size() - 1).to())) {
                boolean needed = certainly ? certain(link) : !spared(link) && rated(link);
                if (!calls.waits(link) || !needed || !seen.add(link.to())) {
                    continue;
                }
                List<Link> longer = new ArrayList<>(path);
                longer.add(link);
                if (goals.contains(link.to())) {
                    return longer;
                }
                open.add(longer);
            }
        }
        return List.of();
    }

    private static boolean spared(Link link) {
        return link.get(Keys.FALLBACK).isKnown() || link.get(Keys.ON_FAILURE).is(f -> f != OnFailure.FAIL_CLOSED);
    }

    private static boolean certain(Link link) {
        boolean bare = link.get(Keys.FALLBACK).statedNone() || link.get(Keys.ON_FAILURE).is(OnFailure.FAIL_CLOSED);
        return rated(link) && bare && !spared(link);
    }

    private static boolean rated(Link link) {
        return link.get(Keys.NEED).is(Need.HARD)
                || (link.get(Keys.CRITICALITY).is(Criticality.CRITICAL) && !link.get(Keys.NEED).is(n -> n != Need.HARD));
    }

    private static String name(String id, Review.Input in) {
        return in.linked().architecture().find(Kind.FAULT_DOMAIN, id).map(Entity::title).orElse(Calls.in(in).name(id));
    }
}
