package quorate.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Origin;
import quorate.source.Node;
import quorate.source.Problems;

/** What autoscalers and disruption budgets say of a workload. */
final class PodPolicies {

    private final List<Manifest> scalers;
    private final Map<Manifest, Selector> budgets = new LinkedHashMap<>();
    private final Problems problems;
    private final Expect expect;

    PodPolicies(List<Manifest> manifests, Problems problems) {
        this.scalers = manifests.stream().filter(m -> m.kind().equals("HorizontalPodAutoscaler")).toList();
        manifests.stream()
                .filter(m -> m.kind().equals("PodDisruptionBudget"))
                .forEach(m -> budgets.put(m, Selector.of(m.spec("selector"))));
        this.problems = problems;
        this.expect = new Expect(problems);
    }

    void read(Workload workload, Facts.Builder facts) {
        scaler(workload).ifPresent(scaler -> scaling(scaler, facts));
        Map<String, String> labels = workload.labels();
        budgets.forEach((budget, selector) -> {
            if (workload.isIn(budget.namespace()) && selector.matches(labels)) {
                Fact<Integer> replicas = facts.build().get(Keys.REPLICAS);
                disruption(budget, "minAvailable", Keys.DISRUPTION_MIN, replicas, facts);
                disruption(budget, "maxUnavailable", Keys.DISRUPTION_MAX, replicas, facts);
            }
        });
    }

    /** The fewest pods that an autoscaler keeps, when there is one. */
    Optional<Fact<Integer>> minimum(Workload workload) {
        return scaler(workload).map(scaler -> {
            Optional<Node> written = scaler.spec("minReplicas");
            return expect.count(written, "minReplicas")
                    .map(min -> Fact.of(min, Origin.imported(written.get().at(), "minReplicas of the autoscaler")))
                    .orElseGet(() -> Fact.of(1, Origin.imported(scaler.at(), "an autoscaler keeps at least one")));
        });
    }

    private Optional<Manifest> scaler(Workload workload) {
        return scalers.stream()
                .filter(manifest -> workload.isIn(manifest.namespace()))
                .filter(manifest -> text(manifest, "kind").equals(workload.manifest().kind())
                        && text(manifest, "name").equals(workload.manifest().name()))
                .findFirst();
    }

    private static String text(Manifest scaler, String field) {
        return scaler.spec("scaleTargetRef", field).flatMap(Node::text).orElse("");
    }

    private void scaling(Manifest scaler, Facts.Builder facts) {
        count(scaler.spec("minReplicas"), "minReplicas", Keys.SCALE_MIN, facts);
        count(scaler.spec("maxReplicas"), "maxReplicas", Keys.SCALE_MAX, facts);
        List<String> signals = new ArrayList<>();
        for (Node metric : expect.items(scaler.spec("metrics"), "metrics")) {
            signal(metric).ifPresent(signals::add);
        }
        scaler.spec("targetCPUUtilizationPercentage").flatMap(Node::text).ifPresent(cpu -> signals.add("cpu " + cpu + "%"));
        if (!signals.isEmpty()) {
            facts.set(Keys.SCALE_SIGNAL, Fact.of(String.join(", ", signals), Origin.imported(scaler.at(), "")));
        }
    }

    private static Optional<String> signal(Node metric) {
        Optional<Node> detail = List.of("resource", "pods", "object", "external", "containerResource").stream()
                .flatMap(kind -> metric.field(kind).stream())
                .findFirst();
        Optional<String> name = detail.flatMap(d -> d.field("name").or(() -> d.path("metric", "name"))).flatMap(Node::text);
        String percent = detail.flatMap(d -> d.path("target", "averageUtilization"))
                .flatMap(Node::text)
                .map(value -> " " + value + "%")
                .orElse("");
        return name.map(n -> n + percent);
    }

    private void count(Optional<Node> node, String what, Key<Integer> key, Facts.Builder facts) {
        expect.count(node, what).ifPresent(n -> facts.set(key, Fact.of(n, Origin.imported(node.get().at(), ""))));
    }

    /** Kubernetes rounds a percentage up, of the pods that the workload wants. */
    private void disruption(Manifest budget, String field, Key<Integer> key, Fact<Integer> replicas, Facts.Builder facts) {
        Optional<Node> node = budget.spec(field);
        String text = node.flatMap(Node::text).orElse("");
        if (!text.matches("[0-9]{1,3}%")) {
            count(node, field, key, facts);
            return;
        }
        int percent = Integer.parseInt(text.replace("%", ""));
        if (replicas.isKnown()) {
            int count = (int) Math.ceil(replicas.or(0) * percent / 100.0);
            facts.set(key, Fact.of(count, Origin.imported(node.get().at(), text + " of " + replicas.or(0) + ", rounded up")));
        } else {
            problems.warning(
                    node.get().at(),
                    field + " is a share of a number that is not written",
                    "State disruption in architecture.yaml as a number.");
        }
    }
}
