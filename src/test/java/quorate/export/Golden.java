package quorate.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected texts, rewritten with {@code -Dquorate.golden=write}. */
final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/export/expected");

    private Golden() {}

    static void compare(String name, String actual) {
        Path file = FOLDER.resolve(name);
        try {
            if ("write".equals(System.getProperty("quorate.golden"))) {
                Files.createDirectories(file.getParent());
                Files.write(file, actual.getBytes(StandardCharsets.UTF_8));
            }
            String expected = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            assertEquals(expected, actual, name + "; -Dquorate.golden=write accepts the change");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
