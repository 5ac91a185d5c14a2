package quorate.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.derive.Scenario;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Label;
import quorate.model.Link;
import quorate.model.Subject;
import quorate.model.ValueType;
import quorate.model.Words.DomainKind;

/**
 * A failure as resources of Chaos Mesh 2 (chaos-mesh.org/docs, {@code chaos-mesh.org/v1alpha1}). What the architecture does
 * not say - a namespace, labels of pods, paths - is a placeholder and marked as one. A failure that none of its kinds makes
 * has no resource.
 */
final class ChaosMesh {

    private static final String PLACEHOLDER = "placeholder: ";
    private static final String LABEL = "app.kubernetes.io/name";

    private final Architecture architecture;
    private final Scenario scenario;
    private final Subject subject;
    private final String name;

    ChaosMesh(Architecture architecture, Scenario scenario) {
        this.architecture = architecture;
        this.scenario = scenario;
        this.subject = scenario.failure().subject();
        this.name = resourceName(scenario.failure().slug());
    }

    /** A DNS label (RFC 1123), which has at most 63 letters. */
    private static String resourceName(String slug) {
        String cut = slug.length() > 60 ? slug.substring(0, 60) : slug;
        return cut.replaceAll("^-+|-+$", "");
    }

    /** The resources, each a YAML document; empty where Chaos Mesh has no kind for the failure. */
    List<YamlTree> resources() {
        return switch (scenario.failure().kind()) {
            case CRASH -> subject.kind() == Kind.EXTERNAL ? external() : ofPods("pod-failure", "all", true);
            case REPLICA_LOSS -> ofPods("pod-kill", "one", false);
            case LEADER_LOSS -> leader();
            case COLD_CACHE -> ofPods("pod-kill", "all", false);
            case ZONE_LOSS, REGION_LOSS -> domainLost();
            case PARTITION -> subject instanceof Link link ? cut(link) : cutOff();
            case SLOW -> slow();
            case OVERLOAD -> overload();
            case CLOCK_SKEW -> clockSkew();
            default -> List.of();
        };
    }

    /** Whether it is something that can run in pods. */
    private boolean hasPods(Subject one) {
        return one.kind() == Kind.SERVICE || one.kind() == Kind.STORE || one.kind() == Kind.CHANNEL;
    }

    private List<YamlTree> ofPods(String action, String mode, boolean lasting) {
        if (!hasPods(subject)) {
            return List.of();
        }
        YamlTree tree = resource("PodChaos", name);
        spec(tree, "action", action, "");
        spec(tree, "mode", mode, "");
        pods(tree, List.of("spec"), subject);
        if (lasting) {
            duration(tree);
        }
        return List.of(tree);
    }

    private List<YamlTree> leader() {
        List<YamlTree> trees = ofPods("pod-kill", "one", false);
        trees.forEach(tree -> tree.state(
                List.of("metadata", "annotations", "note"),
                YamlText.scalar("Narrow the selector to the pod that leads; which one that is changes."), ""));
        return trees;
    }

    /** A resource for each caller, since a selector means the pods that carry all of its labels. */
    private List<YamlTree> external() {
        List<YamlTree> trees = new ArrayList<>();
        List<Subject> callers = callers(subject.id());
        for (Subject caller : callers) {
            YamlTree tree = network("partition", callers.size() == 1 ? "" : suffix(caller));
            pods(tree, List.of("spec"), caller);
            spec(tree, "direction", "to", "");
            spec(tree, "externalTargets", "[" + YamlText.scalar(subject.id() + ".example") + "]", PLACEHOLDER + "host name or address");
            duration(tree);
            trees.add(tree);
        }
        return trees;
    }

