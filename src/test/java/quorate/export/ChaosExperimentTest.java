package quorate.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import quorate.derive.Scenario;
import quorate.review.Review;
import quorate.source.Limits;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Yaml;

/** Drafts of experiments: the hypothesis is what was computed, and Chaos Mesh would take its resources. */
class ChaosExperimentTest {

    private static final String SHOP = """
            fault-domains:
              eu: {kind: region}
              a: {kind: zone, in: eu}
              b: {kind: zone, in: eu}
              rack-1: {kind: rack, in: a}
            services:
              web: {type: gateway, replicas: 2, placement: [a, b]}
              "cart": {replicas: 2, placement: [a, b], name: "Cart: the one, with commas"}
            stores:
              carts: {type: database, replicas: 3, placement: [a, b], failover: {mode: automatic, detect: 10s, decide: 5s, redirect: 5s}, replication: {topology: single-leader, mode: async}}
            externals:
              bank: {}
            journeys:
              buy: {entry: web, uses: [{link: web -> cart, need: hard}, {link: cart -> carts, need: hard}, {link: cart -> bank, need: soft}], slo: {availability: 99.9%}}
            links:
              - {from: web, to: cart, mode: sync, purpose: call, timeout: {total: 2s}}
              - {from: cart, to: carts, mode: sync, purpose: write}
              - {from: cart, to: bank, mode: sync, purpose: call, fallback: later}
            readiness:
              kill-web: {kind: experiment, covers: [crash], about: [web], exercised: 2026-01-01}
              kill-cart: {kind: experiment, covers: [crash], about: [cart]}
            """;

