package quorate.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last change of each file. */
class LastChangesTest {

    @TempDir
    Path folder;

    private Git git;

    @BeforeEach
    void begin() throws Exception {
        git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
    }

    @AfterEach
    void end() {
        git.close();
    }

    private static PersonIdent at(String day) {
        return new PersonIdent("a", "a@b.example", Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
    }

    private void commit(String day, String file, String text) throws Exception {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        git.add().addFilepattern(".").call();
        git.commit().setMessage(day).setAuthor(at(day)).setCommitter(at(day)).setSign(false).call();
    }

    @Test
    void isThatOfTheNewestCommitThatChangedTheFile() throws Exception {
        commit("2026-01-01", "pages/a.md", "1");
        commit("2026-01-02", "pages/b.md", "1");
        commit("2026-01-03", "pages/a.md", "2");
        assertEquals(
                Map.of("pages/a.md", Instant.parse("2026-01-03T12:00:00Z"), "pages/b.md", Instant.parse("2026-01-02T12:00:00Z")),
                LastChanges.of(folder.resolve("pages")));
    }

    @Test
    void aMergeChangesNothingThatItTookFromASide() throws Exception {
        commit("2026-01-01", "a", "1");
        git.checkout().setCreateBranch(true).setName("side").call();
        commit("2026-01-02", "a", "2");
        git.checkout().setName("main").call();
        commit("2026-01-03", "b", "1");
        git.merge().include(git.getRepository().resolve("side")).setFastForward(MergeCommand.FastForwardMode.NO_FF)
                .setMessage("merge").call();
        assertEquals(Instant.parse("2026-01-02T12:00:00Z"), LastChanges.of(folder).get("a"));
    }

    @Test
    void nothingIsKnownOutsideARepository(@TempDir Path elsewhere) {
        assertEquals(Map.of(), LastChanges.of(elsewhere));
    }
}
