package quorate.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.program.Program;

/** Gating a change as a pipeline does: baseline, earlier revision, warnings, several outputs. */
class GateTest {

    private static final String WEAK = """
            stores:
              %s: {type: database, replicas: 1, replication: {topology: single-leader}}
            data:
              entries: {stores: [%s], no-loss: true, money: true}
            """;

    @TempDir
    Path temp;

    @TempDir
    Path outside;

    private Path shop;
    private Path file;

    @BeforeEach
    void oneWeakProject() throws IOException {
        shop = Files.createDirectories(temp.resolve("shop"));
        file = temp.resolve("baseline.jsonl");
        write("ledger");
    }

    @Test
    void aBaselineLetsOldFindingsPassAndNewOnesFail() throws Exception {
        assertEquals(1, run("check", shop).exit());
        Program.Run first = run("baseline", shop, "-b", file);
        assertEquals(0, first.exit(), first.err());
        String held = Files.readString(file);
        assertTrue(held.contains("\"rule\":\"thin-redundancy\",\"kind\":\"store\",\"subject\":\"ledger\""), held);
        Program.Run gated = run("check", shop, "--baseline", file, "-q");
        assertEquals(0, gated.exit(), gated.err());
        assertFalse(gated.out().contains("[thin-redundancy]"), gated.out());
        assertTrue(run("check", shop, "--baseline", file, "--show-baselined").out().contains("[thin-redundancy]"));

        write("other");
        Program.Run changed = run("check", shop, "--baseline", file);
        assertEquals(1, changed.exit());
        assertTrue(changed.err().contains("of the baseline are gone"), changed.err());
        assertTrue(run("baseline", shop, "-b", file).out().contains("left out  shop: thin-redundancy@other"));
        assertFalse(Files.readString(file).contains("ledger"), "what is gone is taken out by itself");
        assertEquals(1, run("check", shop, "--baseline", file).exit(), "what is new is not taken in by itself");
        run("baseline", shop, "-b", file, "--accept-new");
        assertEquals(0, run("check", shop, "--baseline", file).exit());
    }

    @Test
    void aBaselineThatIsMissingOrDamagedEndsTheRun() throws Exception {
        Program.Run missing = run("check", shop, "--baseline", file);
        assertEquals(2, missing.exit());
        assertEquals("", missing.out());
        Files.writeString(file, "<<<<<<< HEAD\n");
        Program.Run damaged = run("check", shop, "--baseline", file);
        assertEquals(2, damaged.exit());
        assertTrue(damaged.err().contains("baseline.jsonl:1: no line of a baseline"), damaged.err());
        assertEquals(2, run("baseline", shop, "-b", file).exit());
        assertEquals("<<<<<<< HEAD\n", Files.readString(file));
    }

    @Test
    void onlyWhatIsNewSinceARevisionFails() throws Exception {
        try (Git git = Git.init().setDirectory(temp.toFile()).call()) {
            commit(git);
            assertEquals(0, run("check", shop, "--since", "HEAD").exit());
            Program.Run unknown = run("check", shop, "--since", "no-such-branch");
            assertEquals(2, unknown.exit());
            assertTrue(unknown.err().contains("no revision 'no-such-branch'"), unknown.err());
            write("other");
            Program.Run changed = run("check", shop, "--since", "HEAD", "-f", "sarif");
            assertEquals(1, changed.exit(), changed.err());
            assertTrue(changed.out().contains("\"baselineState\": \"new\""), changed.out());
            Files.writeString(shop.resolve("architecture.yaml"), "services: [\n");
            commit(git);
            write("ledger");
            Program.Run broken = run("check", shop, "--since", "HEAD");
            assertEquals(2, broken.exit());
            assertTrue(broken.err().contains("HEAD:shop/architecture.yaml:"), broken.err());
        }
        assertEquals(2, run("check", outside, "--since", "HEAD").exit());
    }

    @Test
    void messagesOfSeveralProjectsNameTheirFolder() throws Exception {
        Path bank = Files.createDirectories(temp.resolve("bank"));
        Files.writeString(bank.resolve("architecture.yaml"), "services:\n  a: {replicas: two}\n");
        Files.writeString(shop.resolve("architecture.yaml"), "services:\n  a: {replicas: three}\n");
        Program.Run run = run("check", shop, bank);
        assertEquals(2, run.exit());
        assertTrue(run.err().contains(shop + "/architecture.yaml:2:17: error:") && run.err().contains(bank + "/architecture.yaml:2:17: error:"),
                run.err());
    }

    @Test
    void oneOutputThatFailsKeepsNoOtherFromBeingWritten() throws Exception {
        Path sarif = temp.resolve("out/shop.sarif");
        Program.Run run = run("check", shop, "-f", "junit", "-o", temp.resolve("baseline.jsonl/impossible"), "-f", "sarif", "-o", sarif, "-f", "github");
        assertEquals(1, run.exit(), "a folder is made for the output");
        Files.writeString(temp.resolve("plain"), "");
        run = run("check", shop, "-f", "junit", "-o", temp.resolve("plain/impossible"), "-f", "sarif", "-o", sarif, "-f", "github");
        assertEquals(2, run.exit());
        assertTrue(Files.readString(sarif).contains("thin-redundancy"));
        assertTrue(run.out().startsWith("::error "), run.out());
        assertTrue(run.err().contains("cannot write"), run.err());
    }

    @Test
    void tooManyWarningsFailAndAnEmptyFolderIsAnError() throws Exception {
        assertEquals(0, run("check", shop, "--fail-on", "none").exit());
        assertEquals(2, run("check", shop, "--max-warnings", "-1").exit());
        Path empty = Files.createDirectories(temp.resolve("empty"));
        assertEquals(2, run("check", empty).exit());
        assertEquals(0, run("check", empty, "--allow-empty").exit());
        assertEquals(2, run("check", shop, "-q", "-v").exit());
        assertTrue(run("check", shop, "-v").out().contains("  ledger: replicas = 1  declared "), "the facts stand below the finding");
    }

    private void write(String store) throws IOException {
        Files.writeString(shop.resolve("architecture.yaml"), WEAK.replace("%s", store));
    }

    private static void commit(Git git) throws GitAPIException {
        git.add().addFilepattern(".").call();
        PersonIdent somebody = new PersonIdent("A", "a@example.org");
        git.commit().setMessage("State").setAuthor(somebody).setCommitter(somebody).setSign(false).call();
    }

    private static Program.Run run(Object... arguments) throws IOException, InterruptedException {
        return Program.with().run(arguments);
    }
}
