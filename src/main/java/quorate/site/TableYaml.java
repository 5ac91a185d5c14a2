package quorate.site;

import java.nio.charset.StandardCharsets;
import quorate.site.page.HandoffPage;
import quorate.site.page.Table;

/** The twin of a handoff for machines: each table a list of mappings, each value text in double quotes. */
final class TableYaml {

    private TableYaml() {}

    static byte[] of(HandoffPage page) {
        StringBuilder yaml = new StringBuilder("checklist:\n");
        page.checklist().forEach(item -> yaml.append("  - ").append(quoted(item)).append('\n'));
        for (Table table : page.whole()) {
            yaml.append(table.id()).append(":\n");
            for (Table.Row row : table.rows()) {
                for (int i = 0; i < row.cells().size(); i++) {
                    yaml.append(i == 0 ? "  - " : "    ").append(Slug.of(table.columns().get(i).name())).append(": ")
                            .append(quoted(row.cells().get(i).words())).append('\n');
                }
            }
        }
        return yaml.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A double-quoted scalar of YAML 1.2, which JSON strings are. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029) {
                quoted.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
