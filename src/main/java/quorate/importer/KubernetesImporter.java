package quorate.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Origin;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;

/**
 * Reads Kubernetes manifests, in YAML or JSON, and the parts of Istio that bound calls.
 *
 * <p>A component is called like its workload, not like the Service in front of it; several workloads that callers cannot tell
 * apart (the versions of one app) are one component. A workload without replicas runs one pod, as Kubernetes documents; a
 * DaemonSet's number depends on the nodes and stays unknown.
 */
public final class KubernetesImporter implements Importer {

    private static final Pattern VERSION = Pattern.compile("(?m)(?:^\\s*|[{,-]\\s*)[\"']?apiVersion[\"']?\\s*:\\s*[\"']?([^\\s\"',]+)");
    private static final Pattern KIND = Pattern.compile("(?m)[\"']?kind[\"']?\\s*:\\s*[\"']?[A-Z]");
    /** Groups of objects that look like Kubernetes, but are for another program, or are read by another importer. */
    static final Set<String> OTHERS =
            Set.of("backstage.io", "dapr.io", "kustomize.config.k8s.io", "helm.sh", "skaffold", "tilt.dev", "jkube", "score.dev");
    private static final String IGNORE = "quorate.io/ignore.";

    @Override
    public String name() {
        return "kubernetes";
    }

    @Override
    public boolean accepts(SourceFile file) {
        if (!Set.of("yml", "yaml", "json").contains(file.extension()) || !KIND.matcher(file.text()).find()) {
            return false;
        }
        return VERSION.matcher(file.text())
                .results()
                .map(found -> found.group(1))
                .anyMatch(version -> OTHERS.stream().noneMatch(version::startsWith));
    }

    @Override
    public Draft read(List<SourceFile> files, Context context) {
        Problems problems = new Problems();
        List<Manifest> manifests = Manifests.read(files, context.folder().limits(), problems);
        List<Workload> workloads = Workload.of(manifests, problems);
        PodUnits reader = new PodUnits(manifests, problems);
        List<Unit> units = workloads.stream().map(reader::unit).toList();
        PodNames names = new PodNames(manifests, workloads, problems);
        Map<String, Written> externals = names.externals();
        Assembly assembly = Assembly.of(
                units,
                names.groups(),
                names.hosts(units),
                context.recognizer(),
                host -> names.leadsNowhere(host),
                problems);
        names.report();
        externals(units, externals, assembly);
        Routes routes = new Routes(manifests, assembly);
        routes.read();
        new Mesh(manifests, assembly, routes, problems).read();
        List<Entity> entities = new ArrayList<>(assembly.entities());
        entities.addAll(acceptances(workloads, assembly, problems));
        Set<String> sources = new TreeSet<>();
        files.forEach(file -> sources.add(file.path()));
        return new Draft(entities, assembly.links(), problems.all(), List.copyOf(sources), assembly.hosts());
    }

    /** A Service that is only another name of a host outside leads there. */
    private static void externals(List<Unit> units, Map<String, Written> externals, Assembly assembly) {
        for (Unit unit : units) {
            for (Setting setting : unit.settings()) {
                for (Address address : Address.in(setting.name(), setting.value())) {
                    Written outside = externals.get(address.host());
                    if (outside != null) {
                        String how = "environment " + setting.name() + " names " + address.shown();
                        assembly.add(new Entity(Kind.EXTERNAL, outside.text(), Facts.none(outside.at()), outside.at()));
                        assembly.book().call(
                                assembly.component(unit.id()), outside.text(), setting.at(), how, address.scheme());
                    }
                }
            }
        }
    }

    /** {@code quorate.io/ignore.<rule>: reason} on a workload accepts that finding. */
    private static List<Entity> acceptances(List<Workload> workloads, Assembly assembly, Problems problems) {
        List<Entity> all = new ArrayList<>();
        for (Workload workload : workloads) {
            Node annotations = workload.manifest().node().path("metadata", "annotations").orElse(workload.manifest().node());
            workload.manifest().annotations().forEach((name, reason) -> {
                if (name.startsWith(IGNORE) && annotations instanceof Node.Fields fields) {
                    Location at = fields.keyAt(name);
                    if (reason.isBlank()) {
                        problems.error(at, "the annotation " + name + " accepts a finding, but gives no reason", "Write the reason as its value.");
                        return;
                    }
                    all.add(acceptance(name.substring(IGNORE.length()), assembly.component(workload.id()), reason, at));
                }
            });
        }
        return all;
    }

    private static Entity acceptance(String rule, String subject, String reason, Location at) {
        Origin origin = Origin.imported(at, "annotation");
        Facts facts = Facts.at(at)
                .set(Keys.ACCEPTED_RULE, Fact.of(rule, origin))
                .set(Keys.ACCEPTED_SUBJECT, Fact.of(subject, origin))
                .set(Keys.REASON, Fact.of(reason, origin))
                .build();
        return new Entity(Kind.ACCEPTANCE, rule + "@" + subject, facts, at);
    }
}
