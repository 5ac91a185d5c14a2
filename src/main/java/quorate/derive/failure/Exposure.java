package quorate.derive.failure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import quorate.derive.failure.Course.Step;

/**
 * How a journey ends up when one component alone is struck: for every component, from one pass backwards from the entry, where
 * {@link Propagation} goes forwards from one failure and tells the way as well. The two agree, since what a use hands on depends
 * on its far end alone and only ever grows with it, so that the worst of all ways is what a component ends up with. Safe for several threads: two may solve the same at
 * once, which gives the same.
 */
final class Exposure {

    private static final List<Felt> ALL = List.of(Felt.values());
    private static final List<State> STATES = List.of(State.values());
    private static final int FELT = ALL.size();

    private final Course course;
    private final Standstills standstills;
    private final AtomicReferenceArray<byte[]> entries = new AtomicReferenceArray<>(Assumption.COUNT);
    private final AtomicReferenceArray<byte[]> held = new AtomicReferenceArray<>(Assumption.COUNT);
    private volatile byte[] met;

    Exposure(Course course, Standstills standstills) {
        this.course = course;
        this.standstills = standstills;
    }

    /** The state of the entry when a component is felt like that by all its callers. */
    State entry(int component, Felt felt, Assumption under) {
        return STATES.get(entries(under)[component * FELT + felt.ordinal()]);
    }

    /** The state of the entry when the far end of a use is felt like that over it. */
    State entry(Step step, Felt far, Assumption under) {
        return entry(step.from(), step.passage().of(far, under), under);
    }

    private byte[] entries(Assumption under) {
        int index = under.index();
        byte[] solved = entries.get(index);
        if (solved == null) {
            solved = solve(under);
            entries.set(index, solved);
        }
        return solved;
    }

    private byte[] solve(Assumption under) {
        byte[] worst = new byte[course.size() * FELT];
        for (Felt felt : ALL) {
            worst[felt.ordinal()] = (byte) felt.state().ordinal();
        }
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int caller = open.poll();
            for (Step step : course.from(caller)) {
                boolean grown = false;
                for (Felt far : ALL) {
                    byte reached = worst[caller * FELT + step.passage().of(far, under).ordinal()];
                    int place = step.to() * FELT + far.ordinal();
                    if (reached > worst[place]) {
                        worst[place] = reached;
                        grown = true;
                    }
                }
                if (grown) {
                    open.add(step.to());
                }
            }
        }
        return worst;
    }

    /** The state of the entry for want of those that a silent component brings to a standstill, over links of any journey. */
    State entryBesides(String silent, Assumption under) {
        int index = under.index();
        byte[] solved = held.get(index);
        if (solved == null) {
            solved = standstills.backwards(component -> worst(component, under).ordinal(), under.best());
            held.set(index, solved);
        }
        return STATES.get(solved[standstills.number(silent)]);
    }

    /** Of the entry, when that component stands still. */
    private State worst(String component, Assumption under) {
        if (component.equals(course.graph().entry())) {
            return State.DOWN;
        }
        State worst = State.UP;
        for (Step step : course.into(component)) {
            worst = worst.worse(entry(step, Felt.SILENT, under));
        }
        return worst;
    }

    /** Whether the journey uses anything that a silent component may bring to a standstill. */
    boolean meets(String silent) {
        byte[] found = met;
        if (found == null) {
            found = standstills.backwards(component -> course.touches(component) ? 1 : 0, false);
            met = found;
        }
        return found[standstills.number(silent)] > 0;
    }
}
