package quorate.derive.reliability;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A reduced ordered binary decision diagram (Bryant 1986) of one gate, from which probabilities are exact: each path from the
 * root decides every event once, so that an event which occurs in many places counts once (Rauzy 1993). Nodes 0 and 1 are the
 * constants; a node's children are always made before it, which lets every pass go over the nodes in order, without recursion.
 */
final class DecisionDiagram {

    /** A diagram with more nodes than this is given up. */
    static final int MOST_NODES = 200_000;

    /** So is one that takes more steps to build. */
    private static final int MOST_STEPS = 2_000_000;

    /** So is one of more events. */
    static final int MOST_EVENTS = 10_000;

    private static final int NEVER = 0;
    private static final int ALWAYS = 1;
    private static final int TOO_LARGE = -1;

    private final int events;
    private int[] event = new int[256];
    private int[] low = new int[256];
    private int[] high = new int[256];
    private int nodes = 2;
    private final LongTable unique = new LongTable();
    private final LongTable known = new LongTable();
    private int root;

    private DecisionDiagram(int events) {
        this.events = events;
        event[NEVER] = events;
        event[ALWAYS] = events;
    }

    /** The diagram of the gate over events 0 to {@code events} - 1; nothing when it would be too large. */
    static Optional<DecisionDiagram> of(Gate gate, int events) {
        if (events > MOST_EVENTS) {
            return Optional.empty();
        }
        DecisionDiagram diagram = new DecisionDiagram(events);
        diagram.root = diagram.build(gate);
        return diagram.root == TOO_LARGE ? Optional.empty() : Optional.of(diagram);
    }

    /** Whether the two gates are the same function: in one diagram they are then one node. False if it would be too large. */
    static boolean areEqual(Gate one, Gate other, int events) {
        if (events > MOST_EVENTS) {
            return one.equals(other);
        }
        DecisionDiagram diagram = new DecisionDiagram(events);
        int first = diagram.build(one);
        return first != TOO_LARGE && first == diagram.build(other);
    }

    private int build(Gate gate) {
        if (gate instanceof Gate.Event one) {
            return node(one.index(), NEVER, ALWAYS);
        }
        if (gate instanceof Gate.Any any) {
            return join(any.parts(), false);
        }
        if (gate instanceof Gate.All all) {
            return join(all.parts(), true);
        }
        Gate.AtLeast some = (Gate.AtLeast) gate;
        return atLeast(some.least(), some.parts());
    }

    /** The parts that come last in the order of events are joined first, which keeps what lies between small. */
    private int join(List<Gate> parts, boolean all) {
        List<Integer> built = new ArrayList<>();
        for (Gate part : parts) {
            built.add(build(part));
        }
        if (built.contains(TOO_LARGE)) {
            return TOO_LARGE;
        }
        built.sort((a, b) -> Integer.compare(event[b], event[a]));
        int joined = all ? ALWAYS : NEVER;
        for (int part : built) {
            joined = apply(all, joined, part);
        }
        return joined;
    }

    /**
     * Row by row from the last part to the first, whose events come before those of what is already built: at least j of some
     * parts are at least j of all but one of them, or that one and j - 1 of the others.
     */
    private int atLeast(int least, List<Gate> parts) {
        int[] row = new int[least + 1];
        Arrays.fill(row, NEVER);
        row[0] = ALWAYS;
        for (int i = parts.size() - 1; i >= 0; i--) {
            int part = build(parts.get(i));
            for (int j = least; j > 0; j--) {
                row[j] = apply(false, row[j], apply(true, part, row[j - 1]));
            }
        }
        return row[least];
    }

