package quorate.derive.failure;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Missing;
import quorate.model.Subject;

/**
 * What a journey stands on once automatic recovery has ended: it is down (neither up nor degraded) when any one of the causes
 * has come about. A dependency travels only along links that take their caller down, so that loops add nothing: the least
 * fixpoint of the propagation is what can be reached from the entry.
 *
 * @param journey the journey; implied ones have the service where they enter as subject
 * @param implied whether it was implied
 * @param best the causes with unknown facts at their best
 * @param worst the causes with unknown facts at their worst
 * @param deciding unknown facts by which the two may differ
 * @param omitted components with more instances than are told apart: at best no loss of single ones counts, at worst any does
 */
public record Structure(
        Subject journey, boolean implied, List<Cause> best, List<Cause> worst, Set<Missing> deciding, Set<String> omitted) {

    /** More instances of one component than this are not told apart. */
    public static final int MOST_INSTANCES = 100;

    public Structure {
        best = List.copyOf(best);
        worst = List.copyOf(worst);
        deciding = Collections.unmodifiableSet(new TreeSet<>(deciding));
        omitted = Collections.unmodifiableSet(new TreeSet<>(omitted));
    }
}
