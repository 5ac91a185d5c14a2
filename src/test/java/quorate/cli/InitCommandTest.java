package quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import quorate.program.Program;

/** What the first command says of what it found. */
class InitCommandTest {

    @TempDir
    Path folder;

    private String init(String compose) throws IOException {
        Files.writeString(folder.resolve("docker-compose.yml"), compose);
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(new InitCommand());
        line.setOut(new PrintWriter(out));
        assertEquals(0, line.execute(folder.toString()));
        return out.toString();
    }

    @Test
    void countsOneAsOne() throws IOException {
        String said = init("services:\n  web: {image: nginx, depends_on: [db]}\n  db: {image: postgres}\n");
        assertTrue(said.contains("(2 components, 1 link)"), said);
    }

    @Test
    void pagesThatItNamesOneByOneAreReadAsOneCatalog() throws IOException, InterruptedException {
        for (String use : new String[] {"sends", "receives"}) {
            Path page = folder.resolve("services/" + use + "/index.mdx");
            Files.createDirectories(page.getParent());
            Files.writeString(page, "---\nid: " + use + "\nname: It " + use + "\nversion: 1.0.0\n" + use + ": [ask]\n---\n[[query|ask]]\n");
        }
        String said = init("services:\n  web: {image: nginx}\n");
        assertTrue(said.contains("(3 components, 1 link)"), said);
        assertTrue(Files.readString(folder.resolve("architecture.yaml")).contains("- services/sends/index.mdx"), "imports");
        Program.Run run = Program.with().run("check", "--fail-on", "none", folder);
        assertEquals(0, run.exit(), run.err());
        assertFalse(run.err().contains("warning"), run.err());
    }

    @Test
    void countsNoneAsMany() throws IOException {
        String said = init("services:\n  web: {image: nginx}\n");
        assertTrue(said.contains("(1 component, 0 links)"), said);
    }
}
