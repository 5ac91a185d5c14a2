package quorate.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The YAML of several missing facts, merged so that each mapping is opened once. */
public final class PasteYaml {

    private PasteYaml() {}

    /** The facts in the order in which they are given; sorted, so that those of one subject stand together. */
    public static String of(List<Missing> missing) {
        Map<String, List<String>> blocks = new LinkedHashMap<>();
        for (Missing fact : missing) {
            List<String> lines = fact.yaml().lines().toList();
            int head = heads(lines);
            blocks.computeIfAbsent(String.join("\n", lines.subList(0, head)), h -> new ArrayList<>())
                    .addAll(lines.subList(head, lines.size()));
        }
        StringBuilder yaml = new StringBuilder();
        String section = "";
        for (Map.Entry<String, List<String>> block : blocks.entrySet()) {
            List<String> head = block.getKey().isEmpty() ? List.of() : List.of(block.getKey().split("\n"));
            boolean same = !head.isEmpty() && head.get(0).equals(section);
            head.stream().skip(same ? 1 : 0).forEach(line -> yaml.append(line).append('\n'));
            section = head.isEmpty() ? "" : head.get(0);
            merged(block.getValue()).forEach(line -> yaml.append(line).append('\n'));
        }
        return yaml.toString();
    }

    /** Lines that open the section and the subject: none for the system, up to the far end for a link, two for others. */
    private static int heads(List<String> lines) {
        if (lines.size() > 2 && lines.get(0).equals("links:")) {
            return lines.get(1).startsWith("  - id:") ? 4 : 3;
        }
        return lines.size() > 1 && lines.get(1).startsWith("  ") && !lines.get(1).startsWith("    ") && lines.get(1).endsWith(":") ? 2 : 0;
    }

    /** {@code timeout:} is written once for {@code timeout.connect} and {@code timeout.total}. */
    private static List<String> merged(List<String> lines) {
        List<String> result = new ArrayList<>();
        for (String line : lines) {
            // The facts are sorted by path, so the lines of one group follow each other.
            // Each fact of an item that is to be written brings what that is about.
            boolean shared = line.endsWith(":") || line.startsWith("    about:");
            if (!shared || !result.contains(line)) {
                result.add(line);
            }
        }
        return result;
    }
}
