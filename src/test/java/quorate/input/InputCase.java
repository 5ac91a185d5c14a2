package quorate.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with a project and the messages that it earns. What a repository should not carry - links that leave it, a
 * file of 100 MB - is made at run time by the lines of {@code make.txt}:
 *
 * <pre>
 * link NAME TARGET          a symbolic link
 * repeat NAME COUNT TEXT    a file that holds the text so many times
 * append NAME COUNT TEXT    the same at the end of a file of the case
 * folder NAME               an empty folder
 * </pre>
 */
record InputCase(Path folder) {

    private static final String EXPECTED = "expected.txt";
    private static final String MAKE = "make.txt";

    static List<InputCase> all(Path cases) throws IOException {
        try (Stream<Path> folders = Files.list(cases)) {
            return folders.filter(Files::isDirectory).sorted().map(InputCase::new).toList();
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** Copies the project to the place and adds what is made. */
    Path make(Path to) throws IOException {
        Path project = to.resolve("project");
        Files.createDirectories(project);
        Files.writeString(to.resolve("outside.yaml"), "name: Secret\n");
        Files.createDirectories(to.resolve("outside"));
        Files.writeString(to.resolve("outside/secret.yaml"), "name: Secret\n");
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path from : (Iterable<Path>) walk.filter(this::ofProject)::iterator) {
                Path copy = project.resolve(folder.relativize(from).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(from, copy);
            }
        }
        if (Files.exists(folder.resolve(MAKE))) {
            for (String line : Files.readAllLines(folder.resolve(MAKE))) {
                made(line.split(" "), project);
            }
        }
        return project;
    }

    /** What is said about it. */
    String expected() throws IOException {
        return Files.readString(folder.resolve(EXPECTED));
    }

    /** Compares what was said with what is expected, or writes it down. */
    void expect(String said) throws IOException {
        Path expected = folder.resolve(EXPECTED);
        if ("write".equals(System.getProperty("quorate.golden"))) {
            Files.writeString(expected, said);
        }
        assertEquals(Files.readString(expected), said);
    }

    private boolean ofProject(Path file) {
        String name = folder.relativize(file).toString();
        return Files.isRegularFile(file) && !name.equals(EXPECTED) && !name.equals(MAKE);
    }

    private static void made(String[] words, Path project) throws IOException {
        Path file = project.resolve(words[1]);
        switch (words[0]) {
            case "link" -> Files.createSymbolicLink(file, Path.of(words[2]));
            case "folder" -> Files.createDirectory(file);
            case "repeat", "append" -> repeat(file, Integer.parseInt(words[2]), words[3].getBytes(StandardCharsets.UTF_8));
            default -> throw new IllegalArgumentException("cannot make: " + words[0]);
        }
    }

    private static void repeat(Path file, int count, byte[] text) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
            for (int i = 0; i < count; i++) {
                out.write(text);
            }
        }
    }
}
