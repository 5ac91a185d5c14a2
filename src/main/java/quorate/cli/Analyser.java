package quorate.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
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
        files.put("code", code().getBytes(StandardCharsets.UTF_8));
        return CatalogSource.fingerprint(files);
    }

    /** What the jar holds, so that one that was built or fetched anew is the same; or the time of the newest class of a checkout. */
    private static String code() throws IOException {
        try {
            Path at = Path.of(Analyser.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isRegularFile(at)) {
                return entries(at);
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

    /** The checksums of all entries, which the directory of the jar lists. */
    private static String entries(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(entry -> entry.getName() + " " + entry.getCrc())
                    .collect(Collectors.joining("\n"));
        }
    }
}
