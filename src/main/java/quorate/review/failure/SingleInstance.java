package quorate.review.failure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Words.ServiceType;
import quorate.model.Words.Topology;
import quorate.review.Calls;
import quorate.review.Containers;
import quorate.review.Copies;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/**
 * What users cannot do without runs more than once, so that losing an instance is no outage. Stores that are rated critical have
 * rules of their own.
 */
final class SingleInstance implements Rule.OfEntity {

    @Override
    public String id() {
        return "single-instance";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SYSTEM, Kind.SERVICE, Kind.STORE, Kind.CHANNEL);
    }

    @Override
    public Outcome check(Entity entity, Review.Input in) {
        if (entity.kind() == Kind.SYSTEM) {
            return system(in);
        }
        Importance importance = Importance.of(entity, in);
        if (importance.critical() && entity.kind() != Kind.STORE) {
            return rated(entity, importance, in);
        }
        if (mayShareMachine(entity, in)) {
            return Reasons.of(entity, Keys.REPLICAS, Keys.SPREAD).lacks(entity, Keys.PLACEMENT).presumed(Severity.LOW,
                    "Loss of one machine may stop all " + Copies.of(entity, in).count().get() + " instances of " + entity.title()
                            + ": nothing keeps them apart.");
        }
        return open(entity, in) ? unrated(entity, in) : Outcome.notApplicable();
    }

    /** Of what keeps data or messages; voters have a rule of their own. */
    private static boolean mayShareMachine(Entity entity, Review.Input in) {
        boolean loose = entity.get(Keys.SPREAD).is(false) || entity.get(Keys.SPREAD).statedNone();
        Copies copies = Copies.of(entity, in);
        boolean votes = copies.is(Topology.CONSENSUS) || entity.get(Keys.VOTERS).isKnown();
        return entity.kind() != Kind.SERVICE && loose && !votes && entity.get(Keys.PLACEMENT).isUnknown()
                && copies.count().filter(n -> n > 1).isPresent() && !Importance.of(entity, in).minor();
    }

    private static Outcome rated(Entity entity, Importance importance, Review.Input in) {
        if (!Calls.in(in).staysUp(entity) || !entity.get(Keys.REPLICAS).isKnown()) {
            return Outcome.notApplicable();
        }
        Reasons reasons = Reasons.of(entity, Keys.REPLICAS).addAll(importance.because());
        if (entity.get(Keys.REPLICAS).is(n -> n > 1)) {
            return reasons.holds();
        }
        return reasons.violated(Severity.MEDIUM, "Loss or restart of one instance stops " + entity.title()
                + ", which is critical: it runs once.");
    }

    /** Nobody rated it, but how the parts hang together says that more than itself stops. */
    private static Outcome unrated(Entity entity, Review.Input in) {
        return depended(entity, in)
                .map(what -> Reasons.of(entity, Keys.REPLICAS).lacks(entity, Keys.CRITICALITY).presumed(Severity.MEDIUM,
                        "Loss or restart of one instance stops " + entity.title() + ", " + what + ": it runs once."))
                .orElseGet(Outcome::notApplicable);
    }

    /**
     * One answer for all of one instance on which nothing more is known to hang: a finding where they run under a scheduler that
     * would keep any number of them, a question where one is what such a file usually has.
     */
    private static Outcome system(Review.Input in) {
        List<Entity> once = in.linked().architecture().components().stream()
                .filter(component -> open(component, in) && depended(component, in).isEmpty())
                .toList();
        Reasons reasons = Reasons.none();
        once.forEach(component -> reasons.saw(component, Keys.REPLICAS).lacks(component, Keys.CRITICALITY));
        List<Entity> scheduled = once.stream().filter(component -> component.get(Keys.POD_LABELS).isKnown()).toList();
        if (scheduled.isEmpty()) {
            return reasons.unknown();
        }
        return reasons.presumed(Severity.LOW, "A crash, a drained node or a new version stops "
                + Names.of(scheduled) + " for a while: " + (scheduled.size() == 1 ? "it runs" : "each of them runs") + " once.");
    }

    /** Whether it is known to run once, as a container that should stay up, and nobody rated it. */
    private static boolean open(Entity component, Review.Input in) {
        boolean single = component.get(Keys.REPLICAS).is(1)
                && (component.get(Keys.IMAGE).isKnown() || Containers.describe(component));
        Importance importance = Importance.of(component, in);
        return single && Calls.in(in).staysUp(component) && !importance.critical() && !importance.minor();
    }

    /** What hangs on it, as its links say it. */
    private static Optional<String> depended(Entity component, Review.Input in) {
        Calls calls = Calls.in(in);
        if (calls.isEntry(component.id())) {
            return Optional.of("where users enter");
        }
        long needing = calls.needing(component.id());
        if (needing >= Calls.MANY) {
            return Optional.of("which " + needing + " others need");
        }
        boolean proxy = component.get(Keys.SERVICE_TYPE).is(ServiceType.PROXY);
        return calls.from(component.id()).stream()
                .filter(calls::waits)
                .filter(link -> proxy || alone(link, calls))
                .flatMap(link -> calls.component(link.to()).stream())
                .filter(callee -> Copies.of(callee, in).count().filter(n -> n > 1).isPresent())
                .findFirst()
                .map(callee -> "which stands alone before the " + Copies.of(callee, in).count().get() + " instances of "
                        + callee.title());
    }

    private static boolean alone(Link link, Calls calls) {
        return calls.needing(link.to()) == 1;
    }
}
