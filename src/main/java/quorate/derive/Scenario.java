package quorate.derive;

import java.util.List;
import quorate.derive.failure.DataImpact;
import quorate.derive.failure.Failure;
import quorate.derive.failure.JourneyImpact;
import quorate.derive.failure.State;
import quorate.derive.recovery.RecoveryTime;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Words;

/**
 * A failure with everything that follows from it.
 *
 * @param journeys those that use something which the failure strikes; the others go on as if nothing had happened
 * @param present mitigations that the architecture states
 * @param proposed mitigations that it lacks or does not state
 * @param covered readiness items (runbooks, experiments, drills) about it
 */
public record Scenario(
        Failure failure,
        List<JourneyImpact> journeys,
        List<DataImpact> data,
        RecoveryTime recovery,
        List<String> present,
        List<String> proposed,
        List<Entity> covered) {

    public Scenario {
        journeys = List.copyOf(journeys);
        data = List.copyOf(data);
        present = List.copyOf(present);
        proposed = List.copyOf(proposed);
        covered = List.copyOf(covered);
    }

    /** Whether an experiment about it was carried out. */
    public boolean isExercised() {
        return covered.stream()
                .anyMatch(item -> item.get(Keys.READINESS_KIND).is(Words.ReadinessKind.EXPERIMENT) && item.get(Keys.EXERCISED).isKnown());
    }

    /** The worst state of any journey while nothing has recovered, unknown facts at their worst. */
    public State worst() {
        return journeys.stream().map(j -> j.during().worst()).reduce(State.UP, State::worse);
    }

    /** The worst state that is certain. */
    public State certain() {
        return journeys.stream().map(j -> j.during().best()).reduce(State.UP, State::worse);
    }
}
