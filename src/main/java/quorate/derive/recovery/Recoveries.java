package quorate.derive.recovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.catalog.Technology;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Missing;
import quorate.model.Origin;
import quorate.model.ValueType;
import quorate.model.Words;

/**
 * Recovery time as a sum of parts, each from the model, else from the technology's defaults, else asked for. The parts of a
 * failover are detect + decide + redirect; of a restart the stated mean time to repair; of a restore its stated time.
 */
public final class Recoveries {

    private static final Map<String, Key<Duration>> FAILOVER_PARTS = Map.of(
            "detect", Keys.FAILOVER_DETECT, "decide", Keys.FAILOVER_DECIDE, "redirect", Keys.FAILOVER_REDIRECT);

    private final Map<String, Technology> technologies;

    public Recoveries(Map<String, Technology> technologies) {
        this.technologies = Map.copyOf(technologies);
    }

    /** How long until a component that lost its leader takes writes again. */
    public RecoveryTime failover(Entity store) {
        Fact<Words.FailoverMode> mode = store.get(Keys.FAILOVER_MODE);
        boolean consensus = store.get(Keys.TOPOLOGY).is(Words.Topology.CONSENSUS);
        if (mode.isUnknown() && !consensus) {
            return open(
                    "who promotes a new leader is not stated",
                    Evidence.of(store, Keys.FAILOVER_MODE),
                    Set.of(new Missing(store, Keys.FAILOVER_MODE)));
        }
        if (!mode.is(Words.FailoverMode.AUTOMATIC) && !consensus) {
            return open("a person must act; no part of that time is stated", Evidence.of(store, Keys.FAILOVER_MODE), Set.of());
        }
        List<RecoveryTime.Part> parts = new ArrayList<>();
        Set<Missing> missing = new TreeSet<>();
        for (String name : List.of("detect", "decide", "redirect")) {
            part(store, name, parts, missing);
        }
        return sum("automatic failover: detect + decide + redirect", parts, missing, store);
    }

    /** How long until a component that crashed is back. */
    public RecoveryTime restart(Entity component) {
        Fact<Duration> repair = component.get(Keys.MTTR);
        if (repair.isKnown()) {
            Evidence why = Evidence.of(component, Keys.MTTR);
            RecoveryTime.Part part = new RecoveryTime.Part("mean repair", Optional.empty(), repair.value(), why);
            return new RecoveryTime(
                    "stated mean time to repair (a mean, not a bound)",
                    Optional.empty(),
                    repair.value(),
                    List.of(part),
                    Evidence.derived("about " + ValueType.Span.text(repair.value().get()), why),
                    Set.of());
        }
        Key<Duration> ask = Keys.MTTR;
        return open(
                component.kind() == Kind.EXTERNAL ? "when its provider has mended it" : "restart: detect + start + replay",
                Evidence.of(component, ask),
                Set.of(new Missing(component, ask)));
    }

    /** How long until a store that lost its only copy is restored. */
    public RecoveryTime restore(Entity store) {
        Fact<Duration> restore = store.get(Keys.RESTORE_TIME);
        Evidence why = Evidence.of(store, Keys.RESTORE_TIME);
        if (!restore.isKnown()) {
            return open("restore from backup", why, Set.of(new Missing(store, Keys.RESTORE_TIME)));
        }
        return new RecoveryTime(
                "restore from backup, after it was noticed and decided",
                restore.value(),
                Optional.empty(),
                List.of(new RecoveryTime.Part("restore", restore.value(), restore.value(), why)),
                Evidence.derived("at least the stated time of a restore", why),
                Set.of());
    }

    /** For a partition and for anything that ends when its cause ends. */
    public RecoveryTime whenHealed(String what) {
        return open(what, Evidence.derived("how long the cause lasts is not a property of the architecture"), Set.of());
    }

    /** Nothing has to recover: what is left carries on. */
    public RecoveryTime notNeeded() {
        return new RecoveryTime(
                "nothing fails over; what is left carries on",
                Optional.of(Duration.ZERO),
                Optional.of(Duration.ZERO),
                List.of(),
                Evidence.derived("no store that is touched has a leader to replace"),
                Set.of());
    }

    /** Recoveries that run at the same time: the longest counts. */
    public RecoveryTime together(List<RecoveryTime> several) {
        Optional<Duration> best = Optional.of(Duration.ZERO);
        Optional<Duration> worst = Optional.of(Duration.ZERO);
        List<RecoveryTime.Part> parts = new ArrayList<>();
        Set<Missing> missing = new TreeSet<>();
        List<Evidence> because = new ArrayList<>();
        for (RecoveryTime one : several) {
            best = max(best, one.best());
            worst = one.worst().isEmpty() || worst.isEmpty() ? Optional.empty() : max(worst, one.worst());
            parts.addAll(one.parts());
            missing.addAll(one.missing());
            because.add(one.why());
        }
        Optional<Duration> least = best.filter(d -> !d.isZero());
        return new RecoveryTime(
                "failovers at the same time, the longest counts", least, worst, parts,
                Evidence.derived("maximum over what recovers", because), missing);
    }

    private static Optional<Duration> max(Optional<Duration> one, Optional<Duration> other) {
        if (other.isEmpty()) {
            return one;
        }
        return one.filter(d -> d.compareTo(other.get()) >= 0).isPresent() ? one : other;
    }

    private void part(Entity store, String name, List<RecoveryTime.Part> parts, Set<Missing> missing) {
        Key<Duration> key = FAILOVER_PARTS.get(name);
        Fact<Duration> stated = store.get(key);
        if (stated.isKnown()) {
            parts.add(new RecoveryTime.Part(name, Optional.empty(), stated.value(), Evidence.of(store, key)));
            return;
        }
        Optional<Technology.Timing> timing = Optional.ofNullable(technologies.get(store.id()))
                .flatMap(t -> t.timing().stream().filter(part -> part.part().equals(name)).findFirst());
        if (timing.isPresent()) {
            Technology technology = technologies.get(store.id());
            Technology.Timing given = timing.get();
            Evidence why = Evidence.seen(
                    technology.name() + " " + name + " " + given.best() + " to " + given.worst() + ": " + given.assumes(),
                    Origin.byDefault(technology.at(), technology.name() + " " + technology.asOf()));
            parts.add(new RecoveryTime.Part(
                    name, ValueType.Span.parse(given.best()), ValueType.Span.parse(given.worst()), why));
            return;
        }
        parts.add(new RecoveryTime.Part(name, Optional.empty(), Optional.empty(), Evidence.of(store, key)));
        missing.add(new Missing(store, key));
    }

    private static RecoveryTime sum(String how, List<RecoveryTime.Part> parts, Set<Missing> missing, Entity store) {
        Duration best = Duration.ZERO;
        Duration worst = Duration.ZERO;
        List<Evidence> because = new ArrayList<>();
        for (RecoveryTime.Part part : parts) {
            best = best.plus(part.best().orElse(Duration.ZERO));
            worst = worst.plus(part.worst().orElse(Duration.ZERO));
            because.add(part.why());
        }
        Optional<Duration> least = best.isZero() ? Optional.empty() : Optional.of(best);
        Optional<Duration> most = missing.isEmpty() ? Optional.of(worst) : Optional.empty();
        String claim = "failover of " + store.id() + ": detect + decide + redirect";
        return new RecoveryTime(how, least, most, parts, Evidence.derived(claim, because), missing);
    }

    private static RecoveryTime open(String how, Evidence why, Set<Missing> missing) {
        return new RecoveryTime(how, Optional.empty(), Optional.empty(), List.of(), why, missing);
    }
}
