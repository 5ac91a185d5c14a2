package quorate.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorate.derive.failure.Failure;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Subject;
import quorate.model.Words;

/** What softens a failure: what the architecture states, and what it lacks or does not state. */
final class Mitigations {

    private final Architecture architecture;
    private final Failure failure;
    private final Guards guards;

    Mitigations(Architecture architecture, Failure failure) {
        this.architecture = architecture;
        this.failure = failure;
        this.guards = new Guards(architecture, failure);
    }

    /** Kinds against which neither more instances nor a timeout help. */
    private boolean isGuarded() {
        return switch (failure.kind()) {
            case OVERLOAD, COLD_CACHE, CLOCK_SKEW, MESSAGE_LOSS, MESSAGE_DUPLICATION, POISON_MESSAGE -> true;
            default -> false;
        };
    }

    List<String> present() {
        List<String> present = new ArrayList<>(guards.present());
        if (isGuarded()) {
            return present;
        }
        for (Link link : links()) {
            stated(link, Keys.FALLBACK).ifPresent(f -> present.add(link.title() + " falls back to: " + f));
            stated(link, Keys.TIMEOUT_TOTAL).ifPresent(t -> present.add(link.title() + " waits at most " + t));
            if (failure.kind() != Words.FailureKind.SLOW) {
                stated(link, Keys.BREAKER_THRESHOLD).ifPresent(b -> present.add(link.title() + " opens its breaker at: " + b));
            }
        }
        if (failure.subject() instanceof Entity entity && entity.kind().isComponent()) {
            stated(entity, Keys.REPLICAS).filter(r -> !r.equals("1")).ifPresent(r -> present.add(r + " instances"));
            stated(entity, Keys.FAILOVER_MODE).filter(f -> !f.equals("none")).ifPresent(f -> present.add("failover: " + f));
            stated(entity, Keys.LOSS_GUARD).filter(g -> !g.equals("none")).ifPresent(g -> present.add("guard against loss: " + g));
        }
        return present;
    }

    List<String> proposed() {
        List<String> proposed = new ArrayList<>(guards.proposed());
        if (failure.oneWay()) {
            proposed.add("let the receiver recognise a repeated request: " + failure.subject().title() + " (idempotency-key)");
        }
        if (isGuarded()) {
            return proposed;
        }
        for (Link link : links()) {
            boolean bounded = link.get(Keys.TIMEOUT_TOTAL).isKnown() || link.get(Keys.TIMEOUT_TRY).isKnown();
            if (!bounded) {
                proposed.add("bound the wait of " + link.title() + " (timeout.total)");
            }
            boolean soft = link.get(Keys.NEED).is(Words.Need.SOFT);
            if (soft && !link.get(Keys.FALLBACK).isKnown()) {
                proposed.add("say what is answered instead when " + link.title() + " fails (fallback)");
            }
        }
        if (failure.subject() instanceof Entity entity && (entity.kind() == Kind.STORE || entity.kind() == Kind.SERVICE)) {
            if (entity.get(Keys.REPLICAS).is(1)) {
                proposed.add("run more than one instance of " + entity.title());
            }
            if (entity.kind() == Kind.STORE && entity.get(Keys.FAILOVER_MODE).isUnknown() && !entity.get(Keys.REPLICAS).is(1)) {
                proposed.add("decide and state who promotes a new leader of " + entity.title() + " (failover.mode)");
            }
        }
        return proposed;
    }

    private List<Link> links() {
        Subject subject = failure.subject();
        if (subject instanceof Link link) {
            return List.of(link);
        }
        return subject.kind().isComponent()
                ? architecture.linksTo(subject.id()).stream()
                        .filter(link -> !link.get(Keys.NEED).is(Words.Need.STARTUP))
                        .filter(link -> !link.get(Keys.MODE).is(Words.LinkMode.ASYNC))
                        .toList()
                : List.of();
    }

    private static <T> Optional<String> stated(Subject subject, Key<T> key) {
        return subject.get(key).value().map(key.type()::show);
    }
}
