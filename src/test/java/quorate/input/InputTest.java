package quorate.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import quorate.importer.Importer;
import quorate.importer.ProjectReader;
import quorate.importer.formats.Importers;
import quorate.model.Architecture;
import quorate.schema.Schemas;
import quorate.source.Folder;
import quorate.source.Limits;
import quorate.source.Problems;

/**
 * Broken and hostile projects, each with every message that its author is told. The folders below {@code input} are the
 * cases; {@code -Dquorate.golden=write} writes what is said today into their {@code expected.txt}.
 */
class InputTest {

    private static final Path CASES = Path.of("src/test/resources/input");

    private final ProjectReader reader = new ProjectReader(Importers.all(), new Schemas(), new NoRecognizer());

    @TempDir
    Path temp;

    @TestFactory
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    Stream<DynamicTest> brokenProjectIsExplained() throws IOException {
        return InputCase.all(CASES).stream().map(one -> dynamicTest(one.name(), () -> explained(one)));
    }

    private void explained(InputCase one) throws IOException {
        Problems problems = new Problems();
        Folder folder = Folder.open(one.make(temp.resolve(one.name())), Limits.DEFAULT);
        Optional<Architecture> read = reader.read("case", folder, problems);
        one.expect(said(problems));
        assertEquals(problems.hasErrors(), read.isEmpty(), "an architecture is there exactly when there is no error");
    }

    /** What is said, without the list of formats, which grows. */
    private static String said(Problems problems) {
        String formats = Importers.all().stream().map(Importer::name).collect(Collectors.joining(", "));
        return problems.all().stream()
                .map(problem -> problem.toString().replace(formats, "(the other formats)"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
