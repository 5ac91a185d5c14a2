package quorate.review.failure;

import java.util.List;
import java.util.Set;
import quorate.model.Entity;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Subject;
import quorate.model.Words.Layer;
import quorate.review.Calls;
import quorate.review.Containers;
import quorate.review.Importance;
import quorate.review.Outcome;
import quorate.review.Reasons;
import quorate.review.Review;
import quorate.review.Rule;
import quorate.review.Severity;

/** Something bounds every wait for an answer, and a dead connection is noticed. */
final class TimeoutMissing implements Rule.OfLink, Rule.OfEntity {

    private static final List<Key<?>> BOUNDS = List.of(Keys.TIMEOUT_TOTAL, Keys.TIMEOUT_TRY, Keys.TIMEOUT_READ);

    @Override
    public String id() {
        return "timeout-missing";
    }

    @Override
    public Set<Kind> about() {
        return Set.of(Kind.SYSTEM, Kind.LINK);
    }

    @Override
    public Outcome check(Subject subject, Review.Input in) {
        return subject instanceof Link link ? check(link, in) : check((Entity) subject, in);
    }

    /**
     * One question about all calls that nobody has rated, of services that are known from files of what runs. Stores and brokers
     * bound what they ask of each other themselves.
     */
    @Override
    public Outcome check(Entity system, Review.Input in) {
        Calls calls = Calls.in(in);
        Reasons reasons = Reasons.none();
        for (Link link : in.linked().architecture().links()) {
            boolean shown = calls.component(link.from())
                    .filter(caller -> caller.kind() == Kind.SERVICE && Containers.describe(caller))
                    .isPresent();
            if (shown && calls.waits(link) && open(link) && Importance.unrated(link, in) && !calls.worthAsking(link)) {
                reasons.saw(link, Keys.LINK_PURPOSE).lacks(link, Keys.TIMEOUT_TOTAL);
            }
        }
        return reasons.unknown();
    }

    private static boolean open(Link link) {
        return BOUNDS.stream().allMatch(key -> link.get(key).isUnknown()) && !link.get(Keys.KEEP_ALIVE).is(false)
                && !boundsElsewhere(link);
    }

    @Override
    public Outcome check(Link link, Review.Input in) {
        Calls calls = Calls.in(in);
        if (!calls.waits(link)) {
            return Outcome.notApplicable();
        }
        Importance importance = Importance.of(link, in);
        Reasons reasons = Reasons.of(link, Keys.MODE, Keys.LINK_PURPOSE, Keys.TIMEOUT_TOTAL, Keys.TIMEOUT_TRY,
                Keys.TIMEOUT_READ, Keys.TIMEOUT_CONNECT, Keys.KEEP_ALIVE).addAll(importance.because());
        String from = calls.name(link.from());
        String to = calls.name(link.to());
        if (link.get(Keys.KEEP_ALIVE).is(false)) {
            return reasons.violated(importance.weigh(Severity.MEDIUM), from + " goes on using a dead connection to " + to
                    + ", one timeout after another, until the operating system gives it up: keep-alive is off.");
        }
        if (BOUNDS.stream().anyMatch(key -> link.get(key).isKnown())) {
            return reasons.holds();
        }
        if (BOUNDS.stream().allMatch(key -> link.get(key).statedNone())) {
            return reasons.violated(importance.weigh(Severity.MEDIUM), from + " hangs as long as " + to
                    + " stays silent, and its own callers with it: nothing bounds the wait.");
        }
        if (!importance.minor() && boundsElsewhere(link)) {
            return reasons.saw(link, Keys.RETRY).lacks(link, Keys.TIMEOUT_TOTAL).presumed(importance.weigh(Severity.MEDIUM),
                    from + " may hang as long as " + to + " stays silent: what the mesh does with these calls is written, and it"
                            + " sets them no timeout.");
        }
        return calls.worthAsking(link) ? reasons.lacks(link, Keys.TIMEOUT_TOTAL).unknown() : Outcome.notApplicable();
    }

    /** The mesh is told how often to try, beside which it would be told how long: whoever wrote the one left out the other. */
    private static boolean boundsElsewhere(Link link) {
        return link.get(Keys.RETRY).is(layers -> layers.stream().anyMatch(one -> one.get(Keys.RETRY_LAYER).is(Layer.MESH)));
    }
}
