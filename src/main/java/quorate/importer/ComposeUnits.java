package quorate.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorate.model.Fact;
import quorate.model.Facts;
import quorate.model.Keys;
import quorate.model.Origin;
import quorate.model.Words;
import quorate.source.Node;
import quorate.source.Problems;

/** Compose services as units. */
final class ComposeUnits {

    private final ComposeProject project;
    private final ComposeLoader loader;
    private final Problems problems;
    private final Expect expect;
    private final ComposeMounts mounts;
    private final Set<String> jobs;
    private final Map<String, Node> awaited;

    ComposeUnits(ComposeProject project, ComposeLoader loader, Problems problems) {
        this.project = project;
        this.loader = loader;
        this.problems = problems;
        this.expect = new Expect(problems);
        this.mounts = new ComposeMounts(Optional.of(project.volumes()), expect);
        this.jobs = waitedFor("service_completed_successfully").keySet();
        this.awaited = waitedFor("service_healthy");
    }

    List<Unit> all() {
        return project.services().stream().map(this::unit).toList();
    }

    /** Services that others wait for in that way, with the first place that says so; what they wait for to end is a job. */
    private Map<String, Node> waitedFor(String condition) {
        Map<String, Node> found = new LinkedHashMap<>();
        for (ComposeProject.Service service : project.services()) {
            if (service.node().field("depends_on").orElse(service.node()) instanceof Node.Fields depends) {
                depends.values().forEach((name, node) -> node.field("condition")
                        .filter(word -> word.text().filter(condition::equals).isPresent())
                        .ifPresent(word -> found.putIfAbsent(name, word)));
            }
        }
        return found;
    }

    private Unit unit(ComposeProject.Service service) {
        Node.Fields node = service.node();
        Optional<Written> image = expect.text(node.field("image"), "image");
        List<Written> command = new ArrayList<>(expect.texts(node.field("entrypoint"), "entrypoint"));
        command.addAll(expect.texts(node.field("command"), "command"));
        return new Unit(
                service.name(),
                service.at(),
                hosts(node),
                image.filter(written -> !written.text().isBlank()),
                environment(service),
                command,
                List.of(),
                ports(node),
                Storage.of(mounts.of(node), service.at()),
                facts(service, image));
    }

    private List<String> hosts(Node node) {
        List<String> hosts = new ArrayList<>();
        expect.text(node.field("container_name"), "container_name").ifPresent(name -> hosts.add(name.text()));
        expect.text(node.field("hostname"), "hostname").ifPresent(name -> hosts.add(name.text()));
        if (node.field("networks").orElse(node) instanceof Node.Fields networks) {
            networks.values().values().forEach(network ->
                    expect.texts(network.field("aliases"), "aliases").forEach(alias -> hosts.add(alias.text())));
        }
        return hosts;
    }

    private List<Setting> environment(ComposeProject.Service service) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        envFiles(service).forEach(settings::putAll);
        Optional<Node> written = service.node().field("environment");
        if (written.isEmpty()) {
            return List.copyOf(settings.values());
        }
        if (written.get() instanceof Node.Scalar) {
            expect.wrong(written.get(), "environment", "a mapping or a list of NAME=value");
        }
        written.get().items().forEach(item -> expect.text(item, "a variable"));
        Node.Fields environment = ComposeMerge.byName(written.get());
        environment.values().forEach((name, value) -> {
            if (value instanceof Node.Scalar scalar) {
                String text = scalar.text().orElseGet(() -> project.interpolation().value(name).orElse(""));
                settings.put(name, new Setting(name, text, environment.keyAt(name)));
                if (scalar.text().isEmpty() && text.isEmpty() && Address.namesHost(name)) {
                    passedThrough(name, environment);
                }
            } else {
                expect.wrong(value, "variable " + name, "text");
            }
        });
        return List.copyOf(settings.values());
    }

    private void passedThrough(String name, Node.Fields environment) {
        problems.warning(
                environment.keyAt(name),
                name + " is taken from the shell that starts compose, so what it names is unknown",
                "Write it in .env beside the file: " + name + "=host:port.");
    }

    private List<Map<String, Setting>> envFiles(ComposeProject.Service service) {
        Optional<Node> written = service.node().field("env_file");
        List<Node> entries = written.map(node -> node instanceof Node.Items items ? items.items() : List.of(node))
                .orElse(List.of());
        List<Map<String, Setting>> all = new ArrayList<>();
        for (Node entry : entries) {
            boolean required = entry.field("required").flatMap(Node::text).filter("false"::equals).isEmpty();
            expect.text(entry.field("path").orElse(entry), "env_file")
                    .ifPresent(path -> all.add(loader.envFile(service.file(), path, required)));
        }
        return all;
    }

    private List<Integer> ports(Node node) {
        List<Integer> ports = new ArrayList<>();
        List<Node> written = new ArrayList<>(expect.items(node.field("ports"), "ports"));
        written.addAll(expect.items(node.field("expose"), "expose"));
        for (Node port : written) {
            String text = port.field("target").flatMap(Node::text).or(port::text).orElse("");
            String inside = text.substring(text.lastIndexOf(':') + 1).replaceAll("/.*", "");
            if (inside.matches("[0-9]{1,5}")) {
                ports.add(Integer.valueOf(inside));
            }
        }
        return ports;
    }

    private Facts facts(ComposeProject.Service service, Optional<Written> image) {
        Facts.Builder facts = Facts.at(service.at());
        image.filter(written -> !written.text().contains("${"))
                .ifPresent(written -> facts.set(Keys.IMAGE, Fact.of(written.text(), Origin.imported(written.at(), ""))));
        new ComposeFacts(expect, problems).read(service, facts);
        if (awaited.containsKey(service.name()) && service.node().field("healthcheck").isEmpty()) {
            Node condition = awaited.get(service.name());
            Origin awaiting = Origin.detected(condition.at(), "others wait until it is healthy");
            facts.set(Keys.LIVENESS, Fact.of("a check of its image", awaiting));
            problems.warning(
                    condition.at(),
                    "this waits until " + service.name() + " is healthy, but no file has a check for it",
                    "Write healthcheck for " + service.name()
                            + ", unless its image brings one: without any, compose refuses to start.");
        }
        if (jobs.contains(service.name())) {
            facts.set(
                    Keys.SERVICE_TYPE,
                    Fact.of(Words.ServiceType.JOB, Origin.detected(service.at(), "others wait until it has completed")));
        }
        return facts.build();
    }
}
