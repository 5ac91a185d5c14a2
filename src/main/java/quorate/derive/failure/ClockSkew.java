package quorate.derive.failure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Missing;
import quorate.model.Words;

/**
 * Clocks that differ or jump, for what orders by them: last-writer-wins drops the newer write of a host whose clock is behind,
 * a lease has two holders, events are put in a wrong order. Nothing refuses service; answers are wrong, which counts as
 * degraded.
 */
final class ClockSkew {

    private final Architecture architecture;

    ClockSkew(Architecture architecture) {
        this.architecture = architecture;
    }

    /** Whether it orders by a wall clock, or does not say by what it orders. */
    static boolean concerns(Entity entity) {
        Fact<Words.VersionScheme> clock = clock(entity);
        return clock.is(Words.VersionScheme.WALL_CLOCK) || (clock.isUnknown() && needsOrder(entity));
    }

    private static boolean needsOrder(Entity entity) {
        return entity.get(Keys.CONFLICTS).is(Words.ConflictPolicy.LAST_WRITE_WINS) || entity.get(Keys.LEASE).isKnown();
    }

    private static Fact<Words.VersionScheme> clock(Entity entity) {
        Fact<Words.VersionScheme> clock = entity.get(Keys.CLOCK);
        return clock.isUnknown() ? entity.get(Keys.VERSIONS) : clock;
    }

    Map<String, Harm> of(Entity entity) {
        Map<String, Harm> harms = new TreeMap<>();
        if (entity.kind() == Kind.COORDINATION) {
            for (String id : entity.get(Keys.PROTECTS).or(List.of())) {
                architecture.component(id).ifPresent(target -> harms.put(id, lease(entity, target)));
            }
        } else {
            harms.put(entity.id(), order(entity));
        }
        return harms;
    }

    /** Two holders at once write to what the lease protects, unless that checks a token or writes conditionally. */
    private static Harm lease(Entity lease, Entity target) {
        Fact<String> checked = lease.get(Keys.TOKEN_CHECKED_BY);
        boolean conditional = target.get(Keys.CONFLICTS).is(Words.ConflictPolicy.CONDITIONAL_WRITE);
        boolean fenced = checked.isKnown() || conditional;
        boolean bare = checked.statedNone() && !target.get(Keys.CONFLICTS).isUnknown() && !conditional
                || checked.statedNone() && target.kind() != Kind.STORE;
        return harm(lease, target, DataEffect.MAY_DIVERGE, "writes of two holders at once", fenced, bare, Keys.TOKEN_CHECKED_BY);
    }

    private static Harm order(Entity entity) {
        boolean overwrites = entity.get(Keys.CONFLICTS).is(Words.ConflictPolicy.LAST_WRITE_WINS);
        boolean store = entity.kind() == Kind.STORE;
        boolean keeps = store && !overwrites && !entity.get(Keys.CONFLICTS).isUnknown();
        String loss = "acknowledged writes whose clock was behind, for as long as clocks differ";
        return harm(entity, entity, DataEffect.MAY_LOSE, store ? loss : "", keeps, overwrites || !store, Keys.CONFLICTS);
    }

    /**
     * @param fenced whether something other than the clock decides
     * @param bare whether it is stated that nothing else does
     * @param asked the fact that says which
     */
    private static Harm harm(
            Entity subject, Entity target, DataEffect effect, String much, boolean fenced, boolean bare, Key<?> asked) {
        boolean wall = clock(subject).is(Words.VersionScheme.WALL_CLOCK);
        Fact<String> guard = subject.get(Keys.CLOCK_GUARD);
        boolean held = guard.isKnown() || fenced;
        boolean certain = wall && guard.statedNone() && bare && !held;
        Set<Missing> missing = new TreeSet<>();
        if (!held && !certain) {
            Map<Key<?>, Boolean> open = new LinkedHashMap<>();
            open.put(Keys.CLOCK, clock(subject).isUnknown());
            open.put(Keys.CLOCK_GUARD, guard.isUnknown());
            open.put(asked, !bare && subject.get(asked).isUnknown());
            open.forEach((key, unknown) -> Optional.of(key).filter(k -> unknown).ifPresent(k -> missing.add(new Missing(subject, k))));
        }
        StateRange range = new StateRange(certain ? State.DEGRADED : State.UP, held ? State.UP : State.DEGRADED);
        Harm harm = Harm.of(new Condition(range, range, false, why(subject, target, held, asked), missing));
        return much.isEmpty() ? harm : harm.with(effect, certain, !held, much);
    }

    private static Evidence why(Entity subject, Entity target, boolean held, Key<?> asked) {
        List<Evidence> because = new ArrayList<>();
        because.add(Evidence.of(subject, subject.get(Keys.CLOCK).isUnknown() && subject.get(Keys.VERSIONS).isKnown() ? Keys.VERSIONS : Keys.CLOCK));
        because.add(Evidence.of(subject, Keys.CLOCK_GUARD));
        because.add(Evidence.of(subject, asked));
        String claim = held
                ? "clocks that differ do no harm to " + target.id()
                : subject.kind() == Kind.COORDINATION
                        ? "two holders of " + subject.id() + " may write to " + target.id() + " at once"
                        : subject.id() + " orders by clocks that differ";
        return Evidence.derived(claim, because);
    }
}
