package quorate.importer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.source.Node;

/** A {@code truth.yaml} of the corpus. Names are compared in lower case with hyphens. */
final class CorpusTruth {

    record Pair(String from, String to) {}

    final Set<String> services = new LinkedHashSet<>();
    final Set<String> infrastructure = new LinkedHashSet<>();
    final Set<String> watchers = new HashSet<>();
    final Map<String, String> storeReplicas = new LinkedHashMap<>();
    final Set<String> brokers = new HashSet<>();
    /** Topics and queues, which the truth names beside their broker. */
    final Set<String> channels = new HashSet<>();
    /** Other names of a component: the members of a cluster, the versions of a service. */
    final Map<String, String> aliases = new HashMap<>();
    final Set<Pair> recalled = new LinkedHashSet<>();
    final Set<Pair> allowed = new LinkedHashSet<>();
    /** Components to which links are told in words only; the schema neither rewards nor punishes those. */
    final Set<String> inWords = new HashSet<>();

    CorpusTruth(Node truth) {
        truth.field("services").ifPresent(list -> list.items().forEach(item -> item.text()
                .ifPresent(s -> services.add(name(s)))));
        for (Node item : truth.field("infrastructure").map(Node::items).orElse(List.of())) {
            String id = text(item, "name");
            infrastructure.add(id);
            if (text(item, "role").matches(".*(telemetry|tracing|metrics|logs|dashboard|monitor|zipkin|turbine|admin-ui).*")) {
                watchers.add(id);
            }
        }
        for (String section : List.of("data_stores", "brokers")) {
            truth.field(section).ifPresent(list -> list.items().forEach(item -> store(item, section.equals("brokers"))));
        }
        truth.field("versions").ifPresent(v -> versions((Node.Fields) v));
        for (String words : List.of("telemetry", "coordination")) {
            truth.path("edges", words).flatMap(Node::text).ifPresent(text -> Pattern.compile("-> ([A-Za-z0-9-]+)")
                    .matcher(text).results().forEach(found -> inWords.add(name(found.group(1)))));
        }
        truth.field("channels").ifPresent(list -> list.items().forEach(item -> item.text()
                .ifPresent(c -> channels.add(name(c)))));
        brokers.addAll(channels);
        truth.path("edges", "shared_config").flatMap(Node::text)
                .ifPresent(text -> List.of(text.split("[^A-Za-z0-9-]+")).forEach(word -> inWords.add(name(word))));
        for (String list : List.of("sync", "data", "async", "replication", "startup_only", "depends_on_rest", "telemetry",
                "dangling", "implied", "implied_by_name_only")) {
            for (Node edge : truth.path("edges", list).map(Node::items).orElse(List.of())) {
                if (edge.items().size() >= 2) {
                    Pair pair = new Pair(at(edge, 0), at(edge, 1));
                    allowed.add(pair);
                    if (List.of("sync", "data", "async").contains(list)) {
                        recalled.add(pair);
                    }
                }
            }
        }
    }

    private void store(Node item, boolean broker) {
        String id = text(item, "name");
        storeReplicas.put(id, text(item, "replicas"));
        if (broker) {
            brokers.add(id);
        }
        item.field("members").ifPresent(m -> m.items().forEach(one -> aliases.put(name(one.text().orElse("")), id)));
        item.field("controller").ifPresent(m -> m.items().forEach(one -> infrastructure.add(name(one.text().orElse("")))));
        if (item.field("evidence").isPresent()) {
            Matcher workload = Pattern.compile("Deployment ([a-z0-9-]+) with").matcher(text(item, "evidence"));
            if (workload.find()) {
                aliases.put(workload.group(1), id);
            }
        }
    }

    private void versions(Node.Fields versions) {
        versions.values().forEach((service, list) -> list.items().forEach(
                version -> aliases.put(name(service) + "-" + version.text().orElse(""), name(service))));
    }

    private static String at(Node edge, int i) {
        return name(edge.items().get(i).text().orElse(""));
    }

    private static String text(Node item, String field) {
        return name(item.field(field).flatMap(Node::text).orElse(""));
    }

    static String name(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[_ ]", "-");
    }

    /** The name under which the truth knows a component. */
    String known(String id) {
        String name = name(id);
        return aliases.getOrDefault(name, name);
    }
}
