package quorate.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.program.Program;

/** What the command line does with broken projects: exit code 2, every message on standard error, nothing else. */
class CommandLineTest {

    private static final Path CASES = Path.of("src/test/resources/input");

    @TempDir
    Path temp;

    @Test
    void checkTellsEverythingThatIsWrongWithEveryProject() throws Exception {
        List<Object> arguments = new ArrayList<>(List.of("check", "--format", "json"));
        List<String> expected = new ArrayList<>();
        for (InputCase one : InputCase.all(CASES)) {
            List<String> lines = one.expected().lines().toList();
            if (lines.stream().anyMatch(line -> line.contains(": error: "))) {
                arguments.add(one.make(temp.resolve(one.name())));
                lines.stream().filter(line -> !line.contains("(the other formats)")).forEach(expected::add);
            }
        }
        Program.Run run = Program.with().run(arguments.toArray());
        assertEquals(2, run.exit(), run.err());
        assertEquals("", run.out());
        List<String> said = run.err().lines().toList();
        expected.removeIf(line -> said.stream().anyMatch(one -> one.endsWith(line)));
        assertEquals(List.of(), expected);
    }

    @Test
    void wrongUsageIsToldOnStandardErrorOnly() throws Exception {
        for (String[] wrong : List.of(
                new String[] {"chekc"}, new String[] {"check", "--fail-on", "bad"}, new String[] {"check", "no-such-folder"})) {
            Program.Run run = Program.with().run((Object[]) wrong);
            assertEquals(2, run.exit(), run.err());
            assertEquals("", run.out());
            assertTrue(run.err().contains(wrong[wrong.length - 1]), run.err());
        }
    }

    @Test
    void diffSaysWhatDiffersBetweenTwoFoldersAndAKeptAnalysis() throws Exception {
        Path before = Files.createDirectories(temp.resolve("before/shop"));
        Path after = Files.createDirectories(temp.resolve("after/shop"));
        Files.writeString(before.resolve("architecture.yaml"), "services:\n  cart:\n    replicas: 2\n");
        Files.writeString(after.resolve("architecture.yaml"), "services:\n  cart:\n    replicas: 3\n");
        Program.Run folders = Program.with().run("diff", before, after);
        assertEquals(0, folders.exit(), folders.err());
        assertTrue(folders.out().contains("replicas") && folders.out().contains("2 -> 3"), folders.out());
        assertEquals("nothing differs\n", Program.with().run("diff", after, after).out());

        Path kept = temp.resolve("analysis.json");
        assertEquals(0, Program.with().run("check", before, "--format", "json", "--output", kept, "--fail-on", "none").exit());
        assertEquals(folders.out(), Program.with().run("diff", kept, after).out());
        Files.writeString(kept, "{}");
        assertEquals(2, Program.with().run("diff", kept, after).exit());
    }

    @Test
    void failedBuildLeavesTheSiteAsItWas() throws Exception {
        Path site = Files.createDirectories(temp.resolve("site/projects/shop")).getParent().getParent();
        Path out = temp.resolve("out");
        Path architecture = site.resolve("projects/shop/architecture.yaml");
        Files.writeString(site.resolve("site.yaml"), "title: Shop\n");
        Files.writeString(architecture, "services:\n  cart:\n    replicas: 2\n");
        Program.Run first = Program.with().run("build", site, "-o", out);
        assertEquals(0, first.exit(), first.err());
        Map<String, String> before = content(out);
        assertTrue(before.containsKey("index.html"), before.keySet().toString());

        Files.writeString(architecture, "services:\n  cart:\n    replicas: two\n");
        Program.Run second = Program.with().run("build", site, "-o", out);
        assertEquals(2, second.exit(), second.err());
        assertEquals("", second.out());
        assertTrue(second.err().contains("architecture.yaml:3:15: error: "), second.err());
        assertEquals(before, content(out));
    }

    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                content.put(folder.relativize(file).toString(), new String(Files.readAllBytes(file), "ISO-8859-1"));
            }
        }
        return content;
    }
}
