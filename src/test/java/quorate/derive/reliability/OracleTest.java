package quorate.derive.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Cut sets, probability and importance against the enumeration of all sets of events, on random gates. */
class OracleTest {

    @Test
    void cutSetsAreThoseOfTheEnumeration() {
        Random random = new Random(7);
        for (int round = 0; round < 4_000; round++) {
            int events = 1 + random.nextInt(9);
            Gate gate = gate(random, events, 2);
            Cuts cuts = Cuts.of(gate);
            assertEquals(3, cuts.order());
            Set<String> found = new TreeSet<>();
            cuts.all().forEach(set -> found.add(BitSet.valueOf(bits(set)).toString()));
            assertEquals(minimal(gate, events), found, gate.toString());
            assertEquals(cuts.all().size(), found.size());
        }
    }

    @Test
    void probabilityAndImportanceAreThoseOfTheEnumeration() {
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            int events = 1 + random.nextInt(8);
            Gate gate = gate(random, events, 2);
            double[] p = random.doubles(events).toArray();
            DecisionDiagram diagram = DecisionDiagram.of(gate, events).orElseThrow();
            assertEquals(probability(gate, p), diagram.probability(p), 1e-12, gate.toString());
            double[] birnbaum = diagram.birnbaum(p);
            for (int event = 0; event < events; event++) {
                double[] with = p.clone();
                double[] without = p.clone();
                with[event] = 1;
                without[event] = 0;
                double measure = probability(gate, with) - probability(gate, without);
                assertEquals(measure, birnbaum[event], 1e-12, gate.toString());
                assertEquals(measure > 0, diagram.support()[event], gate.toString());
            }
        }
    }

    @Test
    void manyInstancesOfOneComponentStayExact() {
        List<Gate> instances = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            instances.add(new Gate.Any(List.of(new Gate.Event(i + 2), new Gate.Event(i % 2))));
        }
        Gate gate = new Gate.AtLeast(52, instances);
        double[] p = new double[102];
        java.util.Arrays.fill(p, 0.5);
        p[0] = 0;
        p[1] = 0;
        double binomial = 0;
        double term = Math.pow(0.5, 100);
        for (int k = 0; k <= 100; k++) {
            binomial += k >= 52 ? term : 0;
            term = term * (100 - k) / (k + 1);
        }
        assertEquals(binomial, DecisionDiagram.of(gate, 102).orElseThrow().probability(p), 1e-12);
        Cuts cuts = Cuts.of(gate);
        // Both domains; or one domain with its 50 instances and two of the other 50 are four events at least: 50 + 2.
        assertEquals(3, cuts.order());
        assertEquals(1 + 2 * 50 * 49 / 2, cuts.all().size());
    }

    @Test
    void moreSetsThanAreListedAreSaidNotCut() {
        List<Gate> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            events.add(new Gate.Event(i));
        }
        Cuts triples = Cuts.of(new Gate.AtLeast(3, events));
        assertEquals(2, triples.order());
        assertTrue(triples.all().isEmpty());
        Cuts pairs = Cuts.of(new Gate.AtLeast(2, events));
        assertEquals(3, pairs.order());
        assertEquals(60 * 59 / 2, pairs.all().size());
    }

    @Test
    void aDiagramThatGrowsTooLargeIsGivenUp() {
        // Pairs far apart in the order of events: 2^n nodes.
        List<Gate> pairs = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            pairs.add(new Gate.All(List.of(new Gate.Event(i), new Gate.Event(i + 24))));
        }
        assertTrue(DecisionDiagram.of(new Gate.Any(pairs), 48).isEmpty());
        assertEquals(24, Cuts.of(new Gate.Any(pairs)).all().size());
    }

    private static Gate gate(Random random, int events, int depth) {
        int parts = 1 + random.nextInt(4);
        List<Gate> gates = new ArrayList<>();
        int kind = random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            gates.add(kind == 2 ? some(random, events) : depth == 0 ? new Gate.Event(random.nextInt(events)) : gate(random, events, depth - 1));
        }
        return switch (kind) {
            case 0 -> new Gate.Any(gates);
            case 1 -> new Gate.All(gates);
            default -> new Gate.AtLeast(1 + random.nextInt(parts), gates);
        };
    }

    private static Gate some(Random random, int events) {
        if (random.nextBoolean()) {
            return new Gate.Event(random.nextInt(events));
        }
        Set<Gate> any = new HashSet<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            any.add(new Gate.Event(random.nextInt(events)));
        }
        return new Gate.Any(List.copyOf(any));
    }

    static boolean holds(Gate gate, int state) {
        if (gate instanceof Gate.Event event) {
            return (state & 1 << event.index()) != 0;
        }
        if (gate instanceof Gate.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, state));
        }
        if (gate instanceof Gate.All all) {
            return all.parts().stream().allMatch(part -> holds(part, state));
        }
        Gate.AtLeast some = (Gate.AtLeast) gate;
        return some.parts().stream().filter(part -> holds(part, state)).count() >= some.least();
    }

    private static Set<String> minimal(Gate gate, int events) {
        Set<String> minimal = new TreeSet<>();
        for (int state = 1; state < 1 << events; state++) {
            boolean cut = holds(gate, state);
            for (int event = 0; cut && event < events; event++) {
                cut = (state & 1 << event) == 0 || !holds(gate, state & ~(1 << event));
            }
            if (cut && Integer.bitCount(state) <= 3) {
                minimal.add(BitSet.valueOf(new long[] {state}).toString());
            }
        }
        return minimal;
    }

    private static double probability(Gate gate, double[] p) {
        double sum = 0;
        for (int state = 0; state < 1 << p.length; state++) {
            double one = 1;
            for (int event = 0; event < p.length; event++) {
                one *= (state & 1 << event) != 0 ? p[event] : 1 - p[event];
            }
            sum += holds(gate, state) ? one : 0;
        }
        return sum;
    }

    private static long[] bits(int[] set) {
        long bits = 0;
        for (int event : set) {
            bits |= 1L << event;
        }
        return new long[] {bits};
    }
}
