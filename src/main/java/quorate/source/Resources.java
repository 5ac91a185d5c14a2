package quorate.source;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files of our own: a folder, or what the jar carries. */
public final class Resources {

    private Resources() {}

    /** All regular files below a folder, by relative path with forward slashes, sorted; empty when it is not there. */
    public static Map<String, byte[]> inFolder(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (Map.Entry<String, Path> file : places(folder).entrySet()) {
            files.put(file.getKey(), Files.readAllBytes(file.getValue()));
        }
        return files;
    }

    /** Size and time of the same files, which tell sooner than their content that nothing was edited. */
    public static String stamp(Path folder) throws IOException {
        StringBuilder stamp = new StringBuilder();
        for (Map.Entry<String, Path> file : places(folder).entrySet()) {
            BasicFileAttributes now = Files.readAttributes(file.getValue(), BasicFileAttributes.class);
            stamp.append(file.getKey()).append(' ').append(now.size()).append(' ').append(now.lastModifiedTime()).append('\n');
        }
        return stamp.toString();
    }

    private static Map<String, Path> places(Path folder) throws IOException {
        Map<String, Path> places = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return places;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith(".") && !path.contains("/.")) {
                    places.put(path, file);
                }
            }
        }
        return places;
    }

    /** All files below a root of the jar, such as {@code /quorate/catalog}, by path relative to it. */
    public static Map<String, byte[]> inJar(String root) throws IOException {
        URL url = Resources.class.getResource(root);
        if (url == null) {
            return Map.of();
        }
        try {
            URI uri = url.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return inFolder(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return inFolder(jar.getPath(root));
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