    private static String suffix(Subject one) {
        return "-" + resourceName(one.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    }

    private List<YamlTree> domainLost() {
        Optional<String> label = topology(subject);
        if (label.isEmpty()) {
            return List.of();
        }
        YamlTree tree = resource("PodChaos", name);
        spec(tree, "action", "pod-failure", "");
        spec(tree, "mode", "all", "");
        placed(tree, List.of("spec"), subject, label.get());
        duration(tree);
        return List.of(tree);
    }

    /** A resource for each other fault domain of its kind, since a selector names one value of a label. */
    private List<YamlTree> cutOff() {
        Optional<String> label = topology(subject);
        List<YamlTree> trees = new ArrayList<>();
        for (Entity other : architecture.all(Kind.FAULT_DOMAIN)) {
            boolean apart = scenario.failure().islands().size() == 2
                    && scenario.failure().islands().get(1).contains(other.id())
                    && topology(other).equals(label);
            if (label.isPresent() && apart) {
                YamlTree tree = network("partition", suffix(other));
                placed(tree, List.of("spec"), subject, label.get());
                spec(tree, "direction", "both", "");
                tree.state(List.of("spec", "target", "mode"), "all", "");
                placed(tree, List.of("spec", "target"), other, label.get());
                duration(tree);
                trees.add(tree);
            }
        }
        return trees;
    }

    private List<YamlTree> cut(Link link) {
        Optional<Entity> from = architecture.component(link.from()).filter(this::hasPods);
        Optional<Entity> to = architecture.component(link.to());
        if (from.isEmpty() || to.isEmpty()) {
            return List.of();
        }
        YamlTree tree = network("partition", "");
        pods(tree, List.of("spec"), from.get());
        if (hasPods(to.get())) {
            spec(tree, "direction", "both", "");
            tree.state(List.of("spec", "target", "mode"), "all", "");
            pods(tree, List.of("spec", "target"), to.get());
        } else {
            spec(tree, "direction", "to", "");
            spec(tree, "externalTargets", "[" + YamlText.scalar(link.to() + ".example") + "]", PLACEHOLDER + "host name or address");
        }
        duration(tree);
        return List.of(tree);
    }

    /** Longer than its callers wait, where they say how long; of a store the disk too. */
    private List<YamlTree> slow() {
        if (!hasPods(subject)) {
            return List.of();
        }
        Optional<java.time.Duration> longest = architecture.linksTo(subject.id()).stream()
                .flatMap(link -> link.get(Keys.TIMEOUT_TOTAL).value().stream())
                .max(java.util.Comparator.naturalOrder());
        String latency = longest.map(wait -> wait.toMillis() + "ms").orElse("1000ms");
        String why = longest.isPresent() ? "the longest total timeout of its callers" : PLACEHOLDER + "no caller states a total timeout";
        YamlTree tree = network("delay", "");
        pods(tree, List.of("spec"), subject);
        spec(tree, "direction", "to", "");
        tree.state(List.of("spec", "delay", "latency"), YamlText.scalar(latency), why);
        duration(tree);
        if (subject.kind() != Kind.STORE) {
            return List.of(tree);
        }
        YamlTree disk = resource("IOChaos", resourceName(name) + "-disk");
        spec(disk, "action", "latency", "");
        spec(disk, "mode", "all", "");
        pods(disk, List.of("spec"), subject);
        spec(disk, "volumePath", "/data", PLACEHOLDER + "where the volume is mounted");
        spec(disk, "path", "\"/data/**/*\"", PLACEHOLDER + "files that get slow");
        spec(disk, "delay", YamlText.scalar(latency), why);
        spec(disk, "percent", "100", "");
        duration(disk);
        return List.of(tree, disk);
    }

    private List<YamlTree> overload() {
        if (!hasPods(subject)) {
            return List.of();
        }
        YamlTree tree = resource("StressChaos", name);
        spec(tree, "mode", "all", "");
        pods(tree, List.of("spec"), subject);
        tree.state(List.of("spec", "stressors", "cpu", "workers"), "1", PLACEHOLDER + "as many as a pod has cores");
        tree.state(List.of("spec", "stressors", "cpu", "load"), "100", "");
        duration(tree);
        return List.of(tree);
    }

    private List<YamlTree> clockSkew() {
        if (!hasPods(subject)) {
            return List.of();
        }
        YamlTree tree = resource("TimeChaos", name);
        spec(tree, "mode", "one", "");
        pods(tree, List.of("spec"), subject);
        spec(tree, "timeOffset", "\"-1m\"", PLACEHOLDER + "more than the difference that is reckoned with");
        duration(tree);
        return List.of(tree);
    }

    private YamlTree network(String action, String suffix) {
        String end = suffix.length() > 28 ? suffix.substring(0, 28) : suffix;
        String begin = name.length() + end.length() > 60 ? name.substring(0, 60 - end.length()) : name;
        YamlTree tree = resource("NetworkChaos", begin + end);
        spec(tree, "action", action, "");
        spec(tree, "mode", "all", "");
        return tree;
    }

    private static YamlTree resource(String kind, String name) {
        YamlTree tree = new YamlTree();
        tree.state(List.of("apiVersion"), "chaos-mesh.org/v1alpha1", "");
        tree.state(List.of("kind"), kind, "");
        tree.state(List.of("metadata", "name"), YamlText.scalar(resourceName(name)), "");
        tree.state(List.of("metadata", "namespace"), "default", PLACEHOLDER + "where experiments are kept");
        return tree;
    }

    private static void spec(YamlTree tree, String field, String value, String comment) {
        tree.state(List.of("spec", field), value, comment);
    }

    /** The pods of a component: by its namespace and labels where they are known, else by a guess at the usual label. */
    private void pods(YamlTree tree, List<String> at, Subject component) {
        Fact<String> namespace = component.get(Keys.NAMESPACE);
        tree.state(
                within(at, "selector", "namespaces"), "[" + YamlText.scalar(namespace.or("default")) + "]",
                namespace.isKnown() ? from(namespace) : PLACEHOLDER + "namespace of the pods");
        Fact<List<String>> labels = component.get(Keys.POD_LABELS);
        List<Label> known = labels.or(List.of()).stream().flatMap(written -> Label.of(written).stream()).toList();
        known.forEach(label -> tree.state(
                within(at, "selector", "labelSelectors", label.key()), YamlText.scalar(label.value()), from(labels)));
        if (known.isEmpty()) {
            tree.state(within(at, "selector", "labelSelectors", LABEL), YamlText.scalar(component.id()),
                    PLACEHOLDER + "the labels of the pods; " + Plain.line(component.id()) + " is described at "
                            + Plain.line(component.at().brief()));
        }
    }

    private static String from(Fact<?> fact) {
        return fact.origin().provenance().word() + " " + Plain.line(fact.origin().at().brief());
    }

    private void placed(YamlTree tree, List<String> at, Subject domain, String label) {
        Set<String> namespaces = new TreeSet<>();
        boolean all = true;
        for (Entity component : architecture.components()) {
            if (hasPods(component)) {
                component.get(Keys.NAMESPACE).value().ifPresent(namespaces::add);
                all &= component.get(Keys.NAMESPACE).isKnown();
            }
        }
        String comment = all && !namespaces.isEmpty() ? "of all components" : PLACEHOLDER + "namespaces of the system"
                + (namespaces.isEmpty() ? "" : "; those of some components are not stated");
        List<String> shown = namespaces.isEmpty() ? List.of("default") : List.copyOf(namespaces);
        String list = "[" + String.join(", ", shown.stream().map(YamlText::scalar).toList()) + "]";
        tree.state(within(at, "selector", "namespaces"), list, comment);
        tree.state(within(at, "selector", "nodeSelectors", label), YamlText.scalar(domain.id()),
                PLACEHOLDER + "the value of the label on the nodes of " + Plain.line(domain.id()));
    }

    private static List<String> within(List<String> at, String... more) {
        List<String> path = new ArrayList<>(at);
        path.addAll(List.of(more));
        return path;
    }

    /** The well-known labels of Kubernetes; for racks and power there are none. */
    private static Optional<String> topology(Subject domain) {
        if (domain.get(Keys.DOMAIN_KIND).is(DomainKind.ZONE)) {
            return Optional.of("topology.kubernetes.io/zone");
        }
        return domain.get(Keys.DOMAIN_KIND).is(DomainKind.REGION) ? Optional.of("topology.kubernetes.io/region") : Optional.empty();
    }

    private List<Subject> callers(String component) {
        return architecture.linksTo(component).stream()
                .map(Link::from)
                .distinct()
                .flatMap(id -> architecture.component(id).stream())
                .filter(this::hasPods)
                .map(Subject.class::cast)
                .toList();
    }

    private void duration(YamlTree tree) {
        Optional<String> worst = scenario.recovery().worst().filter(d -> d.toSeconds() > 0).map(d -> d.toSeconds() + "s");
        spec(tree, "duration", "\"" + worst.orElse("60s") + "\"", worst.isPresent()
                ? "as long as recovery takes at most: " + scenario.recovery().worst().map(ValueType.Span::text).orElse("")
                : PLACEHOLDER + "no longest recovery time is known");
    }
}
