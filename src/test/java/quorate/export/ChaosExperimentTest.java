package quorate.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    private final Map<String, ChaosExperiment.Draft> drafts = ChaosExperiment.all(review);

    @Test
    void everyScenarioWithoutAnExercisedExperimentHasADraft() {
        for (Scenario scenario : review.input().derived().scenarios()) {
            boolean drafted = drafts.containsKey(scenario.failure().id());
            assertEquals(!scenario.failure().id().equals("crash/web"), drafted, scenario.failure().id());
        }
    }

    @Test
    void hypothesisIsWhatWasComputed() {
        for (Scenario scenario : review.input().derived().scenarios()) {
            String name = scenario.failure().id();
            if (drafts.containsKey(name)) {
                Node draft = one(name, drafts.get(name).plain());
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
        for (Map.Entry<String, ChaosExperiment.Draft> draft : drafts.entrySet()) {
            for (Node resource : documents(draft.getKey(), draft.getValue().chaosMesh())) {
                known(draft.getKey(), (Node.Fields) resource);
                resources++;
            }
        }
        assertTrue(resources > 6, drafts.keySet().toString());
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
        assertEquals("", drafts.get("zone-loss/rack-1").chaosMesh(), "Kubernetes has no label for racks");
    }

    @Test
    void particularsOfAPartitionAndOfALostZone() {
        Node cut = mesh("partition/web -> cart");
        assertEquals("partition", cut.path("spec", "action").get().text().get());
        assertEquals("cart", cut.path("spec", "target", "selector", "labelSelectors", "app.kubernetes.io/name").get().text().get());
        Node bank = mesh("partition/cart -> bank");
        assertEquals(1, bank.path("spec", "externalTargets").get().items().size());
        Node zone = mesh("zone-loss/a");
        assertEquals("a", zone.path("spec", "selector", "nodeSelectors", "topology.kubernetes.io/zone").get().text().get());
    }

    @Test
    void everyGuessIsMarked() {
        String text = drafts.get("zone-loss/a").chaosMesh();
        text.lines().filter(line -> line.contains("namespaces:") || line.contains("topology.kubernetes.io"))
                .forEach(line -> assertTrue(line.contains("# placeholder: "), line));
    }

    @Test
    void whereNamespaceAndLabelsAreKnownTheySelectThePods() {
        String known = SHOP.replace("web: {type: gateway,", "web: {kubernetes: {namespace: shop, pod-labels: [app=web, tier=front]}, type: gateway,")
                .replace("\"cart\": {", "\"cart\": {kubernetes: {namespace: shop, pod-labels: [no label]}, ");
        Map<String, ChaosExperiment.Draft> selecting = ChaosExperiment.all(Fixture.of("shop", known));
        String text = selecting.get("partition/web -> cart").chaosMesh();
        Node cut = one("cut", text);
        assertEquals("shop", cut.path("spec", "selector", "namespaces").get().items().get(0).text().get());
        Node labels = cut.path("spec", "selector", "labelSelectors").get();
        assertEquals(Set.of("app", "tier"), ((Node.Fields) labels).values().keySet());
        assertEquals("front", labels.field("tier").get().text().get());
        assertTrue(text.contains("app: web  # declared architecture.yaml:"), text);
        assertTrue(text.contains("app.kubernetes.io/name: cart  # placeholder: "), text);
        String zone = selecting.get("zone-loss/a").chaosMesh();
        assertTrue(zone.contains("[shop]  # placeholder: namespaces of the system; those of some components are not stated"), zone);
    }

    @Test
    void eachCallerOfAnExternalIsCutOffByItsOwnSelector() {
        String two = SHOP.replace("readiness:", "  - {from: web, to: bank, mode: sync, purpose: call}\nreadiness:");
        String text = ChaosExperiment.all(Fixture.of("shop", two)).get("crash/bank").chaosMesh();
        List<Node> resources = documents("bank", text);
        assertEquals(2, resources.size(), text);
        assertEquals(2, resources.stream().map(one -> one.path("metadata", "name").get().text().get()).distinct().count(), text);
        resources.forEach(one -> known("bank", (Node.Fields) one));
    }

    /** To apply the file by mistake breaks nothing: what breaks something is text in it. */
    @Test
    void oneFileListsAllOfThem() {
        Node file = one("experiments.yaml", ChaosExperiment.list(drafts));
        assertEquals(Set.of("experiments"), ((Node.Fields) file).values().keySet());
        List<Node> listed = file.field("experiments").get().items();
        assertEquals(List.copyOf(drafts.keySet()), listed.stream().map(one -> one.field("scenario").get().text().get()).toList());
        for (Node one : listed) {
            ChaosExperiment.Draft draft = drafts.get(one.field("scenario").get().text().get());
            assertEquals(draft.chaosMesh(), one.field("chaos-mesh").flatMap(Node::text).orElse(""));
            Set<String> fields = new TreeSet<>(((Node.Fields) one).values().keySet());
            fields.remove("chaos-mesh");
            assertEquals(fields, new TreeSet<>(((Node.Fields) one("draft", draft.plain())).values().keySet()));
        }
    }

    private Node mesh(String failure) {
        return one(failure, drafts.get(failure).chaosMesh());
    }

    private static Node one(String name, String text) {
        List<Node> documents = documents(name, text);
        assertEquals(1, documents.size(), name);
        return documents.get(0);
    }

    private static List<Node> documents(String name, String text) {
        Problems problems = new Problems();
        List<Node> documents = Yaml.documents(new SourceFile(name, text), Limits.DEFAULT, problems);
        assertEquals(List.of(), problems.all(), text);
        return documents;
    }
}
