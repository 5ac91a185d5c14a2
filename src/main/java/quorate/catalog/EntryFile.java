package quorate.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import quorate.source.SourceFile;

/**
 * The file of an entry: Markdown, split at its fences, or YAML alone.
 *
 * @param front the YAML with the fence above it, so that positions are those of the file; empty when there is none
 * @param body the Markdown below, empty for data alone
 */
record EntryFile(EntryKind kind, String id, SourceFile front, String body) {

    private static final String FENCE = "---\n";

    /** Nothing when the path, which is relative to the catalog's root, is not one of an entry. */
    static Optional<EntryFile> of(String path, byte[] bytes) {
        for (EntryKind kind : EntryKind.values()) {
            String folder = kind.folder() + "/";
            if (path.startsWith(folder) && path.endsWith(kind.ending())) {
                String id = path.substring(folder.length(), path.length() - kind.ending().length());
                String text = new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
                if (kind.ending().equals(".yaml")) {
                    return Optional.of(new EntryFile(kind, id, new SourceFile("catalog/" + path, text), ""));
                }
                int end = text.startsWith(FENCE) ? text.indexOf("\n" + FENCE, FENCE.length() - 1) : -1;
                String front = end < 0 ? "" : text.substring(0, end + 1);
                String body = end < 0 ? text : text.substring(end + 1 + FENCE.length());
                return Optional.of(new EntryFile(kind, id, new SourceFile("catalog/" + path, front), body));
            }
        }
        return Optional.empty();
    }

    /** The line of the file on which the body begins. */
    int bodyLine() {
        int lines = (int) front.text().chars().filter(c -> c == '\n').count();
        return lines == 0 ? 1 : lines + 2;
    }
}
