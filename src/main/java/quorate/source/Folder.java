package quorate.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A project's folder: the only place from which its files are read. No path leaves it, symbolic links included. */
public final class Folder {

    private final Path root;
    private final Limits limits;

    private Folder(Path root, Limits limits) {
        this.root = root;
        this.limits = limits;
    }

    /** Opens an existing folder; {@code IOException} if it is not there. */
    public static Folder open(Path root, Limits limits) throws IOException {
        return new Folder(root.toRealPath(), limits);
    }

    public Path root() {
        return root;
    }

    public Limits limits() {
        return limits;
    }

    /** Whether the path names a regular file inside the folder. */
    public boolean has(String path) {
        return inside(path).filter(Files::isRegularFile).isPresent();
    }

    /** Whether the path names a folder inside this one. */
    public boolean hasFolder(String path) {
        return inside(path).filter(Files::isDirectory).isPresent();
    }

    /**
     * Reads a file, or reports at {@code from} why it cannot be read.
     *
     * @param path relative to the folder
     * @param from the place that asks for it
     */
    public Optional<SourceFile> read(String path, Location from, Problems problems) {
        Optional<Path> file = inside(path);
        if (file.isEmpty()) {
            problems.error(
                    from,
                    "'" + path + "' is not inside the project folder",
                    "Only files below the folder of architecture.yaml are read; copy the file there.");
            return Optional.empty();
        }
        try {
            if (!Files.isRegularFile(file.get())) {
                problems.error(from, "no file '" + path + "'", "Write a path relative to the project folder.");
                return Optional.empty();
            }
            long size = Files.size(file.get());
            if (size > limits.bytes()) {
                problems.error(
                        Location.of(path),
                        "the file has " + size / (1024 * 1024) + " MB, more than the " + limits.bytes() / (1024 * 1024)
                                + " MB that are read",
                        "Split it, or import only the part that describes the architecture.");
                return Optional.empty();
            }
            return decode(path, Files.readAllBytes(file.get()), problems).map(text -> new SourceFile(path, text));
        } catch (IOException e) {
            problems.error(Location.of(path), "the file cannot be read", "Check its permissions.");
        }
        return Optional.empty();
    }

    /** The regular files below {@code path}, relative to the folder, sorted; hidden ones and links left out. */
    public List<String> list(String path) throws IOException {
        Optional<Path> start = inside(path);
        if (start.isEmpty() || !Files.isDirectory(start.get())) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(start.get(), 12)) {
            List<String> found = new ArrayList<>();
            walk.filter(Files::isRegularFile)
                    .filter(p -> !Files.isSymbolicLink(p))
                    .map(this::relative)
                    .filter(p -> !hidden(p))
                    .forEach(found::add);
            // Sorted before it is cut, or the file system would choose.
            found.sort(Comparator.naturalOrder());
            return List.copyOf(found.subList(0, Math.min(found.size(), limits.files())));
        }
    }

    /** A path written in one file, relative to the project folder; one that leaves it stays as it is and is not found. */
    public static String beside(String file, String path) {
        try {
            return Path.of(file.substring(0, file.lastIndexOf('/') + 1)).resolve(path).normalize().toString().replace('\\', '/');
        } catch (InvalidPathException e) {
            return path;
        }
    }

    private static boolean hidden(String path) {
        return path.startsWith(".") || path.contains("/.");
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private Optional<Path> inside(String path) {
        try {
            Path wanted = root.resolve(path).normalize();
            if (!wanted.startsWith(root)) {
                return Optional.empty();
            }
            if (Files.exists(wanted) && !wanted.toRealPath().startsWith(root)) {
                return Optional.empty();
            }
            return Optional.of(wanted);
        } catch (InvalidPathException | IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> decode(String path, byte[] bytes, Problems problems) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        if (decoder.decode(in, out, true).isError()) {
            String before = out.flip().toString();
            int column = before.length() - before.lastIndexOf('\n');
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            problems.error(new Location(path, line, column), "the file is not valid UTF-8", "Save it as UTF-8.");
            return Optional.empty();
        }
        String text = out.flip().toString();
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
}
