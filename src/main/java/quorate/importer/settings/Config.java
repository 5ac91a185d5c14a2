package quorate.importer.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.importer.Setting;
import quorate.importer.Written;
import quorate.source.Location;
import quorate.source.Node;

/**
 * A tree of settings. YAML and properties say the same in it: a name with dots is a path, an item of a list is called by its
 * number, and case, hyphens and underscores make no difference.
 */
public final class Config {

    /** Deeper names are nobody's. */
    private static final int DEPTH = 60;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^{}:]*(?::([^{}]*))?}");

    private static final Pattern PART = Pattern.compile("\"([^\"]+)\"|[^.\\[\\]]+");

    private final Map<String, Config> children = new LinkedHashMap<>();
    private final Map<String, String> spellings = new LinkedHashMap<>();
    private Written value;

    /** Adds what a YAML document says; what is there already stays. */
    public void add(Node node) {
        add(node, 0);
    }

    private void add(Node node, int depth) {
        if (depth > DEPTH) {
            return;
        }
        if (node instanceof Node.Fields fields) {
            fields.values().forEach((name, child) -> below(name).ifPresent(config -> config.add(child, depth + 1)));
        } else if (node instanceof Node.Items items) {
            if (children.isEmpty()) { // a list replaces a list, its items are not mixed
                for (int i = 0; i < items.items().size(); i++) {
                    child(String.valueOf(i)).add(items.items().get(i), depth + 1);
                }
            }
        } else if (value == null && node.text().isPresent()) {
            value = new Written(node.text().get(), node.at());
        }
    }

    /** Adds one property; what is there already stays. */
    public void add(String name, String text, Location at) {
        below(name).ifPresent(config -> {
            if (config.value == null) {
                config.value = new Written(text, at);
            }
        });
    }

    /** Adds another tree; what is there already stays. */
    public void addAll(Config other) {
        if (value == null) {
            value = other.value;
        }
        boolean list = children.containsKey("0") && other.children.containsKey("0");
        if (!list) {
            other.children.forEach((key, child) -> child(other.spellings.get(key)).addAll(child));
        }
    }

    /** Adds another tree below one part of a name; what is there already stays. */
    public void add(String part, Config other) {
        child(part).addAll(other);
    }

    private Optional<Config> below(String name) {
        List<String> parts = parts(name);
        if (parts.size() > DEPTH) {
            return Optional.empty();
        }
        Config at = this;
        for (String part : parts) {
            at = at.child(part);
        }
        return Optional.of(at);
    }

    /** Dots and brackets part a name; a part in quotes may hold both. */
    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(name);
        while (part.find()) {
            parts.add(part.group(1) == null ? part.group() : part.group(1));
        }
        return parts;
    }

    private Config child(String name) {
        spellings.putIfAbsent(plain(name), name);
        return children.computeIfAbsent(plain(name), k -> new Config());
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    public boolean has(String... path) {
        return at(path).isPresent();
    }

    public Optional<Config> at(String... path) {
        Config at = this;
        for (String part : path) {
            at = at == null ? null : at.children.get(plain(part));
        }
        return Optional.ofNullable(at);
    }

    /** The value itself, with what a placeholder falls back to in its place; nothing when a placeholder has no such. */
    public Optional<Written> value() {
        return Optional.ofNullable(value).map(Config::filled).filter(v -> !v.text().isBlank() && !v.text().contains("${"));
    }

    private static Written filled(Written written) {
        String text = written.text();
        for (int i = 0; i < 4 && text.contains("${"); i++) { // a fallback may be a placeholder again
            Matcher matcher = PLACEHOLDER.matcher(text);
            text = matcher.replaceAll(found -> found.group(1) == null
                    ? Matcher.quoteReplacement("${}")
                    : Matcher.quoteReplacement(found.group(1)));
        }
        return new Written(text, written.at());
    }

    public Optional<Written> value(String... path) {
        return at(path).flatMap(Config::value);
    }

    /** The first of several names by which a setting may go. */
    public Optional<Written> first(List<String> names) {
        return names.stream().flatMap(name -> value(name.split("\\.")).stream()).findFirst();
    }

    /** Children by the name as it is written. */
    public Map<String, Config> named() {
        Map<String, Config> named = new LinkedHashMap<>();
        children.forEach((key, child) -> named.put(spellings.get(key), child));
        return named;
    }

    /** The items of a list, or of a text with commas. */
    public List<Written> list(String... path) {
        Optional<Config> at = at(path);
        if (at.flatMap(Config::value).isPresent()) {
            Written one = at.get().value().orElseThrow();
            return Pattern.compile("\\s*,\\s*").splitAsStream(one.text()).map(text -> new Written(text, one.at())).toList();
        }
        return at.map(config -> config.children.entrySet().stream()
                        .filter(child -> child.getKey().matches("[0-9]+"))
                        .flatMap(child -> child.getValue().value().stream())
                        .toList())
                .orElse(List.of());
    }

    /** Every value, as other readers of settings take it. */
    public List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        each((name, written) -> settings.add(new Setting(name, written.text(), written.at())));
        return settings;
    }

    /** Where the first of its values is written. */
    public Optional<Location> place() {
        List<Location> places = new ArrayList<>();
        each((name, written) -> places.add(written.at()));
        return places.stream().findFirst();
    }

    /** Every value with its whole name. */
    public void each(BiConsumer<String, Written> action) {
        each("", action);
    }

    private void each(String name, BiConsumer<String, Written> action) {
        value().ifPresent(v -> action.accept(name, v));
        children.forEach((key, child) -> child.each(name.isEmpty() ? spellings.get(key) : name + "." + spellings.get(key),
                action));
    }
}