    /** Fields of the specifications in Chaos Mesh 2.7, by kind; those of selectors are the same for all. */
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "PodChaos", Set.of("action", "mode", "selector", "duration"),
            "NetworkChaos", Set.of("action", "mode", "selector", "direction", "target", "externalTargets", "delay", "duration"),
            "StressChaos", Set.of("mode", "selector", "stressors", "duration"),
            "TimeChaos", Set.of("mode", "selector", "timeOffset", "duration"),
            "IOChaos", Set.of("action", "mode", "selector", "volumePath", "path", "delay", "percent", "duration"));
    private static final Set<String> SELECTORS = Set.of("namespaces", "labelSelectors", "expressionSelectors", "nodeSelectors");

    private final Review review = Fixture.of("shop", SHOP);
    private final Map<String, String> files = ChaosExperiment.all(Reviewed.of(review));

    @Test
    void everyScenarioWithoutAnExercisedExperimentHasADraft() {
        for (Scenario scenario : review.input().derived().scenarios()) {
            boolean drafted = files.containsKey(scenario.failure().fileName() + ".yaml");
            assertEquals(!scenario.failure().id().equals("crash/web"), drafted, scenario.failure().id());
        }
    }

    @Test
    void hypothesisIsWhatWasComputed() {
        for (Scenario scenario : review.input().derived().scenarios()) {
            String name = scenario.failure().fileName() + ".yaml";
            if (files.containsKey(name)) {
                Node draft = one(name);
                assertEquals(scenario.failure().id(), draft.field("scenario").get().text().get());
                List<Node> journeys = draft.path("hypothesis", "journeys").get().items();
                assertEquals(scenario.journeys().size(), journeys.size(), name);
                for (int i = 0; i < journeys.size(); i++) {
                    assertEquals(scenario.journeys().get(i).during().words(), journeys.get(i).field("during").get().text().get());
                }
                for (String part : List.of("method", "abort-when", "rollback")) {
                    assertFalse(draft.field(part).get().items().isEmpty(), part);
                }
            }
        }
    }

    @Test
    void chaosMeshWouldKnowEveryField() {
        int resources = 0;
        for (String name : files.keySet()) {
            if (name.endsWith(".chaos-mesh.yaml")) {
                for (Node resource : all(name)) {
                    known(name, (Node.Fields) resource);
                    resources++;
                }
            }
        }
        assertTrue(resources > 6, files.keySet().toString());
    }

    private static void known(String file, Node.Fields resource) {
        assertEquals("chaos-mesh.org/v1alpha1", resource.field("apiVersion").get().text().get());
        String kind = resource.field("kind").get().text().get();
        Node.Fields spec = (Node.Fields) resource.field("spec").get();
        assertTrue(FIELDS.get(kind).containsAll(spec.values().keySet()), file + " " + spec.values().keySet());
        assertTrue(Set.of("one", "all").contains(spec.field("mode").get().text().get()));
        Node.Fields selector = (Node.Fields) spec.field("selector").get();
        assertTrue(SELECTORS.containsAll(selector.values().keySet()), file);
        assertTrue(resource.path("metadata", "name").get().text().get().matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"), file);
    }

    @Test
    void failuresThatNoKindMakesHaveNoResource() {
        assertTrue(files.containsKey("zone-loss.rack-1.yaml"));
        assertFalse(files.containsKey("zone-loss.rack-1.chaos-mesh.yaml"), "Kubernetes has no label for racks");
    }

    @Test
    void particularsOfAPartitionAndOfALostZone() {
        Node cut = one("partition.web.to.cart.chaos-mesh.yaml");
        assertEquals("partition", cut.path("spec", "action").get().text().get());
        assertEquals("cart", cut.path("spec", "target", "selector", "labelSelectors", "app.kubernetes.io/name").get().text().get());
        Node bank = one("partition.cart.to.bank.chaos-mesh.yaml");
        assertEquals(1, bank.path("spec", "externalTargets").get().items().size());
        Node zone = one("zone-loss.a.chaos-mesh.yaml");
        assertEquals("a", zone.path("spec", "selector", "nodeSelectors", "topology.kubernetes.io/zone").get().text().get());
    }

    @Test
    void everyGuessIsMarked() {
        String text = files.get("zone-loss.a.chaos-mesh.yaml");
        text.lines().filter(line -> line.contains("namespaces:") || line.contains("topology.kubernetes.io"))
                .forEach(line -> assertTrue(line.contains("# placeholder: "), line));
    }

    @Test
    void whereNamespaceAndLabelsAreKnownTheySelectThePods() {
        String known = SHOP.replace("web: {type: gateway,", "web: {kubernetes: {namespace: shop, pod-labels: [app=web, tier=front]}, type: gateway,")
                .replace("\"cart\": {", "\"cart\": {kubernetes: {namespace: shop, pod-labels: [no label]}, ");
        Map<String, String> drafts = ChaosExperiment.all(Reviewed.of(Fixture.of("shop", known)));
        String text = drafts.get("partition.web.to.cart.chaos-mesh.yaml");
        Node cut = Yaml.documents(new SourceFile("cut", text), Limits.DEFAULT, new Problems()).get(0);
        assertEquals("shop", cut.path("spec", "selector", "namespaces").get().items().get(0).text().get());
        Node labels = cut.path("spec", "selector", "labelSelectors").get();
        assertEquals(Set.of("app", "tier"), ((Node.Fields) labels).values().keySet());
        assertEquals("front", labels.field("tier").get().text().get());
        assertTrue(text.contains("app: web  # declared architecture.yaml:"), text);
        assertTrue(text.contains("app.kubernetes.io/name: cart  # placeholder: "), text);
        String zone = drafts.get("zone-loss.a.chaos-mesh.yaml");
        assertTrue(zone.contains("[shop]  # placeholder: namespaces of the system; those of some components are not stated"), zone);
    }

    @Test
    void eachCallerOfAnExternalIsCutOffByItsOwnSelector() {
        String two = SHOP.replace("readiness:", "  - {from: web, to: bank, mode: sync, purpose: call}\nreadiness:");
        String text = ChaosExperiment.all(Reviewed.of(Fixture.of("shop", two))).get("crash.bank.chaos-mesh.yaml");
        List<Node> resources = Yaml.documents(new SourceFile("bank", text), Limits.DEFAULT, new Problems());
        assertEquals(2, resources.size(), text);
        assertEquals(2, resources.stream().map(one -> one.path("metadata", "name").get().text().get()).distinct().count(), text);
        resources.forEach(one -> known("bank", (Node.Fields) one));
    }

    private Node one(String name) {
        List<Node> documents = all(name);
        assertEquals(1, documents.size(), name);
        return documents.get(0);
    }

    private List<Node> all(String name) {
        assertTrue(files.containsKey(name), name + " in " + files.keySet());
        Problems problems = new Problems();
        List<Node> documents = Yaml.documents(new SourceFile(name, files.get(name)), Limits.DEFAULT, problems);
        assertEquals(List.of(), problems.all(), files.get(name));
        return documents;
    }
}
