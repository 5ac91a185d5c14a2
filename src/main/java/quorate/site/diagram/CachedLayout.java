package quorate.site.diagram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Keeps layouts in a folder, one text file each, named by the hash of what decides about places. A damaged or missing
 * file is made again; a folder that cannot be written costs time, never the build.
 */
public final class CachedLayout implements Layout {

    /** Changes whenever ELK or its options change, so that old files are not taken for new ones. */
    private static final String VERSION = "elk 0.11.0 options 2\n";

    private final Path folder;
    private final Layout layout;

    public CachedLayout(Path folder, Layout layout) {
        this.folder = folder;
        this.layout = layout;
    }

    @Override
    public Drawing place(Graph graph) {
        Path file = folder.resolve(key(graph) + ".txt");
        Optional<Drawing> kept = read(file).filter(drawing -> fits(drawing, graph));
        if (kept.isPresent()) {
            return kept.get();
        }
        // What is kept is rounded, so the first build must use the rounded one as well.
        String text = layout.place(graph).text();
        write(file, text);
        return Drawing.read(text).orElseThrow();
    }

    private static boolean fits(Drawing drawing, Graph graph) {
        return drawing.nodes().size() == graph.nodes().size()
                && drawing.groups().size() == graph.groups().size()
                && drawing.routes().size() == graph.edges().size();
    }

    private static Optional<Drawing> read(Path file) {
        try {
            return Files.isRegularFile(file) ? Drawing.read(Files.readString(file)) : Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private void write(Path file, String text) {
        try {
            Files.createDirectories(folder);
            Path staged = Files.createTempFile(folder, "layout", ".tmp");
            Files.writeString(staged, text);
            Files.move(staged, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // The cache saves time and nothing else.
        }
    }

    private static String key(Graph graph) {
        try {
            byte[] form = (VERSION + graph.form()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(form), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
