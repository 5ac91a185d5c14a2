package quorate.importer.quarkus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.importer.Context;
import quorate.importer.Draft;
import quorate.importer.Ids;
import quorate.importer.Importer;
import quorate.importer.Known;
import quorate.importer.Written;
import quorate.importer.settings.Config;
import quorate.importer.settings.MicroProfile;
import quorate.importer.settings.ModuleFolder;
import quorate.importer.settings.Properties;
import quorate.model.Entity;
import quorate.model.Facts;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Yaml;

/**
 * Reads the configuration of Quarkus and of other applications of MicroProfile: {@code application.properties}, the same as YAML,
 * and {@code microprofile-config.properties}.
 *
 * <p>Which component a file configures is the name in {@code quarkus.application.name}, else the folder of the module. Of
 * profiles ({@code %prod.}, or a file of their own) those are read whose name says that the system runs in them, and they count
 * before what has no profile. Files below {@code src/test} are left out.
 */
public final class QuarkusImporter implements Importer {

    private static final Pattern NAME =
            Pattern.compile("(application|microprofile-config)(?:-([A-Za-z0-9_-]+))?\\.(?:ya?ml|properties)");

    @Override
    public String name() {
        return "quarkus";
    }

    @Override
    public boolean accepts(SourceFile file) {
        boolean called = NAME.matcher(file.name()).matches() && !("/" + file.path()).contains("/src/test/");
        return called && (isMicroProfile(file) || MicroProfile.isIn(file));
    }

    private static boolean isMicroProfile(SourceFile file) {
        return file.name().startsWith("microprofile-config") && file.extension().equals("properties");
    }

    @Override
    public Draft read(List<SourceFile> files, Context context) {
        Problems problems = new Problems();
        List<Entity> entities = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        Map<String, List<SourceFile>> byModule = new TreeMap<>();
        files.forEach(file -> byModule.computeIfAbsent(ModuleFolder.of(file), k -> new ArrayList<>()).add(file));
        List<Module> modules = byModule.values().stream().map(module -> module(module, context, problems)).toList();
        // The modules find each other, whichever is read first.
        Known known = context.known().plus(modules.stream().map(Module::service).toList(), Map.of());
        modules.forEach(module -> new Application(module.service(), module.config(),
                new Context(context.folder(), context.recognizer(), known), problems).read(entities, links));
        return new Draft(entities, links, problems.all(), files.stream().map(SourceFile::path).sorted().toList());
    }

    /** A module of the project: the service that it is, of which nothing else is known yet, and its settings. */
    private record Module(Entity service, Config config) {}

    private static Module module(List<SourceFile> files, Context context, Problems problems) {
        Config config = laid(files, context, problems);
        Written name = config.value("quarkus", "application", "name").orElseGet(() -> ModuleFolder.name(files.get(0), context));
        String id = Ids.ofName(name.text());
        String there = context.known().component(id).orElse(id);
        return new Module(new Entity(Kind.SERVICE, there, Facts.none(name.at()), name.at()), config);
    }

    /** The settings of one module, those that count first before those that they replace. */
    private static Config laid(List<SourceFile> files, Context context, Problems problems) {
        Config config = new Config();
        files.stream().filter(file -> profile(file).map(Profiles::counts).orElse(true))
                .sorted(Comparator.comparingInt(QuarkusImporter::order).thenComparing(SourceFile::path))
                .map(file -> written(file, context, problems))
                .map(Profiles::laid)
                .forEach(config::addAll);
        return config;
    }

    private static Optional<String> profile(SourceFile file) {
        Matcher name = NAME.matcher(file.name());
        return name.matches() ? Optional.ofNullable(name.group(2)) : Optional.empty();
    }

    /** A profile's own file first; then YAML, properties, what MicroProfile knows; of each the one beside the program first. */
    private static int order(SourceFile file) {
        int kind = isMicroProfile(file) ? 4 : file.extension().equals("properties") ? 2 : 0;
        boolean beside = ("/" + file.path()).contains("/config/");
        return (profile(file).isPresent() ? 0 : 10) + kind + (beside ? 0 : 1);
    }

    private static Config written(SourceFile file, Context context, Problems problems) {
        if (file.extension().equals("properties")) {
            return Properties.read(file);
        }
        Config config = new Config();
        Yaml.documents(file, context.folder().limits(), problems).forEach(config::add);
        return config;
    }
}
