package quorate.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
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

    private static Instant noon(String day) {
        return Instant.parse(day + "T12:00:00Z");
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
        LastChanges changes = LastChanges.of(folder.resolve("pages"));
        assertEquals(Set.of("pages/a.md", "pages/b.md"), changes.files().keySet());
        assertEquals(noon("2026-01-03"), changes.files().get("pages/a.md").time());
        assertEquals(noon("2026-01-02"), changes.files().get("pages/b.md").time());
    }

    @Test
    void aFolderChangedWithTheNewestOfWhatLiesBelowIt() throws Exception {
        commit("2026-01-01", "site/projects/shop/architecture.yaml", "1");
        commit("2026-01-02", "site/projects/bank/architecture.yaml", "1");
        String head = git.getRepository().resolve("HEAD").name();
        LastChanges changes = LastChanges.of(folder);
        assertEquals(Set.of("", "site", "site/projects", "site/projects/shop", "site/projects/bank"), changes.folders().keySet());
        assertEquals(noon("2026-01-01"), changes.folders().get("site/projects/shop").time());
        assertEquals(head, changes.folders().get("site/projects").commit());
        assertEquals(head, changes.folders().get("").commit());
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
        assertEquals(noon("2026-01-02"), LastChanges.of(folder).files().get("a").time());
    }

    @Test
    void nothingIsKnownOutsideARepository(@TempDir Path elsewhere) {
        assertEquals(LastChanges.NONE, LastChanges.of(elsewhere));
    }
}
