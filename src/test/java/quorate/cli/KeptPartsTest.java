package quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.source.Problem;

/** What did not change since the last build is left as it is, and nobody can tell from the output. */
class KeptPartsTest {

    @TempDir
    Path temp;

    private Path site;
    private Path out;

    @BeforeEach
    void twoProjects() throws IOException {
        site = temp.resolve("own");
        out = temp.resolve("site");
        project("one", "name: One\nservices:\n  api: {replicas: 1}\nstores:\n  db: {technology: postgresql, replicas: 1}\n"
                + "links:\n  - {from: api, to: db, need: hard}\n");
        project("two", "name: Two\nservices:\n  job: {replicas: 2}\n");
        Files.writeString(site.resolve("site.yaml"), "title: Ours\n");
    }

    private void project(String name, String architecture) throws IOException {
        Files.createDirectories(site.resolve("projects").resolve(name));
        Files.writeString(site.resolve("projects").resolve(name).resolve("architecture.yaml"), architecture);
    }

    private SiteBuild.Result build(Path output, Path cache) throws IOException {
        return new SiteBuild(site, output, cache, Optional.empty(), Optional.empty(), OptionalInt.of(0), new CheckOptions()).run();
    }

    private SiteBuild.Result build() throws IOException {
        return build(out, temp.resolve("cache"));
    }

    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                content.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return content;
    }

    /** The output is what a build makes that knows of no earlier one. */
    private void assertFresh() throws IOException {
        Path fresh = temp.resolve("fresh");
        build(fresh, temp.resolve("fresh-cache"));
        Map<String, String> expected = content(fresh);
        Map<String, String> actual = content(out);
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((path, text) -> assertEquals(text, actual.get(path), path));
    }

    @Test
    void projectThatChangedLeavesTheOthersAsTheyWere() throws IOException {
        SiteBuild.Result first = build();
        SiteBuild.Result second = build();
        assertEquals(0, second.written());
        assertEquals(first.pages(), second.pages());
        assertEquals(first.warnings(), second.warnings(), "what was not understood is told again");
        Object before = Files.getLastModifiedTime(out.resolve("projects/two/index.html"));
        project("one", Files.readString(site.resolve("projects/one/architecture.yaml")).replace("name: One", "name: First"));
        build();
        assertTrue(Files.readString(out.resolve("index.html")).contains("First"), "the portfolio knows");
        assertEquals(before, Files.getLastModifiedTime(out.resolve("projects/two/index.html")));
        assertFresh();
    }

    @Test
    void fileThatWasLostOrEditedIsMadeAgain() throws IOException {
        build();
        Files.delete(out.resolve("projects/two/questions/index.html"));
        Files.writeString(out.resolve("projects/one/index.html"), "defaced");
        Files.writeString(out.resolve("patterns/index.html"), "defaced");
        build();
        assertFresh();
    }

    @Test
    void outputThatIsGoneOrStandsElsewhereIsLaidOutAgain() throws IOException {
        SiteBuild.Result first = build();
        Map<String, String> made = content(out);
        Path elsewhere = temp.resolve("elsewhere/site");
        SiteBuild.Result second = build(elsewhere, temp.resolve("cache"));
        assertEquals(made, content(elsewhere));
        assertEquals(List.of(first.pages(), first.written()), List.of(second.pages(), second.written()));
        assertEquals(first.warnings(), second.warnings());
        assertEquals(0, build(elsewhere, temp.resolve("cache")).written(), "it is known to stand there");
        project("one", Files.readString(site.resolve("projects/one/architecture.yaml")).replace("name: One", "name: First"));
        out = temp.resolve("third");
        build();
        assertTrue(Files.readString(out.resolve("projects/one/index.html")).contains("First"));
        assertFresh();
    }

    @Test
    void nothingIsKeptOfAProjectThatIsGone() throws IOException {
        build();
        Path parts = temp.resolve("cache/parts");
        assertTrue(content(parts).keySet().stream().anyMatch(name -> name.startsWith("two.")));
        Files.delete(site.resolve("projects/two/architecture.yaml"));
        Files.delete(site.resolve("projects/two"));
        build();
        assertEquals(List.of(), content(parts).keySet().stream().filter(name -> name.startsWith("two.")).toList());
        assertEquals(0, build().written(), "the others are still known");
        assertFresh();
    }

    @Test
    void keptFilesThatAreDamagedAreNotUsed() throws IOException {
        build();
        for (String part : List.of("one", "two", "_rest")) {
            Path kept = temp.resolve("cache/parts/" + part + ".files");
            byte[] bytes = Files.readAllBytes(kept);
            bytes[bytes.length / 2] ^= 1;
            Files.write(kept, bytes);
        }
        out = temp.resolve("second");
        build();
        assertFresh();
    }

    @Test
    void templateTitleAcceptanceAndGoneProjectDecideToo() throws IOException {
        build();
        Files.createDirectories(site.resolve("templates"));
        String template = Files.readString(Path.of("templates/questions.ftlh"));
        Files.writeString(site.resolve("templates/questions.ftlh"), template.replace("</@l.page>", "<p>Ask Eve.</p></@l.page>"));
        build();
        assertTrue(Files.readString(out.resolve("projects/one/questions/index.html")).contains("Ask Eve."));
        Files.writeString(site.resolve("site.yaml"), "title: Others\n");
        Files.writeString(site.resolve("projects/acceptances.yaml"),
                "accepted:\n  - {project: one, rule: thin-redundancy, subject: db, reason: rebuilt every night}\n");
        Files.delete(site.resolve("projects/two/architecture.yaml"));
        Files.delete(site.resolve("projects/two"));
        build();
        assertTrue(Files.notExists(out.resolve("projects/two")));
        assertTrue(Files.readString(out.resolve("projects/one/index.html")).contains("Others"));
        assertFresh();
    }

    @Test
    void commitThatDoesNotTouchAProjectLeavesItAsItWas() throws Exception {
        try (Git git = Git.init().setDirectory(site.toFile()).call()) {
            commit(git, "2026-01-01T12:00:00Z");
            build();
            Object before = Files.getLastModifiedTime(out.resolve("projects/two/index.html"));
            project("one", Files.readString(site.resolve("projects/one/architecture.yaml")).replace("name: One", "name: First"));
            commit(git, "2026-01-03T12:00:00Z");
            build();
            assertEquals(before, Files.getLastModifiedTime(out.resolve("projects/two/index.html")));
        }
        String two = Files.readString(out.resolve("projects/two/index.html"));
        assertTrue(two.contains("2026-01-01") && !two.contains("2026-01-03"), "it names the commit that changed it");
        assertTrue(Files.readString(out.resolve("projects/one/index.html")).contains("2026-01-03"));
        assertTrue(Files.readString(out.resolve("index.html")).contains("2026-01-03"), "the portfolio is of the newest");
        assertFresh();
    }

    @Test
    void acceptanceExpiresOnItsDay() throws Exception {
        project("two", "name: Two\nservices:\n  job: {replicas: 1}\naccepted:\n  - {rule: single-instance, subject: job, "
                + "reason: a nightly job, owner: Eve, expires: 2026-01-02}\n");
        try (Git git = Git.init().setDirectory(site.toFile()).call()) {
            commit(git, "2026-01-01T12:00:00Z");
            build();
            Object before = Files.getLastModifiedTime(out.resolve("projects/one/index.html"));
            Files.writeString(site.resolve("README"), "Read me.");
            commit(git, "2026-01-03T12:00:00Z");
            List<Problem> warnings = build().warnings();
            assertTrue(warnings.stream().anyMatch(w -> w.message().contains("expired")), warnings.toString());
            assertEquals(before, Files.getLastModifiedTime(out.resolve("projects/one/index.html")));
        }
        assertFresh();
    }

    private static void commit(Git git, String time) throws Exception {
        PersonIdent at = new PersonIdent("a", "a@b.example", Instant.parse(time), ZoneOffset.UTC);
        git.add().addFilepattern(".").call();
        git.commit().setMessage(time).setAuthor(at).setCommitter(at).setSign(false).call();
    }
}
