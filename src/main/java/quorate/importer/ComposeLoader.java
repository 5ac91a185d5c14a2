package quorate.importer;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.source.Folder;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Yaml;

/**
 * Reads the compose files of one project: lays them over each other, follows {@code include} and {@code extends}, and puts in
 * the variables of {@code .env}. All of this stays inside the project folder.
 */
final class ComposeLoader {

    /** Names under which the variables of a project are found, the first that is there. */
    private static final List<String> ENV_FILES = List.of(".env", "dot.env");

    private static final int DEEPEST = 20;

    private final Folder folder;
    private final Problems problems;
    private final Expect expect;
    private final Set<String> sources = new TreeSet<>();
    private final Map<String, Optional<Node.Fields>> parsed = new LinkedHashMap<>();
    private final Set<String> included = new HashSet<>();
    private Interpolation interpolation = new Interpolation(Map.of());

    ComposeLoader(Folder folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
        this.expect = new Expect(problems);
    }

    /**
     * Reads the layers of one project, the lowest first.
     *
     * @return its services, each with everything that it extends
     */
    ComposeProject load(List<SourceFile> layers) {
        String dir = dir(layers.get(0).path());
        interpolation = new Interpolation(variables(dir));
        layers.forEach(layer -> parsed.put(layer.path(), parse(layer)));
        Map<String, ComposeProject.Service> services = new LinkedHashMap<>();
        Map<String, Node> volumes = new LinkedHashMap<>();
        for (SourceFile layer : layers) {
            included.add(layer.path());
            parsed.get(layer.path()).ifPresent(file -> read(layer.path(), file, services, volumes, 0));
        }
        Node top = new Node.Fields(volumes, Map.of(), layers.get(0).whole());
        return new ComposeProject(List.copyOf(services.values()), top, interpolation);
    }

    Set<String> sources() {
        return new LinkedHashSet<>(sources);
    }

    /** Variables of an {@code env_file}, for the environment of a service. */
    Map<String, Setting> envFile(String from, Written path, boolean required) {
        String resolved = Folder.beside(from, path.text());
        if (path.text().contains("${")) {
            return Map.of();
        }
        if (!folder.has(resolved)) {
            if (required) {
                problems.warning(
                        path.at(),
                        "env_file '" + path.text() + "' is not in the project folder, so its variables are unknown",
                        "Put it there, or state what it says in architecture.yaml.");
            }
            return Map.of();
        }
        Optional<SourceFile> file = folder.read(resolved, path.at(), problems);
        file.ifPresent(found -> sources.add(found.path()));
        return file.map(EnvFile::read).orElse(Map.of());
    }

    private Map<String, Setting> variables(String dir) {
        for (String name : ENV_FILES) {
            String path = dir + name;
            if (folder.has(path)) {
                Optional<SourceFile> file = folder.read(path, Location.of(path), problems);
                file.ifPresent(found -> sources.add(found.path()));
                return file.map(EnvFile::read).orElse(Map.of());
            }
        }
        return Map.of();
    }

    private Optional<Node.Fields> parse(SourceFile file) {
        sources.add(file.path());
        return Yaml.document(file, folder.limits(), problems)
                .map(interpolation::resolve)
                .flatMap(node -> expect.fields(node, "a compose file"));
    }

    private void read(
            String path,
            Node.Fields file,
            Map<String, ComposeProject.Service> services,
            Map<String, Node> volumes,
            int depth) {
        expect.fields(file.field("volumes"), "volumes").ifPresent(v -> v.values().forEach(volumes::putIfAbsent));
        include(path, file, services, volumes, depth);
        expect.fields(file.field("services"), "services").ifPresent(all -> all.values().forEach((name, node) -> {
            Optional<Node.Fields> service = expect.fields(node, "service " + name)
                    .map(fields -> extended(path, file, name, fields, new HashSet<>()));
            service.ifPresent(fields -> services.merge(
                    name, new ComposeProject.Service(name, all.keyAt(name), path, fields), ComposeProject.Service::under));
        }));
    }

    private void include(
            String path,
            Node.Fields file,
            Map<String, ComposeProject.Service> services,
            Map<String, Node> volumes,
            int depth) {
        for (Node entry : expect.items(file.field("include"), "include")) {
            Optional<Node> named = entry instanceof Node.Fields fields ? fields.field("path") : Optional.of(entry);
            for (Written name : expect.texts(named, "include")) {
                String other = Folder.beside(path, name.text());
                if (depth > DEEPEST || !included.add(other)) {
                    continue;
                }
                file(other, name, "include").ifPresent(found -> read(other, found, services, volumes, depth + 1));
            }
        }
    }

    private Node.Fields extended(
            String path, Node.Fields file, String name, Node.Fields service, Set<String> seen) {
        Optional<Node> written = service.field("extends");
        if (written.isEmpty()) {
            return service;
        }
        if (seen.size() > DEEPEST || !seen.add(path + "#" + name)) {
            problems.warning(
                    service.keyAt("extends"),
                    "service " + name + " extends itself, or more than " + DEEPEST + " others in a row",
                    "Break the circle.");
            return service;
        }
        Optional<Written> base = expect.text(
                Optional.of(written.get().field("service").orElse(written.get())), "extends");
        Optional<Written> from = expect.text(written.get().field("file"), "the file of extends");
        String otherPath = from.map(f -> Folder.beside(path, f.text())).orElse(path);
        Optional<Node.Fields> other = from.isEmpty() ? Optional.of(file) : file(otherPath, from.get(), "extends");
        if (base.isEmpty() || other.isEmpty()) {
            return service;
        }
        Optional<Node> found = other.get().path("services", base.get().text());
        if (found.isEmpty() || !(found.get() instanceof Node.Fields)) {
            problems.warning(
                    base.get().at(),
                    "no service '" + base.get().text() + "' in " + otherPath + " to extend",
                    "What it would add is unknown.");
            return service;
        }
        Node.Fields below = extended(otherPath, other.get(), base.get().text(), (Node.Fields) found.get(), seen);
        return ComposeMerge.merge(below, service);
    }

    private Optional<Node.Fields> file(String path, Written from, String what) {
        if (parsed.containsKey(path)) {
            return parsed.get(path);
        }
        if (!folder.has(path)) {
            problems.warning(
                    from.at(),
                    what + ": no file '" + from.text() + "' in the project folder",
                    "Write a path relative to the file, inside the project folder.");
            return Optional.empty();
        }
        Optional<Node.Fields> found = folder.read(path, from.at(), problems).flatMap(this::parse);
        parsed.put(path, found);
        return found;
    }

    static String dir(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
