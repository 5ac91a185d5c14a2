package quorate.derive.failure;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Keys;
import quorate.model.Subject;

/** What the kinds of failure that are not a matter of counting instances do, by id of the component that they touch. */
final class Strikes {

    private static final Condition UNTOUCHED = Condition.unaffected(Evidence.derived("not touched by the failure"));

    private final Architecture architecture;
    private final Exhaustion exhaustion;
    private final Caches caches;
    private final Overload overload;

    Strikes(Architecture architecture, Caches caches) {
        this.architecture = architecture;
        this.exhaustion = new Exhaustion(architecture);
        this.caches = caches;
        this.overload = new Overload(architecture);
    }

    /**
     * What such a failure does by itself, before those are looked at that it brings to a standstill; nothing for crashes, losses
     * and partitions, where instances are counted.
     */
    Optional<Map<String, Harm>> of(Failure failure) {
        Subject subject = failure.subject();
        return switch (failure.kind()) {
            case SLOW -> Optional.of(withOrigin((Entity) subject, slow((Entity) subject)));
            case OVERLOAD -> Optional.of(withOrigin((Entity) subject, overload.of((Entity) subject)));
            case COLD_CACHE -> Optional.of(caches.cold((Entity) subject));
            case CLOCK_SKEW -> Optional.of(new ClockSkew(architecture).of((Entity) subject));
            case MESSAGE_LOSS, MESSAGE_DUPLICATION, POISON_MESSAGE ->
                Optional.of(new TreeMap<>(Map.of(subject.id(), new Messages(architecture, (Entity) subject).of(failure.kind()))));
            default -> Optional.empty();
        };
    }

    /** Whether what it strikes can bring callers to a standstill: that makes components wait, and does not garble messages. */
    static boolean exhausts(Failure failure) {
        return switch (failure.kind()) {
            case SLOW, OVERLOAD, COLD_CACHE -> true;
            default -> false;
        };
    }

    /** The same with those that it brings to a standstill. */
    Map<String, Harm> withExhausted(Failure failure, Map<String, Harm> struck) {
        return exhausts(failure) ? exhaustion.spread(struck) : struck;
    }

    Standstills standstills() {
        return new Standstills(architecture, exhaustion);
    }

    /** Callers that give up on a cache ask what stands behind it instead. */
    private Map<String, Harm> withOrigin(Entity component, Harm harm) {
        Map<String, Harm> harms = new TreeMap<>(Map.of(component.id(), harm));
        component.get(Keys.FRONTS).value().filter(origin -> architecture.component(origin).isPresent()).ifPresent(origin -> {
            Condition behind = caches.behind(component, harm.condition(), UNTOUCHED, false);
            harms.putIfAbsent(origin, Harm.of(behind));
        });
        return harms;
    }

    /** Later than any caller waits, and nothing notices: the instance answers its probes. */
    private static Harm slow(Entity component) {
        Evidence why = Evidence.derived("answers of " + component.id() + " come later than its callers wait, and no connection is refused");
        return Harm.of(new Condition(StateRange.of(State.DOWN), StateRange.of(State.DOWN), true, why, Set.of()));
    }
}
