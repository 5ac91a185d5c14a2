package quorate.importer.spring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.importer.Context;
import quorate.importer.Draft;
import quorate.importer.Ids;
import quorate.importer.Importer;
import quorate.importer.Written;
import quorate.importer.settings.Config;
import quorate.importer.settings.Environments;
import quorate.importer.settings.MicroProfile;
import quorate.importer.settings.ModuleFolder;
import quorate.importer.settings.Properties;
import quorate.model.Entity;
import quorate.model.Link;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Yaml;

/**
 * Reads the configuration of Spring Boot applications: {@code application.yml} and {@code bootstrap.yml}, as properties as well,
 * and the files of a configuration server, each of which is called like the application that gets it.
 *
 * <p>Which component a file configures is the name in {@code spring.application.name}, else the name of a configuration server's
 * file, else the folder of the module. Of profiles, those are read whose name says that the system runs in them; where it says
 * something else than the settings without a profile, the profile counts. Files below {@code src/test} are left out.
 */
public final class SpringImporter implements Importer {

    private static final Pattern NAME = Pattern.compile("(application|bootstrap)(?:-([A-Za-z0-9_-]+))?\\.(?:ya?ml|properties)");
    private static final Pattern OTHER_PROFILE = Pattern.compile("(?i)(.+)-(dev|development|local|test|staging|qa|ci|it|default|"
            + Environments.PRODUCTION + ")");
    private static final Pattern KEYS = Pattern.compile("(?m)^(?:spring|resilience4j|eureka|feign|hystrix|ribbon|zuul)\\s*[:.=]");
    private static final Pattern WEAK_KEYS = Pattern.compile("(?m)^(?:server|management|logging)\\s*[:.=]");
    private static final Pattern NO_KEYS =
            Pattern.compile("(?m)^(?:apiVersion|kind|services|asyncapi|openapi|swagger)\\s*[:.]");

    @Override
    public String name() {
        return "spring";
    }

    @Override
    public boolean accepts(SourceFile file) {
        if (!Set.of("yml", "yaml", "properties").contains(file.extension()) || ("/" + file.path()).contains("/src/test/")) {
            return false;
        }
        boolean called = NAME.matcher(file.name()).matches();
        boolean own = KEYS.matcher(file.text()).find() || called && WEAK_KEYS.matcher(file.text()).find();
        return own && (called || !file.extension().equals("properties")) && !NO_KEYS.matcher(file.text()).find()
                && !MicroProfile.isIn(file);
    }

    /** One set of settings, for one profile or for all. */
    private record Layer(SourceFile file, String profile, Config config) {}

    @Override
    public Draft read(List<SourceFile> files, Context context) {
        Problems problems = new Problems();
        List<Entity> entities = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        Map<String, List<Layer>> byFolder = new TreeMap<>();
        for (SourceFile file : files) {
            String folder = file.path().substring(0, file.path().lastIndexOf('/') + 1);
            byFolder.computeIfAbsent(folder, k -> new ArrayList<>()).addAll(layers(file, context, problems));
        }
        byFolder.forEach((folder, layers) -> applications(layers, context, problems)
                .forEach((id, application) -> new Application(id, application.at(), application.config(), context, problems)
                        .read(entities, links)));
        return new Draft(entities, links, problems.all(), files.stream().map(SourceFile::path).sorted().toList());
    }

    private static List<Layer> layers(SourceFile file, Context context, Problems problems) {
        Matcher named = NAME.matcher(file.name());
        Matcher other = OTHER_PROFILE.matcher(file.name().substring(0, file.name().lastIndexOf('.')));
        String profile = named.matches() ? Optional.ofNullable(named.group(2)).orElse("") : other.matches() ? other.group(2) : "";
        List<Layer> layers = new ArrayList<>();
        if (file.extension().equals("properties")) {
            layers.add(new Layer(file, profile, Properties.read(file)));
            return layers;
        }
        for (Node document : Yaml.documents(file, context.folder().limits(), problems)) {
            Config config = new Config();
            config.add(document);
            Optional<Written> activated = config.value("spring", "config", "activate", "on-profile")
                    .or(() -> config.value("spring", "profiles"));
            layers.add(new Layer(file, activated.map(Written::text).orElse(profile), config));
        }
        return layers;
    }

    /** What an application is configured with, and where it is named. */
    private record Whole(Location at, Config config) {}

    private static Map<String, Whole> applications(List<Layer> layers, Context context, Problems problems) {
        List<Layer> own = new ArrayList<>();
        Map<String, List<Layer>> served = new LinkedHashMap<>();
        for (Layer layer : layers) {
            boolean profile = layer.profile().isEmpty() || Environments.isProduction(layer.profile());
            if (NAME.matcher(layer.file().name()).matches() && profile) {
                own.add(layer);
            } else if (profile) {
                served.computeIfAbsent(stem(layer.file()), k -> new ArrayList<>()).add(layer);
            }
        }
        Map<String, Whole> all = new LinkedHashMap<>();
        served.forEach((name, parts) -> {
            List<Layer> with = new ArrayList<>(parts);
            with.addAll(own); // what is for all applications lies below what is for one
            Config config = laid(with);
            all.put(known(Ids.ofName(name), context), new Whole(parts.get(0).file().whole(), config));
        });
        if (!own.isEmpty() && served.isEmpty()) {
            Config config = laid(own);
            Written name = name(own.get(0).file(), config, context);
            all.put(known(Ids.ofName(name.text()), context), new Whole(name.at(), config));
        }
        return all;
    }

    private static String known(String id, Context context) {
        return context.known().component(id).orElse(id);
    }

    private static String stem(SourceFile file) {
        String name = file.name().substring(0, file.name().lastIndexOf('.'));
        Matcher profile = OTHER_PROFILE.matcher(name);
        return profile.matches() ? profile.group(1) : name;
    }

    /** A profile goes before what has none, {@code bootstrap} last. */
    private static Config laid(List<Layer> layers) {
        Config config = new Config();
        for (boolean profile : List.of(true, false)) {
            for (boolean late : List.of(false, true)) {
                layers.stream()
                        .filter(layer -> layer.profile().isEmpty() != profile
                                && layer.file().name().startsWith("bootstrap") == late)
                        .forEach(layer -> config.addAll(layer.config()));
            }
        }
        return config;
    }

    /** By the setting; else the folder of the module, or of the project where there is only one. */
    private static Written name(SourceFile file, Config config, Context context) {
        return config.value("spring", "application", "name").filter(w -> !w.text().contains("@"))
                .orElseGet(() -> ModuleFolder.name(file, context));
    }
}
