package quorate.derive.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Simple cycles against every sequence of distinct nodes that goes round. */
class CyclesTest {

    @Test
    void everySimpleCycleOfARandomGraphIsFoundOnce() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            int nodes = 1 + random.nextInt(6);
            double density = random.nextDouble();
            List<List<Integer>> graph = IntStream.range(0, nodes)
                    .mapToObj(from -> IntStream.range(0, nodes).filter(to -> random.nextDouble() < density).boxed().toList())
                    .toList();
            Cycles cycles = new Cycles(graph, 1_000_000, 1_000_000);
            assertTrue(cycles.isComplete());
            Set<List<Integer>> all = new HashSet<>();
            for (int start = 0; start < nodes; start++) {
                extend(graph, new ArrayList<>(List.of(start)), all);
            }
            assertEquals(all, new HashSet<>(cycles.found()), "graph " + graph);
            assertEquals(all.size(), cycles.found().size());
        }
    }

    /** Every sequence of distinct nodes above the first that follows edges and ends where it began. */
    private static void extend(List<List<Integer>> graph, List<Integer> path, Set<List<Integer>> all) {
        int last = path.get(path.size() - 1);
        for (int next = path.get(0); next < graph.size(); next++) {
            if (graph.get(last).contains(next)) {
                if (next == path.get(0)) {
                    all.add(List.copyOf(path));
                } else if (!new TreeSet<>(path).contains(next)) {
                    List<Integer> longer = new ArrayList<>(path);
                    longer.add(next);
                    extend(graph, longer, all);
                }
            }
        }
    }

    @Test
    void theSearchEndsWhereThereAreTooMany() {
        int nodes = 30;
        List<List<Integer>> full = IntStream.range(0, nodes)
                .mapToObj(from -> IntStream.range(0, nodes).filter(to -> to != from).boxed().toList())
                .toList();
        Cycles cycles = new Cycles(full, 20_000, 200);
        assertFalse(cycles.isComplete());
        assertEquals(200, cycles.found().size());
    }
}