    /** Conjunction or disjunction of two diagrams, with a stack of its own. */
    private int apply(boolean and, int one, int other) {
        if (one == TOO_LARGE || other == TOO_LARGE) {
            return TOO_LARGE;
        }
        int simple = simple(and, one, other);
        if (simple >= 0) {
            return simple;
        }
        Deque<long[]> open = new ArrayDeque<>();
        open.push(pair(one, other));
        while (!open.isEmpty()) {
            long[] at = open.peek();
            int f = (int) at[0];
            int g = (int) at[1];
            int first = Math.min(event[f], event[g]);
            int lows = result(and, child(low, f, first), child(low, g, first), open);
            int highs = result(and, child(high, f, first), child(high, g, first), open);
            if (lows >= 0 && highs >= 0) {
                int made = node(first, lows, highs);
                if (made == TOO_LARGE || known.size() > MOST_STEPS) {
                    return TOO_LARGE;
                }
                known.put(key(and, f, g), made);
                open.pop();
            }
        }
        return known.get(key(and, Math.min(one, other), Math.max(one, other)));
    }

    /** What is known of the pair; -1 after it was put on the stack. */
    private int result(boolean and, int f, int g, Deque<long[]> open) {
        int simple = simple(and, f, g);
        if (simple >= 0) {
            return simple;
        }
        long[] pair = pair(f, g);
        int made = known.get(key(and, (int) pair[0], (int) pair[1]));
        if (made == LongTable.ABSENT) {
            open.push(pair);
        }
        return made;
    }

    private static long[] pair(int f, int g) {
        return new long[] {Math.min(f, g), Math.max(f, g)};
    }

    private static int simple(boolean and, int f, int g) {
        if (f == g) {
            return f;
        }
        int absorbing = and ? NEVER : ALWAYS;
        int neutral = and ? ALWAYS : NEVER;
        if (f == absorbing || g == absorbing) {
            return absorbing;
        }
        return f == neutral ? g : g == neutral ? f : -1;
    }

    private int child(int[] children, int node, int first) {
        return event[node] == first ? children[node] : node;
    }

    private int node(int variable, int ifNot, int ifSo) {
        if (ifNot == ifSo) {
            return ifNot;
        }
        // Nodes need 18 bits, events 14.
        long key = (long) variable << 40 | (long) ifNot << 20 | ifSo;
        int there = unique.get(key);
        if (there != LongTable.ABSENT) {
            return there;
        }
        if (nodes >= MOST_NODES) {
            return TOO_LARGE;
        }
        if (nodes == event.length) {
            event = Arrays.copyOf(event, 2 * nodes);
            low = Arrays.copyOf(low, 2 * nodes);
            high = Arrays.copyOf(high, 2 * nodes);
        }
        event[nodes] = variable;
        low[nodes] = ifNot;
        high[nodes] = ifSo;
        unique.put(key, nodes);
        return nodes++;
    }

    private static long key(boolean and, int f, int g) {
        return (and ? 1L << 40 : 0) | (long) f << 20 | g;
    }

    /** For each event whether the gate depends on it. */
    boolean[] support() {
        boolean[] reached = new boolean[nodes];
        boolean[] support = new boolean[events];
        reached[root] = true;
        for (int node = nodes - 1; node > ALWAYS; node--) {
            if (reached[node]) {
                support[event[node]] = true;
                reached[low[node]] = true;
                reached[high[node]] = true;
            }
        }
        return support;
    }

    /** The probability that the gate comes about, its events being independent. */
    double probability(double[] ofEvents) {
        return probabilities(ofEvents)[root];
    }

    private double[] probabilities(double[] ofEvents) {
        double[] of = new double[nodes];
        of[ALWAYS] = 1;
        for (int node = 2; node < nodes; node++) {
            double p = ofEvents[event[node]];
            of[node] = p * of[high[node]] + (1 - p) * of[low[node]];
        }
        return of;
    }

    /** Birnbaum's measure of each event: by how much the gate's probability differs between its certain event and none. */
    double[] birnbaum(double[] ofEvents) {
        double[] of = probabilities(ofEvents);
        double[] reached = new double[nodes];
        double[] measure = new double[events];
        reached[root] = 1;
        for (int node = nodes - 1; node > ALWAYS; node--) {
            if (reached[node] > 0) {
                double p = ofEvents[event[node]];
                measure[event[node]] += reached[node] * (of[high[node]] - of[low[node]]);
                reached[high[node]] += reached[node] * p;
                reached[low[node]] += reached[node] * (1 - p);
            }
        }
        return measure;
    }
}
