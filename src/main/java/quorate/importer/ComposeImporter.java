package quorate.importer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quorate.model.Entity;
import quorate.model.Link;
import quorate.source.Folder;
import quorate.source.Limits;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Yaml;

/**
 * Reads docker compose files. Files of one folder are layers of one project: the plainly named one below, overrides on top.
 *
 * <p>Compose states little. What is not in the file stays unknown, with two exceptions that compose itself documents: a
 * service without replicas runs once, and a variable without a value keeps its default. {@code depends_on} says in which order
 * containers start, not that one calls the other.
 */
public final class ComposeImporter implements Importer {

    private static final Pattern TOP_SERVICES = Pattern.compile("(?m)^[\"']?(services|include)[\"']?\\s*:");
    private static final Set<String> SERVICE_KEYS = Set.of(
            "image", "build", "extends", "command", "entrypoint", "environment", "env_file", "ports", "expose", "volumes",
            "depends_on", "networks", "deploy", "restart", "container_name", "healthcheck", "labels", "profiles", "scale");
    /** Top keys of other formats that have services too, Quorate's own among them. */
    private static final Set<String> OTHERS = Set.of(
            "apiVersion", "kind", "stores", "links", "channels", "externals", "journeys", "imports", "openapi", "asyncapi");

    @Override
    public String name() {
        return "compose";
    }

    @Override
    public boolean accepts(SourceFile file) {
        if (!Set.of("yml", "yaml").contains(file.extension())
                || file.name().equals("architecture.yaml")
                || !TOP_SERVICES.matcher(file.text()).find()) {
            return false;
        }
        Optional<Node> document = Yaml.documents(file, Limits.DEFAULT, new Problems()).stream().findFirst();
        if (document.isEmpty()) {
            return file.name().contains("compose");
        }
        if (!(document.get() instanceof Node.Fields top) || OTHERS.stream().anyMatch(top.values()::containsKey)) {
            return false;
        }
        boolean includes = top.field("include").isPresent() && file.name().contains("compose");
        return includes || top.field("services").filter(ComposeImporter::looksLikeServices).isPresent();
    }

    private static boolean looksLikeServices(Node services) {
        return services instanceof Node.Fields fields
                && fields.values().values().stream()
                        .anyMatch(service -> SERVICE_KEYS.stream().anyMatch(key -> service.field(key).isPresent()));
    }

    @Override
    public Draft read(List<SourceFile> files, Context context) {
        Problems problems = new Problems();
        Map<String, Entity> entities = new LinkedHashMap<>();
        Map<String, Link> links = new LinkedHashMap<>();
        Map<String, String> hosts = new LinkedHashMap<>();
        Set<String> sources = new LinkedHashSet<>();
        for (List<SourceFile> layers : projects(files, context)) {
            sayLayers(layers, problems);
            ComposeLoader loader = new ComposeLoader(context.folder(), problems);
            ComposeProject project = loader.load(layers);
            List<Unit> units = new ComposeUnits(project, loader, problems).all();
            Assembly assembly = Assembly.of(
                    units, List.of(), Hosts.of(units), context.recognizer(), host -> false, problems);
            new ComposeLinks(project, assembly, problems).read();
            assembly.entities().forEach(entity -> add(entities, entity, problems));
            assembly.links().forEach(link -> links.putIfAbsent(link.id(), link));
            assembly.hosts().forEach(hosts::putIfAbsent);
            sources.addAll(loader.sources());
            project.interpolation().report(problems);
        }
        return new Draft(
                List.copyOf(entities.values()), List.copyOf(links.values()), problems.all(), List.copyOf(sources), hosts);
    }

    private static void add(Map<String, Entity> entities, Entity entity, Problems problems) {
        Entity before = entities.putIfAbsent(entity.id(), entity);
        if (before != null && before.kind().isComponent() && before.kind() != quorate.model.Kind.EXTERNAL) {
            problems.warning(
                    entity.at(),
                    "'" + entity.id() + "' is defined by two compose projects; the one at " + before.at() + " is used",
                    "Import only one of them.");
        }
    }

    private static void sayLayers(List<SourceFile> layers, Problems problems) {
        boolean stated = layers.stream().allMatch(file -> rank(file.path()) != 1);
        if (layers.size() > 1 && !stated) {
            problems.warning(
                    layers.get(0).whole(),
                    "these compose files are read as layers of one project: "
                            + layers.stream().map(SourceFile::name).collect(Collectors.joining(", ")),
                    "Import only the files that run together.");
        }
    }

    /**
     * Files of one folder belong together. What another file includes is part of it, and what another only extends is a
     * collection of pieces, unless it has the name that compose reads by itself.
     */
    private static List<List<SourceFile>> projects(List<SourceFile> files, Context context) {
        Set<String> parts = new LinkedHashSet<>();
        for (SourceFile file : files) {
            for (Node top : Yaml.documents(file, context.folder().limits(), new Problems())) {
                resolved(file, included(top)).forEach(parts::add);
                resolved(file, extended(top)).filter(path -> rank(path) != 0).forEach(parts::add);
            }
        }
        Map<String, List<SourceFile>> byFolder = new TreeMap<>();
        for (SourceFile file : files) {
            if (!parts.contains(file.path())) {
                byFolder.computeIfAbsent(ComposeLoader.dir(file.path()), k -> new ArrayList<>()).add(file);
            }
        }
        byFolder.values().forEach(layers ->
                layers.sort(Comparator.<SourceFile>comparingInt(f -> rank(f.path())).thenComparing(SourceFile::path)));
        return List.copyOf(byFolder.values());
    }

    private static Stream<String> resolved(SourceFile file, List<Node> paths) {
        return paths.stream()
                .flatMap(path -> path.text().stream())
                .map(path -> Folder.beside(file.path(), path))
                .filter(path -> !path.equals(file.path()));
    }

    private static List<Node> included(Node top) {
        List<Node> paths = new ArrayList<>();
        for (Node entry : top.field("include").map(Node::items).orElse(List.of())) {
            Node path = entry.field("path").orElse(entry);
            paths.add(path);
            paths.addAll(path.items());
        }
        return paths;
    }

    private static List<Node> extended(Node top) {
        return top.field("services").orElse(top) instanceof Node.Fields services
                ? services.values().values().stream().flatMap(s -> s.path("extends", "file").stream()).toList()
                : List.of();
    }

    /** 0 for the file that compose reads by itself, 2 for the override that it lays over it, 1 for any other. */
    private static int rank(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.matches("(docker-)?compose\\.ya?ml")) {
            return 0;
        }
        return name.matches("(docker-)?compose\\.override\\.ya?ml") ? 2 : 1;
    }
}
