package quorate.derive.failure;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import quorate.model.Evidence;
import quorate.model.Missing;
import quorate.model.Subject;

/**
 * What a failure does to a journey. Its states are there at once; how they come about is found when it is first asked for, since
 * a large system has millions of these and few of them are read.
 */
public final class JourneyImpact {

    private final Subject journey;
    private final String side;
    private final StateRange during;
    private final StateRange settled;
    private final Function<JourneyImpact, Trace> tracer;
    private Trace trace;

    /**
     * How the states come about.
     *
     * @param path ids of the components along which the worst case travelled, from the entry to what failed
     * @param deciding unknown facts that decide between best and worst
     * @param holds how long the state of {@code during} lasts while a last known good answer stands in; nothing where none does
     */
    public record Trace(List<String> path, Evidence why, Set<Missing> deciding, Optional<Duration> holds) {
        public Trace {
            path = List.copyOf(path);
            deciding = Collections.unmodifiableSet(new TreeSet<>(deciding));
        }
    }

    /** @param tracer finds how the states come about; several impacts may share it */
    public JourneyImpact(Subject journey, String side, StateRange during, StateRange settled, Function<JourneyImpact, Trace> tracer) {
        this.journey = journey;
        this.side = side;
        this.during = during;
        this.settled = settled;
        this.tracer = tracer;
    }

    /** The journey; implied ones have the service where they enter as subject. */
    public Subject journey() {
        return journey;
    }

    /** The side of a partition on which the user's request arrives; empty for other failures. */
    public String side() {
        return side;
    }

    /** While nothing has recovered yet. */
    public StateRange during() {
        return during;
    }

    /** After automatic recovery has ended. */
    public StateRange settled() {
        return settled;
    }

    /** Whether no unknown fact decides about a state. */
    public boolean isCertain() {
        return during.isCertain() && settled.isCertain();
    }

    /** How the states come about. */
    public synchronized Trace trace() {
        if (trace == null) {
            trace = tracer.apply(this);
        }
        return trace;
    }
}
