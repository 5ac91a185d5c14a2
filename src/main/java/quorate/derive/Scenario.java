package quorate.derive;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import quorate.derive.failure.DataImpact;
import quorate.derive.failure.Failure;
import quorate.derive.failure.JourneyImpact;
import quorate.derive.failure.State;
import quorate.derive.failure.Trace;
import quorate.derive.recovery.RecoveryTime;
import quorate.model.Deferred;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Words;

/** A failure with everything that follows from it. */
public final class Scenario {

    private final Failure failure;
    private final List<JourneyImpact> journeys;
    private final Function<JourneyImpact, Trace> tracer;
    private final Map<JourneyImpact, Trace> traces = new IdentityHashMap<>(0);
    private final List<DataImpact> data;
    private final Deferred<RecoveryTime> recovery;
    private final Deferred<List<String>> present;
    private final Deferred<List<String>> proposed;
    private final List<Entity> covered;
    private final State worst;
    private final State certain;

    /**
     * Each argument is what the method of its name gives.
     *
     * @param tracer finds how an impact comes about; what it finds is kept
     */
    public Scenario(
            Failure failure,
            List<JourneyImpact> journeys,
            Function<JourneyImpact, Trace> tracer,
            List<DataImpact> data,
            Deferred<RecoveryTime> recovery,
            Deferred<List<String>> present,
            Deferred<List<String>> proposed,
            List<Entity> covered) {
        this.failure = failure;
        this.journeys = List.copyOf(journeys);
        this.tracer = tracer;
        this.data = List.copyOf(data);
        this.recovery = recovery;
        this.present = present;
        this.proposed = proposed;
        this.covered = List.copyOf(covered);
        this.worst = journeys.stream().map(j -> j.during().worst()).reduce(State.UP, State::worse);
        this.certain = journeys.stream().map(j -> j.during().best()).reduce(State.UP, State::worse);
    }

    public Failure failure() {
        return failure;
    }

    /** Those that use something which the failure strikes; the others go on as if nothing had happened. */
    public List<JourneyImpact> journeys() {
        return journeys;
    }

    /** How the states of a journey come about. */
    public synchronized Trace trace(JourneyImpact impact) {
        Trace known = traces.get(impact);
        if (known == null) {
            known = tracer.apply(impact);
            traces.put(impact, known);
        }
        return known;
    }

    public List<DataImpact> data() {
        return data;
    }

    public RecoveryTime recovery() {
        return recovery.get();
    }

    /** Mitigations that the architecture states. */
    public List<String> present() {
        return present.get();
    }

    /** Mitigations that it lacks or does not state. */
    public List<String> proposed() {
        return proposed.get();
    }

    /** Readiness items (runbooks, experiments, drills) about it. */
    public List<Entity> covered() {
        return covered;
    }

    /** Whether an experiment about it was carried out. */
    public boolean isExercised() {
        return covered.stream()
                .anyMatch(item -> item.get(Keys.READINESS_KIND).is(Words.ReadinessKind.EXPERIMENT) && item.get(Keys.EXERCISED).isKnown());
    }

    /** The worst state of any journey while nothing has recovered, unknown facts at their worst. */
    public State worst() {
        return worst;
    }

    /** The worst state that is certain. */
    public State certain() {
        return certain;
    }
}
