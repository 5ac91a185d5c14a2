package quorate.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.source.Location;
import quorate.source.Node;

/**
 * The environment of a container: its own variables and those of the config maps that it names. Secrets are never read; a
 * value that comes from one stays unknown.
 */
final class PodEnvironment {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\(([A-Za-z_][A-Za-z0-9_.-]*)\\)");

    private final Map<String, Map<String, String>> configMaps = new LinkedHashMap<>();
    private final Expect expect;

    PodEnvironment(List<Manifest> manifests, Expect expect) {
        manifests.stream()
                .filter(m -> m.kind().equals("ConfigMap"))
                .forEach(m -> configMaps.put(m.namespace() + "/" + m.name(), Manifest.texts(m.node().field("data"))));
        this.expect = expect;
    }

    List<Setting> of(Node container, String namespace) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (Node source : expect.items(container.field("envFrom"), "envFrom")) {
            String prefix = source.field("prefix").flatMap(Node::text).orElse("");
            source.path("configMapRef", "name").flatMap(Node::text).ifPresent(name -> data(name, namespace)
                    .forEach((key, value) -> put(settings, prefix + key, value, source.at())));
        }
        for (Node variable : expect.items(container.field("env"), "env")) {
            Optional<Node> name = variable.field("name");
            if (name.flatMap(Node::text).isEmpty()) {
                expect.wrong(variable, "a variable", "name and value");
                continue;
            }
            value(variable, namespace).ifPresent(value -> put(settings, name.get().text().orElse(""), value, name.get().at()));
        }
        return List.copyOf(settings.values());
    }

    private Optional<String> value(Node variable, String namespace) {
        Optional<Node> from = variable.path("valueFrom", "configMapKeyRef");
        if (from.isPresent()) {
            String name = from.get().field("name").flatMap(Node::text).orElse("");
            String key = from.get().field("key").flatMap(Node::text).orElse("");
            return Optional.ofNullable(data(name, namespace).get(key));
        }
        boolean elsewhere = variable.field("valueFrom").isPresent();
        return elsewhere ? Optional.of("") : expect.text(variable.field("value"), "value").map(Written::text);
    }

    private Map<String, String> data(String configMap, String namespace) {
        return configMaps.getOrDefault(namespace + "/" + configMap, Map.of());
    }

    private static void put(Map<String, Setting> settings, String name, String value, Location at) {
        settings.put(name, new Setting(name, expand(value, settings), at));
    }

    /** {@code $(OTHER)} stands for a variable that was written before. */
    static String expand(String text, Map<String, Setting> settings) {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            Setting known = settings.get(matcher.group(1));
            matcher.appendReplacement(out, Matcher.quoteReplacement(known == null ? matcher.group() : known.value()));
        }
        return matcher.appendTail(out).toString();
    }

    /** Words of a command with the variables put in. */
    List<Written> words(Node container, List<Setting> environment) {
        Map<String, Setting> byName = new LinkedHashMap<>();
        environment.forEach(setting -> byName.put(setting.name(), setting));
        List<Written> words = new ArrayList<>(expect.texts(container.field("command"), "command"));
        words.addAll(expect.texts(container.field("args"), "args"));
        return words.stream().map(word -> new Written(expand(word.text(), byName), word.at())).toList();
    }
}
