package quorate.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import quorate.importer.formats.Importers;
import quorate.source.Folder;
import quorate.source.Limits;
import quorate.source.Location;
import quorate.source.Problems;
import quorate.source.SourceFile;

/**
 * Every folder {@code src/test/resources/import/<format>/<case>} is a project; what is read from it stands in
 * {@code expected.txt}. {@code -Dquorate.golden=write} rewrites the expectations.
 */
class GoldenTest {

    private static final Path CASES = Path.of("src/test/resources/import");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path format : folders(CASES)) {
            for (Path folder : folders(format)) {
                String name = format.getFileName() + ": " + folder.getFileName();
                tests.add(DynamicTest.dynamicTest(name, () -> check(folder)));
            }
        }
        return tests.stream();
    }

    private static List<Path> folders(Path path) throws IOException {
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void check(Path project) throws IOException {
        String actual = read(project);
        Path expected = project.resolve("expected.txt");
        if ("write".equals(System.getProperty("quorate.golden"))) {
            Files.writeString(expected, actual);
        }
        assertEquals(Files.readString(expected), actual, () -> "input: " + project);
    }

    /** Gives each importer the files of the project that it accepts, as the command would. */
    static String read(Path project) throws IOException {
        Folder folder = Folder.open(project, Limits.DEFAULT);
        List<SourceFile> files = new ArrayList<>();
        for (String path : folder.list("")) {
            if (!path.equals("expected.txt")) {
                folder.read(path, Location.of(path), new Problems()).ifPresent(files::add);
            }
        }
        StringBuilder text = new StringBuilder();
        Known known = Known.NOTHING;
        for (Importer importer : Importers.all()) {
            List<SourceFile> own = files.stream().filter(importer::accepts).toList();
            if (!own.isEmpty()) {
                Draft draft = importer.read(own, new Context(folder, TestRecognizer.small(), known));
                known = known.plus(draft.entities(), draft.hosts());
                text.append("# ").append(importer.name()).append('\n').append(DraftText.of(draft));
            }
        }
        return text.toString();
    }
}
