package quorate.review;

import java.util.List;
import java.util.Optional;
import quorate.derive.call.Synchronous;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Subject;
import quorate.model.Words.Carries;
import quorate.model.Words.Criticality;
import quorate.model.Words.Need;
import quorate.model.Words.ServiceType;

/** What links are to each other: which are calls that wait, who shares a callee, which operations use them. */
public final class Calls {

    /** Callers from which on a callee counts as shared. */
    public static final int MANY = 3;

    private final Review.Input in;

    private Calls(Review.Input in) {
        this.in = in;
    }

    public static Calls in(Review.Input in) {
        return new Calls(in);
    }

    /** Whether the caller waits for the answer; a link of unknown mode counts when its purpose is a call, read or write. */
    public boolean waits(Link link) {
        return new Synchronous(in.linked().architecture()).waits(link);
    }

    /** Whether it is part of what the system does for its users, and not telemetry or a load generator. */
    public boolean isProduct(String component) {
        return component(component).filter(this::isProduct).isPresent();
    }

    public boolean isProduct(Entity component) {
        return Synchronous.isProduct(component);
    }

    public Optional<Entity> component(String id) {
        return in.linked().architecture().component(id);
    }

    /** The name of a component as a reader sees it. */
    public String name(String id) {
        return component(id).map(Subject::title).orElse(id);
    }

    /** How many components wait for this one. */
    public long callers(String component) {
        return in.linked().architecture().linksTo(component).stream()
                .filter(this::waits)
                .map(Link::from)
                .filter(from -> !from.equals(component))
                .distinct()
                .count();
    }

    public boolean shared(String component) {
        return callers(component) >= MANY;
    }

    /** Whether requests of users arrive here, as far as a type, a journey or an external caller says so. */
    public boolean isEntry(String component) {
        boolean typed = component(component)
                .filter(c -> c.get(Keys.SERVICE_TYPE).is(t -> t == ServiceType.GATEWAY || t == ServiceType.FRONTEND))
                .isPresent();
        return typed || in.linked().architecture().isEntry(component);
    }

    /**
     * Whether an owner is likely to care about the answer: the place is rated, on a journey, an entry, or shared by many or run
     * by others, and the caller has callers of its own, so that trouble is passed on.
     */
    public boolean worthAsking(Link link) {
        Importance importance = Importance.of(link, in);
        if (importance.minor()) {
            return false;
        }
        return importance.critical() || onJourney(link) || isEntry(link.from())
                || ((shared(link.to()) || isExternal(link.to())) && callers(link.from()) > 0);
    }

    private boolean isExternal(String component) {
        return component(component).filter(c -> c.kind() == Kind.EXTERNAL).isPresent();
    }

    public boolean onJourney(Link link) {
        return !in.linked().architecture().usesOf(link).isEmpty();
    }

    /** Whether a link to it is rated critical, so that losing it is losing what matters. */
    public boolean reliedOn(String component) {
        return to(component).stream()
                .anyMatch(link -> link.get(Keys.CRITICALITY).is(Criticality.CRITICAL) && !link.get(Keys.NEED).is(Need.SOFT));
    }

    /** Whether it is stated that one operation uses both links: a journey lists both, or neither can be left out. */
    public boolean together(Link one, Link other) {
        boolean journey = in.linked().architecture().usesOf(one).stream().anyMatch(use -> in.linked().architecture()
                .usesOf(other).stream().anyMatch(its -> its.journey().id().equals(use.journey().id())));
        return journey || (one.get(Keys.NEED).is(Need.HARD) && other.get(Keys.NEED).is(Need.HARD));
    }

    /** Whether the system runs it and means it to stay up: no job, no load generator, no telemetry, nothing that others run. */
    public boolean staysUp(Entity component) {
        return isProduct(component) && component.kind() != Kind.EXTERNAL
                && !component.get(Keys.SERVICE_TYPE).is(ServiceType.JOB);
    }

    /** Whether calls are known to arrive there: it keeps data or messages, users enter there, or a link goes there. */
    public boolean isCalled(Entity component) {
        return component.kind() != Kind.SERVICE || isEntry(component.id())
                || to(component.id()).stream().anyMatch(link -> !link.get(Keys.NEED).is(Need.STARTUP));
    }

    /** How many parts of the product need it, for their calls, their messages or their start. */
    public long needing(String component) {
        return to(component).stream()
                .filter(link -> isNeed(link) && !link.from().equals(component))
                .flatMap(link -> component(link.from()).stream())
                .filter(from -> isProduct(from) && from.kind() != Kind.EXTERNAL)
                .distinct()
                .count();
    }

    /** An arrow of which nothing is known but its ends may be a deployment, or a person's way in. */
    private boolean isNeed(Link link) {
        boolean used = waits(link) || link.get(Keys.MODE).isKnown() || link.get(Keys.CARRIES).is(Carries.CONTROL);
        return link.get(Keys.NEED).isKnown() ? !link.get(Keys.NEED).is(Need.SOFT) : used;
    }

    public List<Link> from(String component) {
        return in.linked().architecture().linksFrom(component);
    }

    public List<Link> to(String component) {
        return in.linked().architecture().linksTo(component);
    }
}
