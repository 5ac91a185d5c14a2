package quorate.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import quorate.source.Node;
import quorate.source.Problems;

/**
 * The names by which workloads are reached, from the Services that select them, and the workloads that are one component to
 * their callers: all those behind one Service, or the versions of one app by the labels {@code app} and {@code version}.
 */
final class PodNames {

    private final List<Manifest> services;
    private final List<Workload> workloads;
    private final Problems problems;
    private final Map<Manifest, List<Workload>> behind = new LinkedHashMap<>();

    PodNames(List<Manifest> manifests, List<Workload> workloads, Problems problems) {
        this.services = manifests.stream().filter(m -> m.kind().equals("Service")).toList();
        this.workloads = workloads;
        this.problems = problems;
        Map<String, List<Workload>> byLabel = new HashMap<>();
        workloads.stream()
                .filter(w -> !List.of("Job", "CronJob").contains(w.manifest().kind()))
                .forEach(w -> w.labels().forEach((key, value) ->
                        byLabel.computeIfAbsent(key + "=" + value, k -> new ArrayList<>()).add(w)));
        for (Manifest service : services) {
            Selector selector = Selector.plain(service.spec("selector"));
            List<Workload> candidates = byLabel.getOrDefault(selector.someLabel().orElse(""), List.of());
            behind.put(service, candidates.stream()
                    .filter(w -> w.isIn(service.namespace()) && selector.matches(w.labels()))
                    .toList());
        }
    }

    /** Workloads that callers cannot tell apart. */
    List<Cluster> groups() {
        Map<String, Cluster> groups = new LinkedHashMap<>();
        Map<String, List<Workload>> versions = workloads.stream()
                .filter(PodNames::isVersion)
                .collect(Collectors.groupingBy(w -> w.labels().get("app"), LinkedHashMap::new, Collectors.toList()));
        versions.forEach((app, all) -> group(app, all, "labels app and version").ifPresent(g -> groups.put(app, g)));
        behind.forEach((service, all) -> {
            if (all.size() > 1 && all.stream().noneMatch(w -> hasServiceOfItsOwn(w, service))) {
                group(service.name(), all, "Service " + service.name()).ifPresent(g -> groups.putIfAbsent(service.name(), g));
            }
        });
        return List.copyOf(groups.values());
    }

    /** Istio's convention: a workload of app {@code reviews} and version {@code v2} is called {@code reviews-v2}. */
    private static boolean isVersion(Workload workload) {
        String app = workload.labels().get("app");
        String version = workload.labels().get("version");
        String name = workload.manifest().name();
        return app != null && version != null && (name.equals(app + "-" + version) || name.equals(app));
    }

    /** A group whose name another workload bears stays apart. */
    private Optional<Cluster> group(String id, List<Workload> members, String how) {
        boolean taken = workloads.stream().anyMatch(w -> w.id().equals(id) && !members.contains(w));
        List<String> ids = members.stream().map(Workload::id).toList();
        return taken
                ? Optional.empty()
                : Optional.of(new Cluster(id, ids, Optional.empty(), false, how, members.get(0).manifest().at()));
    }

    private boolean hasServiceOfItsOwn(Workload workload, Manifest wider) {
        return behind.entrySet().stream()
                .anyMatch(e -> !e.getKey().equals(wider)
                        && e.getValue().contains(workload)
                        && e.getValue().size() < behind.get(wider).size());
    }

    /** Names of Services, short and long, for the unit behind them. */
    Hosts hosts(List<Unit> units) {
        Hosts hosts = new Hosts();
        for (Manifest service : services) {
            List<Workload> all = behind.get(service);
            if (!all.isEmpty()) {
                names(service).forEach(name -> hosts.add(name, all.get(0).id()));
            }
            if (all.size() > 1 && all.stream().anyMatch(w -> hasServiceOfItsOwn(w, service))) {
                problems.warning(
                        service.at(),
                        "Service " + service.name() + " selects several workloads that have Services of their own; a call"
                                + " to it is read as a call to " + all.get(0).id(),
                        "State the link in architecture.yaml if that is wrong.");
            }
        }
        for (Workload workload : workloads) {
            // Pods of a StatefulSet have names of their own below its Service.
            workload.manifest().spec("serviceName").flatMap(Node::text)
                    .ifPresent(service -> podNames(workload, service).forEach(name -> hosts.add(name, workload.id())));
        }
        return hosts;
    }

    private static List<String> podNames(Workload workload, String service) {
        List<String> names = new ArrayList<>();
        int count = workload.manifest().spec("replicas").flatMap(Node::text)
                .filter(text -> text.matches("[0-9]{1,3}")).map(Integer::valueOf).orElse(1);
        for (int i = 0; i < count; i++) {
            String pod = workload.manifest().name() + "-" + i + "." + service;
            names.addAll(domains(pod, workload.manifest().namespace()));
        }
        return names;
    }

    private static List<String> names(Manifest service) {
        List<String> names = new ArrayList<>(domains(service.name(), service.namespace()));
        return names;
    }

    private static List<String> domains(String name, String namespace) {
        String full = name + "." + namespace;
        return List.of(name, full, full + ".svc", full + ".svc.cluster.local");
    }

    /** Says which Services lead nowhere, and whether a host is one of them. */
    boolean leadsNowhere(String host) {
        return services.stream()
                .filter(service -> behind.get(service).isEmpty())
                .anyMatch(service -> names(service).contains(host));
    }

    void report() {
        for (Manifest service : services) {
            if (behind.get(service).isEmpty()) {
                boolean external = service.spec("type").flatMap(Node::text).filter("ExternalName"::equals).isPresent();
                boolean selects = service.spec("selector").isPresent();
                if (!external) {
                    problems.warning(
                            service.at(),
                            "Service " + service.name() + (selects
                                    ? " selects no workload of these files"
                                    : " has no selector, so what it leads to is unknown"),
                            "Calls to it are left out; state them in architecture.yaml.");
                }
            }
        }
    }

    /** Services that are another name of a host outside. */
    Map<String, Written> externals() {
        Map<String, Written> externals = new LinkedHashMap<>();
        for (Manifest service : services) {
            service.spec("externalName").ifPresent(name -> name.text().ifPresent(text ->
                    names(service).forEach(alias -> externals.put(alias, new Written(text, name.at())))));
        }
        return externals;
    }
}
