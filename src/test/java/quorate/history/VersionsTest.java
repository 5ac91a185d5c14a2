package quorate.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.history.Versions.End;
import quorate.history.Versions.Line;

/** The states of a folder along its history. */
class VersionsTest {

    @TempDir
    Path folder;

    private Git git;

    @BeforeEach
    void begin() throws Exception {
        git = Git.init().setDirectory(folder.resolve("work").toFile()).setInitialBranch("main").call();
    }

    @AfterEach
    void end() {
        git.close();
    }

    private void commit(String message, String file, String text) throws Exception {
        Path path = folder.resolve("work").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        git.add().addFilepattern(".").call();
        PersonIdent who = new PersonIdent("a", "a@b.example");
        git.commit().setMessage(message).setAuthor(who).setCommitter(who).setSign(false).call();
    }

    private static Line line(Path work, String of, int most) {
        try (Versions versions = Versions.of(work).orElseThrow()) {
            return versions.lines(List.of(of), most).get(of);
        }
    }

    private static List<String> messages(Line line) {
        return line.versions().stream().map(Versions.Version::message).toList();
    }

    @Test
    void onlyCommitsThatChangeTheFolderCount() throws Exception {
        commit("before", "other/x", "1");
        commit("first", "shop/a", "1");
        commit("elsewhere", "other/x", "2");
        commit("second", "shop/a", "2");
        Line line = line(folder.resolve("work"), "shop", 10);
        assertEquals(List.of("second", "first"), messages(line));
        assertEquals(End.BEGINNING, line.end());
        assertEquals(List.of(), line(folder.resolve("work"), "missing", 10).versions());
    }

    @Test
    void boundIsKeptAndSaid() throws Exception {
        for (int i = 0; i < 4; i++) {
            commit("state " + i, "shop/a", "" + i);
        }
        Line line = line(folder.resolve("work"), "shop", 2);
        assertEquals(List.of("state 3", "state 2"), messages(line));
        assertEquals(End.BOUND, line.end());
    }

    @Test
    void mergeIsFollowedToTheSideWhoseStateItTook() throws Exception {
        commit("first", "shop/a", "1");
        git.checkout().setCreateBranch(true).setName("side").call();
        commit("on the side", "shop/a", "2");
        git.checkout().setName("main").call();
        commit("elsewhere", "other/x", "1");
        git.merge().include(git.getRepository().resolve("side")).setFastForward(MergeCommand.FastForwardMode.NO_FF).call();
        assertEquals(List.of("on the side", "first"), messages(line(folder.resolve("work"), "shop", 10)));
    }

    @Test
    void shallowCloneSaysThatTheTimeBeforeIsUnknown() throws Exception {
        commit("first", "shop/a", "1");
        commit("second", "shop/a", "2");
        commit("third", "shop/a", "3");
        Path clone = folder.resolve("clone");
        Git.cloneRepository().setURI(folder.resolve("work").toUri().toString()).setDirectory(clone.toFile()).setDepth(2).call().close();
        Line line = line(clone, "shop", 10);
        assertEquals(End.SHALLOW, line.end());
        assertEquals(List.of("third", "second"), messages(line));
    }

    @Test
    void stateIsWrittenWithoutLinks() throws Exception {
        Path work = folder.resolve("work");
        Files.createDirectories(work.resolve("shop"));
        Files.createSymbolicLink(work.resolve("shop/out"), Path.of("/etc/hostname"));
        commit("first", "shop/deep/a", "text");
        Path target = Files.createDirectories(folder.resolve("target"));
        try (Versions versions = Versions.of(work).orElseThrow()) {
            String tree = versions.lines(List.of("shop"), 1).get("shop").versions().get(0).tree();
            assertTrue(versions.write(tree, target));
        }
        assertEquals("text", Files.readString(target.resolve("deep/a")));
        assertFalse(Files.exists(target.resolve("out"), java.nio.file.LinkOption.NOFOLLOW_LINKS));
    }
}
