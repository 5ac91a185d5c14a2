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
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Origin;
import quorate.model.ValueType;
import quorate.model.Words;

/**
 * Recovery time as a sum of parts, each from the model, else from the technology's defaults, else asked for. The parts of a
 * failover are detect + decide + redirect; of a restart detect + reschedule + attach + replay, unless a mean time to repair is
 * stated; of a restore its stated time.
 */
public final class Recoveries {

    private static final Map<String, Key<Duration>> FAILOVER_PARTS = Map.of(
            "detect", Keys.FAILOVER_DETECT, "decide", Keys.FAILOVER_DECIDE, "redirect", Keys.FAILOVER_REDIRECT);

    private static final Map<Words.FailureKind, String> CONTAINED = Map.of(
            Words.FailureKind.SLOW, "until someone finds and removes what is slow, then until what waits is drained",
            Words.FailureKind.OVERLOAD, "until load is taken away or capacity is added, then until what waits is drained",
            Words.FailureKind.COLD_CACHE, "until it is full again",
            Words.FailureKind.CLOCK_SKEW, "until clocks agree, then until what was overwritten is reconciled",
            Words.FailureKind.MESSAGE_LOSS, "until a reconciliation finds what is missing",
            Words.FailureKind.MESSAGE_DUPLICATION, "until a reconciliation finds what was done twice",
            Words.FailureKind.POISON_MESSAGE, "until the message is put aside, then until those behind it are handled");

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
        String claim = "failover of " + store.id() + ": detect + decide + redirect";
        return sum("automatic failover: detect + decide + redirect", parts, missing, claim);
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
        if (component.kind() == Kind.EXTERNAL) {
            return open("when its provider has mended it", Evidence.of(component, Keys.MTTR), Set.of(new Missing(component, Keys.MTTR)));
        }
        Restart restart = new Restart(component, Optional.ofNullable(technologies.get(component.id())));
        return sum(restart.how(), restart.parts(), restart.missing(), "restart of " + component.id() + ": " + restart.formula());
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

    /**
     * For what does not end with a repair of one part: time to contain it, then time to drain or reconcile. Where every caller
     * has a breaker, that contains a slow answer within its window, and calls again after its wait.
     *
     * @param calls the links into what failed
     */
    public RecoveryTime contained(Words.FailureKind kind, List<Link> calls) {
        List<Link> waiting = calls.stream().filter(link -> !link.get(Keys.MODE).is(Words.LinkMode.ASYNC)).toList();
        boolean broken = !waiting.isEmpty() && waiting.stream().allMatch(link -> link.get(Keys.BREAKER_THRESHOLD).isKnown());
        if (kind == Words.FailureKind.SLOW && broken) {
            List<RecoveryTime.Part> parts = new ArrayList<>();
            Set<Missing> missing = new TreeSet<>();
            longest("contain", Keys.BREAKER_WINDOW, waiting, parts, missing);
            longest("call again", Keys.BREAKER_WAIT, waiting, parts, missing);
            return sum("breakers contain it; beside the time that it stays slow, breaker window + wait", parts, missing,
                    "the longest breaker window + the longest wait of its callers");
        }
        return whenHealed(CONTAINED.getOrDefault(kind, "time to contain it, then time to drain or reconcile"));
    }

    private static void longest(
            String name, Key<Duration> key, List<Link> links, List<RecoveryTime.Part> parts, Set<Missing> missing) {
        List<Evidence> because = new ArrayList<>();
        Optional<Duration> worst = Optional.empty();
        for (Link link : links) {
            because.add(Evidence.of(link, key));
            if (!link.get(key).isKnown()) {
                missing.add(new Missing(link, key));
            }
            worst = max(worst, link.get(key).value());
        }
        boolean open = links.stream().anyMatch(link -> !link.get(key).isKnown());
        parts.add(new RecoveryTime.Part(
                name, Optional.empty(), open ? Optional.empty() : worst, Evidence.derived("longest " + key.id(), because)));
    }

    /** Nothing has to recover, since something holds the failure off. */
    public RecoveryTime heldOff(String how) {
        return new RecoveryTime(
                how, Optional.of(Duration.ZERO), Optional.of(Duration.ZERO), List.of(),
                Evidence.derived("no journey and no data are worse off"), Set.of());
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

    private static RecoveryTime sum(String how, List<RecoveryTime.Part> parts, Set<Missing> missing, String claim) {
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
        return new RecoveryTime(how, least, most, parts, Evidence.derived(claim, because), missing);
    }

    private static RecoveryTime open(String how, Evidence why, Set<Missing> missing) {
        return new RecoveryTime(how, Optional.empty(), Optional.empty(), List.of(), why, missing);
    }
}
