package quorate.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import quorate.source.Location;
import quorate.source.Node;
import quorate.source.Problems;

/**
 * Variables of compose files: {@code $X}, {@code ${X}}, {@code ${X:-default}}, {@code ${X-default}}, {@code ${X:?error}},
 * {@code ${X:+other}} and {@code $$}. Values come from the project's {@code .env} alone, never from the environment in which
 * Quorate runs. A variable without a value stays as it is written, so that nothing is concluded from an empty text.
 */
final class Interpolation {

    private static final int DEEPEST = 20;
    /** A value that grows beyond this, by variables within variables, is not one that anybody wrote. */
    private static final int LONGEST = 65_536;

    private final Map<String, Setting> values;
    private final Map<String, Optional<String>> expanded = new HashMap<>();
    private final Map<String, List<Location>> missing = new TreeMap<>();

    Interpolation(Map<String, Setting> values) {
        this.values = Map.copyOf(values);
    }

    /** The value of a variable with the variables in it; nothing when none is written. */
    Optional<String> value(String name) {
        Setting setting = values.get(name);
        if (setting == null) {
            return Optional.empty();
        }
        Optional<String> known = expanded.get(name);
        if (known == null) {
            expanded.put(name, Optional.empty()); // a variable within itself has no value
            String text = expand(setting.value(), setting.at(), 1);
            known = text.length() > LONGEST ? Optional.empty() : Optional.of(text);
            expanded.put(name, known);
        }
        return known;
    }

    Node resolve(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.value().indexOf('$') < 0 ? scalar : new Node.Scalar(
                    expand(scalar.value(), scalar.at(), 0), Node.Type.STRING, scalar.at());
        }
        if (node instanceof Node.Items items) {
            return new Node.Items(items.items().stream().map(this::resolve).toList(), items.at());
        }
        Node.Fields fields = (Node.Fields) node;
        Map<String, Node> resolved = new LinkedHashMap<>();
        fields.values().forEach((key, value) -> resolved.put(key, resolve(value)));
        return new Node.Fields(resolved, fields.keys(), fields.at());
    }

    String expand(String text, Location at) {
        return expand(text, at, 0);
    }

    /** Says once for each variable that it has no value. */
    void report(Problems problems) {
        missing.forEach((name, places) -> problems.warning(
                places.get(0),
                "no value for ${" + name + "}" + (places.size() > 1 ? " (used " + places.size() + " times)" : ""),
                "What depends on it is left out. Write it in .env beside the file, or give a default: ${" + name
                        + ":-value}."));
    }

    private String expand(String text, Location at, int depth) {
        if (depth > DEEPEST) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (c == '$' && next == '$') {
                out.append('$');
                i += 2;
            } else if (c == '$' && next == '{') {
                int end = closing(text, i + 1);
                if (end < 0) {
                    out.append(text, i, text.length());
                    break;
                }
                out.append(braced(text.substring(i + 2, end), at, depth));
                i = end + 1;
            } else if (c == '$' && (Character.isLetter(next) || next == '_')) {
                int end = nameEnd(text, i + 1);
                out.append(braced(text.substring(i + 1, end), at, depth));
                i = end;
            } else {
                out.append(c);
                i++;
            }
        }
        return out.toString();
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int nameEnd(String text, int from) {
        int i = from;
        while (i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_')) {
            i++;
        }
        return i;
    }

    private String braced(String inside, Location at, int depth) {
        int end = nameEnd(inside, 0);
        String name = inside.substring(0, end);
        String rest = inside.substring(end);
        boolean emptyCounts = !rest.startsWith(":");
        String operator = emptyCounts ? rest : rest.substring(1);
        String word = operator.isEmpty() ? "" : operator.substring(1);
        Optional<String> value = value(name).filter(v -> emptyCounts || !v.isEmpty());
        return switch (operator.isEmpty() ? ' ' : operator.charAt(0)) {
            case '-' -> value.orElseGet(() -> expand(word, at, depth + 1));
            case '+' -> value.isPresent() ? expand(word, at, depth + 1) : "";
            default -> value.orElseGet(() -> open(name, at));
        };
    }

    private String open(String name, Location at) {
        missing.computeIfAbsent(name, k -> new ArrayList<>()).add(at);
        return "${" + name + "}";
    }
}
