package quorate.derive.reliability;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Missing;
import quorate.model.Subject;

/**
 * What takes a journey down for good, and how often it is up. Basic events are taken as independent; a fault domain is one
 * event wherever it occurs.
 *
 * @param journey the journey; implied ones have the service where they enter as subject
 * @param implied whether it was implied
 * @param objective the availability objective, if one is stated
 * @param tree how it comes about
 * @param certain minimal cut sets with unknown facts at their best, by order
 * @param possible minimal cut sets with unknown facts at their worst that need not take the journey down at their best
 * @param order up to which all cut sets are listed: 3 unless there are too many
 * @param exact whether the unavailability was computed from the whole structure; otherwise from single cut sets
 * @param unavailability the steady part: share of time in which something is lost that nothing replaces by itself
 * @param transients outages that end by themselves
 * @param availability 1 - (steady part + transient outages), as far as it is known
 * @param importance most important first
 * @param changes single changes, the one that buys most first
 * @param missing availability inputs that are not stated
 * @param deciding unknown facts of the structure
 * @param omitted components with too many instances to tell apart
 */
public record Reliability(
        Subject journey,
        boolean implied,
        Optional<Double> objective,
        FaultTree tree,
        List<CutSet> certain,
        List<CutSet> possible,
        int order,
        boolean exact,
        Bounds unavailability,
        List<Transient> transients,
        Bounds availability,
        List<Importance> importance,
        List<Change> changes,
        Set<Missing> missing,
        Set<Missing> deciding,
        Set<String> omitted) {

    public Reliability {
        certain = List.copyOf(certain);
        possible = List.copyOf(possible);
        transients = List.copyOf(transients);
        importance = List.copyOf(importance);
        changes = List.copyOf(changes);
        missing = Collections.unmodifiableSet(new TreeSet<>(missing));
        deciding = Collections.unmodifiableSet(new TreeSet<>(deciding));
        omitted = Collections.unmodifiableSet(new TreeSet<>(omitted));
    }

    /** Minimal cut sets of one event other than a link. */
    public List<CutSet> singlePoints(boolean sure) {
        return (sure ? certain : possible).stream().filter(set -> set.order() == 1 && !set.hasLink()).toList();
    }

    /** Whether the objective is met; empty while that depends on what is not known, or without an objective. */
    public Optional<Boolean> meets() {
        if (objective.isEmpty()) {
            return Optional.empty();
        }
        double wanted = objective.get();
        return availability.low() >= wanted
                ? Optional.of(true)
                : availability.high() < wanted ? Optional.of(false) : Optional.empty();
    }
}
