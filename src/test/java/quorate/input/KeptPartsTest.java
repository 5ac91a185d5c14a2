package quorate.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.program.Program;

/** What did not change since the last build is left as it is, and nobody can tell from the output. */
class KeptPartsTest {

    @TempDir
    Path temp;

    private Path site;
    private Path out;

    private Program.Run build(Path output, Path cache) throws Exception {
        Program.Run run = Program.with().run("build", site, "--output", output, "--cache", cache);
        assertEquals(0, run.exit(), run.err());
        return run;
    }

    private Program.Run build() throws Exception {
        return build(out, temp.resolve("cache"));
    }

    private void sites() throws IOException {
        site = temp.resolve("own");
        out = temp.resolve("site");
        project("one", "name: One\nservices:\n  api: {replicas: 1}\nstores:\n  db: {technology: postgresql}\n"
                + "links:\n  - {from: api, to: db, need: hard}\n");
        project("two", "name: Two\nservices:\n  job: {replicas: 2}\n");
        Files.writeString(site.resolve("site.yaml"), "title: Ours\n");
    }

    private void project(String name, String architecture) throws IOException {
        Files.createDirectories(site.resolve("projects").resolve(name));
        Files.writeString(site.resolve("projects").resolve(name).resolve("architecture.yaml"), architecture);
    }

    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                content.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return content;
    }

    /** The output is what a build finds that knows of no earlier one. */
    private void assertFresh() throws Exception {
        Path fresh = temp.resolve("fresh");
        build(fresh, temp.resolve("fresh-cache"));
        Map<String, String> expected = content(fresh);
        Map<String, String> actual = content(out);
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((path, text) -> assertEquals(text, actual.get(path), path));
    }

    @Test
    void oneProjectThatChangedLeavesTheOthersAsTheyWere() throws Exception {
        sites();
        String first = build().err();
        String second = build().out();
        assertTrue(second.contains("2 projects") && second.contains(" 0 files written"), second);
        assertEquals(first, build().err(), "what was not understood is told again");
        Object before = Files.getLastModifiedTime(out.resolve("projects/two/index.html"));
        project("one", Files.readString(site.resolve("projects/one/architecture.yaml")).replace("name: One", "name: First"));
        build();
        assertTrue(Files.readString(out.resolve("index.html")).contains("First"), "the portfolio knows");
        assertEquals(before, Files.getLastModifiedTime(out.resolve("projects/two/index.html")));
        assertFresh();
    }

    @Test
    void fileThatWasLostOrEditedIsMadeAgain() throws Exception {
        sites();
        build();
        Files.delete(out.resolve("projects/two/questions/index.html"));
        Files.writeString(out.resolve("projects/one/index.html"), "defaced");
        Files.writeString(out.resolve("patterns/index.html"), "defaced");
        build();
        assertFresh();
    }

    @Test
    void templateConfigurationAndAcceptanceDecideToo() throws Exception {
        sites();
        build();
        Files.createDirectories(site.resolve("templates"));
        String template = Files.readString(Path.of("templates/questions.ftlh"));
        Files.writeString(site.resolve("templates/questions.ftlh"), template.replace("</@l.page>", "<p>Ask Eve.</p></@l.page>"));
        Files.writeString(site.resolve("site.yaml"), "title: Others\n");
        Files.writeString(site.resolve("projects/acceptances.yaml"),
                "accepted:\n  - {project: one, rule: thin-redundancy, subject: db, reason: rebuilt every night}\n");
        build();
        assertTrue(Files.readString(out.resolve("projects/two/questions/index.html")).contains("Ask Eve."));
        assertFresh();
    }

    @Test
    void projectThatIsGoneIsRemoved() throws Exception {
        sites();
        build();
        Files.delete(site.resolve("projects/two/architecture.yaml"));
        Files.delete(site.resolve("projects/two"));
        build();
        assertTrue(Files.notExists(out.resolve("projects/two")));
        assertFresh();
    }
}
