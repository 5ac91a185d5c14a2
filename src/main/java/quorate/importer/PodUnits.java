package quorate.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Node;
import quorate.source.Problems;

/** Kubernetes workloads as units. The environment of all containers of a pod counts, the image of the main one. */
final class PodUnits {

    private static final Map<String, Words.ServiceType> TYPES =
            Map.of("Job", Words.ServiceType.JOB, "CronJob", Words.ServiceType.JOB);

    private final List<Manifest> manifests;
    private final Problems problems;
    private final Expect expect;
    private final PodEnvironment environment;
    private final PodPolicies policies;

    PodUnits(List<Manifest> manifests, Problems problems) {
        this.manifests = manifests;
        this.problems = problems;
        this.expect = new Expect(problems);
        this.environment = new PodEnvironment(manifests, expect);
        this.policies = new PodPolicies(manifests, problems);
    }

    Unit unit(Workload workload) {
        List<Setting> settings = new ArrayList<>();
        List<Written> command = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        expect.items(workload.podSpec().field("containers"), "containers");
        for (Node container : workload.containers()) {
            List<Setting> own = environment.of(container, workload.manifest().namespace());
            settings.addAll(own);
            boolean main = workload.mainContainer().filter(container::equals).isPresent();
            command.addAll(main ? 0 : command.size(), environment.words(container, own));
            for (Node port : main ? expect.items(container.field("ports"), "ports") : List.<Node>of()) {
                expect.count(port.field("containerPort"), "containerPort").ifPresent(ports::add);
            }
        }
        Optional<Written> image = workload.mainContainer().flatMap(c -> expect.text(c.field("image"), "image"));
        return new Unit(
                workload.id(),
                workload.manifest().at(),
                List.of(),
                image,
                settings,
                command,
                start(workload),
                ports,
                Storage.of(PodMounts.of(workload, expect), workload.manifest().at()),
                facts(workload, image));
    }

    private List<Setting> start(Workload workload) {
        List<Setting> start = new ArrayList<>();
        for (Node container : expect.items(workload.podSpec().field("initContainers"), "initContainers")) {
            List<Setting> own = environment.of(container, workload.manifest().namespace());
            start.addAll(own);
            environment.words(container, own).forEach(word -> start.add(new Setting(
                    "command", word.text().replaceAll("\\bnc -(?:z|vz|zv)w?[0-9]* ([A-Za-z0-9._-]+) ([0-9]+)", "$1:$2"), word.at())));
        }
        return start;
    }

    private Facts facts(Workload workload, Optional<Written> image) {
        Facts.Builder facts = Facts.at(workload.manifest().at());
        image.ifPresent(written -> facts.set(Keys.IMAGE, Fact.of(written.text(), Origin.imported(written.at(), ""))));
        PodSelection.read(workload, facts);
        replicas(workload, facts);
        restarts(workload, facts);
        workload.mainContainer().ifPresent(container -> PodProbes.read(container, facts));
        PodSpread.read(workload, facts, problems);
        policies.read(workload, facts);
        if (TYPES.containsKey(workload.manifest().kind())) {
            facts.set(
                    Keys.SERVICE_TYPE,
                    Fact.of(
                            TYPES.get(workload.manifest().kind()),
                            Origin.imported(workload.manifest().at(), workload.manifest().kind())));
        }
        boolean claims = workload.manifest().spec("volumeClaimTemplates").isPresent();
        if (claims) {
            facts.set(
                    Keys.STATEFUL,
                    Fact.of(true, Origin.imported(workload.manifest().at(), "each pod has a claim of its own")));
        }
        return facts.build();
    }

    /** An autoscaler sets the number of a workload that states none; what a workload states is where it starts. */
    private void replicas(Workload workload, Facts.Builder facts) {
        Manifest manifest = workload.manifest();
        if (manifest.kind().equals("Pod")) {
            facts.set(Keys.REPLICAS, Fact.of(1, Origin.imported(manifest.at(), "a Pod of its own is one instance")));
        }
        if (!List.of("Deployment", "StatefulSet", "ReplicaSet", "ReplicationController").contains(manifest.kind())) {
            return;
        }
        Optional<Node> written = manifest.spec("replicas").filter(node -> node.text().isPresent());
        Optional<Integer> count = expect.count(written, "replicas");
        count.ifPresent(n -> facts.set(Keys.REPLICAS, Fact.of(n, Origin.imported(written.get().at(), ""))));
        if (written.isEmpty()) {
            facts.set(
                    Keys.REPLICAS,
                    policies.minimum(workload).orElseGet(() -> Fact.of(
                            1, Origin.imported(manifest.at(), "Kubernetes runs one when no replicas are written"))));
        }
    }

    /** Pods of these kinds are always started again: Kubernetes allows them no other restart policy. */
    private static void restarts(Workload workload, Facts.Builder facts) {
        String kind = workload.manifest().kind();
        if (List.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController").contains(kind)) {
            facts.set(
                    Keys.RESTARTS,
                    Fact.of(true, Origin.imported(workload.manifest().at(), "a " + kind + " starts its pods again")));
        } else if (kind.equals("Pod")) {
            workload.podSpec().field("restartPolicy").ifPresent(policy -> facts.set(
                    Keys.RESTARTS,
                    Fact.of(!policy.text().orElse("").equals("Never"), Origin.imported(policy.at(), "restartPolicy"))));
        }
    }
}
