package quorate.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quorate.model.Key;

/** A mapping being written: dotted keys as nested mappings, values with a comment behind them, lines commented out. */
final class YamlTree {

    private sealed interface Entry {
        boolean stated();
    }

    private record Leaf(String value, String comment, boolean stated) implements Entry {
        boolean isNone() {
            return stated && value.equals("none");
        }
    }

    private record Group(YamlTree tree) implements Entry {
        /** Whether each of its keys, so many in all, is stated to be none at the same place. */
        boolean isNone(int keys) {
            return tree.entries.values().stream().filter(e -> e instanceof Leaf leaf && leaf.isNone()).count() == keys
                    && tree.entries.values().stream().distinct().count() == 1;
        }

        @Override
        public boolean stated() {
            return tree.entries.values().stream().anyMatch(Entry::stated);
        }
    }

    private record Several(List<YamlTree> trees, String comment) implements Entry {
        @Override
        public boolean stated() {
            return true;
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Adds a value in its YAML form. */
    void state(List<String> path, String value, String comment) {
        add(path, new Leaf(value, comment, true));
    }

    /** Adds a list of mappings. */
    void state(List<String> path, List<YamlTree> trees, String comment) {
        add(path, trees.isEmpty() ? new Leaf("[]", comment, true) : new Several(trees, comment));
    }

    /** Adds a line that is commented out. */
    void propose(List<String> path, String example, String help) {
        add(path, new Leaf(example, help, false));
    }

    private void add(List<String> path, Entry entry) {
        String name = path.get(0);
        if (path.size() == 1) {
            entries.put(name, entry);
        } else if (entries.computeIfAbsent(name, n -> new Group(new YamlTree())) instanceof Group group) {
            group.tree().add(path.subList(1, path.size()), entry);
        }
    }

    /** Writes a group all of whose keys are none in one line: {@code timeout: none}. */
    void shorten(List<Key<?>> vocabulary) {
        entries.replaceAll((name, entry) -> {
            long keys = vocabulary.stream().filter(key -> key.path().size() > 1 && key.path().get(0).equals(name)).count();
            boolean none = entry instanceof Group group && group.isNone((int) keys);
            return none ? ((Group) entry).tree().entries.values().iterator().next() : entry;
        });
    }

    void write(String indent, StringBuilder text) {
        entries.forEach((name, entry) -> {
            text.append(indent).append(entry.stated() ? "" : "# ").append(name).append(':');
            if (entry instanceof Leaf leaf) {
                end(text.append(' ').append(leaf.value()), leaf.comment());
            } else if (entry instanceof Several several) {
                end(text, several.comment());
                several.trees().forEach(tree -> tree.writeItem(indent + "  ", text));
            } else if (entry instanceof Group group) {
                end(text, "");
                group.tree().write(indent + "  ", text);
            }
        });
    }

    /** As an item of a list. */
    void writeItem(String indent, StringBuilder text) {
        StringBuilder lines = new StringBuilder();
        write(indent + "  ", lines);
        text.append(indent).append("- ").append(lines.length() == 0 ? "{}\n" : lines.substring(indent.length() + 2));
    }

    private static void end(StringBuilder text, String comment) {
        text.append(comment.isEmpty() ? "" : "  # " + comment).append('\n');
    }
}
