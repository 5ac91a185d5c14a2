package quorate.derive.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import quorate.derive.call.RetryPressure;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Words;

/** Which component puts load on which, and which of them do so in a circle. */
final class LoadGraph {

    private final Map<String, Map<String, RetryPressure>> pressures = new LinkedHashMap<>();
    private final Map<String, Integer> part = new HashMap<>();
    private final List<Set<String>> parts;

    LoadGraph(Architecture architecture) {
        Graph<String, DefaultEdge> graph = new DefaultDirectedGraph<>(DefaultEdge.class);
        architecture.components().stream().map(Entity::id).forEach(graph::addVertex);
        for (Link link : architecture.links()) {
            boolean known = graph.containsVertex(link.from()) && graph.containsVertex(link.to());
            if (known && !link.get(Keys.NEED).is(Words.Need.STARTUP) && !link.get(Keys.GOSSIP).is(true)) {
                boolean taken = link.get(Keys.LINK_PURPOSE).is(Words.Purpose.CONSUME) && architecture.component(link.to())
                        .filter(to -> to.kind() == quorate.model.Kind.CHANNEL).isPresent();
                String from = taken ? link.to() : link.from();
                String to = taken ? link.from() : link.to();
                pressures.computeIfAbsent(from, k -> new LinkedHashMap<>())
                        .merge(to, RetryPressure.of(link), (a, b) -> a.gain().stated() >= b.gain().stated() ? a : b);
                graph.addEdge(from, to);
            }
        }
        parts = new ArrayList<>(new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets());
        for (int i = 0; i < parts.size(); i++) {
            for (String id : parts.get(i)) {
                part.put(id, i);
            }
        }
    }

    /** What one component puts on each that it calls. */
    Map<String, RetryPressure> from(String component) {
        return pressures.getOrDefault(component, Map.of());
    }

    /** Whether load on the one comes back to it by way of the other. */
    boolean together(String one, String other) {
        return part.get(one).equals(part.get(other));
    }

    /** Sets of components that reach each other, of more than one. */
    List<Set<String>> circles() {
        return parts.stream().filter(set -> set.size() > 1).toList();
    }

    /** Callers before callees, those that call in a circle in the order of the model. */
    List<String> order(Architecture architecture) {
        Map<Integer, Integer> open = new HashMap<>();
        Map<Integer, List<String>> members = new LinkedHashMap<>();
        architecture.components().forEach(one ->
                members.computeIfAbsent(part.get(one.id()), k -> new ArrayList<>()).add(one.id()));
        pressures.forEach((from, calls) -> calls.keySet().stream()
                .filter(to -> !together(from, to))
                .forEach(to -> open.merge(part.get(to), 1, Integer::sum)));
        List<Integer> ready = new ArrayList<>(members.keySet().stream().filter(p -> !open.containsKey(p)).toList());
        List<String> order = new ArrayList<>();
        for (int i = 0; i < ready.size(); i++) {
            for (String id : members.get(ready.get(i))) {
                order.add(id);
                from(id).keySet().stream().filter(to -> !together(id, to)).forEach(to -> {
                    if (open.merge(part.get(to), -1, Integer::sum) == 0) {
                        ready.add(part.get(to));
                    }
                });
            }
        }
        return order;
    }
}
