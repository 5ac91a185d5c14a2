package quorate.catalog;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The consistency models in their partial order: an arrow leads from a model to a weaker one that it implies. */
public final class ConsistencyOrder {

    private final Map<String, ConsistencyModel> models = new LinkedHashMap<>();
    private final Map<String, Anomaly> anomalies = new LinkedHashMap<>();
    private final Map<String, Reference> sources = new LinkedHashMap<>();
    private final Map<String, Set<String>> implied = new LinkedHashMap<>();

    ConsistencyOrder(List<ConsistencyModel> list, List<Anomaly> anomalies, List<Reference> sources) {
        list.forEach(model -> models.put(model.id(), model));
        anomalies.forEach(anomaly -> this.anomalies.put(anomaly.id(), anomaly));
        sources.forEach(source -> this.sources.put(source.id(), source));
        models.keySet().forEach(id -> implied.put(id, closure(id)));
    }

    public Map<String, ConsistencyModel> models() {
        return Collections.unmodifiableMap(models);
    }

    public Map<String, Anomaly> anomalies() {
        return Collections.unmodifiableMap(anomalies);
    }

    /** The sources that models and anomalies cite. */
    public Map<String, Reference> sources() {
        return Collections.unmodifiableMap(sources);
    }

    /** By id, name or alias. */
    public Optional<ConsistencyModel> find(String word) {
        ConsistencyModel exact = models.get(word);
        return exact != null
                ? Optional.of(exact)
                : models.values().stream()
                        .filter(m -> m.name().equalsIgnoreCase(word)
                                || m.aliases().stream().anyMatch(word::equalsIgnoreCase))
                        .findFirst();
    }

    /** Whether the one model, by id, is the other or implies it. */
    public boolean implies(String one, String other) {
        return one.equals(other) || implied.getOrDefault(one, Set.of()).contains(other);
    }

    /** Whether the anomaly cannot happen under the model, by id. */
    public boolean forbids(String model, Anomaly anomaly) {
        return anomaly.forbiddenBy().stream().anyMatch(weakest -> implies(model, weakest));
    }

    private Set<String> closure(String id) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            ConsistencyModel model = models.get(open.poll());
            if (model != null) {
                model.implies().stream().filter(reached::add).forEach(open::add);
            }
        }
        return reached;
    }
}
