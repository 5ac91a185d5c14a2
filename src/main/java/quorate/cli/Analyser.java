package quorate.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import quorate.source.Resources;

/** What decides about the result of an analysis beside the project's files: our code and the catalog. */
final class Analyser {

    private Analyser() {}

    /** A key that differs when any of them does. It is never shown, and only decides whether a kept result may be used. */
    static String key(Home home, Optional<Path> overlay) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(home.files("catalog"));
        if (overlay.isPresent()) {
            Resources.inFolder(overlay.get()).forEach((path, bytes) -> files.put("overlay/" + path, bytes));
        }
        return CatalogSource.fingerprint(files) + " " + code();
    }

    /** Size and time of the jar, or of the newest class file of a checkout. */
    private static String code() throws IOException {
        try {
            Path at = Path.of(Analyser.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isRegularFile(at)) {
                return Files.size(at) + " " + Files.getLastModifiedTime(at);
            }
            try (Stream<Path> classes = Files.walk(at)) {
                return "" + classes.filter(file -> file.toString().endsWith(".class"))
                        .mapToLong(file -> file.toFile().lastModified())
                        .max()
                        .orElse(0);
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
