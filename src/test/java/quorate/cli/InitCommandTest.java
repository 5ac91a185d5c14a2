package quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
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
    void checkSaysTheSameBeforeAndAfter() throws IOException, InterruptedException {
        write("compose.yaml", "services:\n  web: {image: nginx, env_file: dot.env}\n  db: {image: postgres}\n");
        write("dot.env", "DB_HOST=db\n");
        write("k8s/pods.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: orders}
                spec: {template: {metadata: {labels: {app: orders}}, spec: {containers: [{name: orders, image: acme/orders}]}}}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: orders}
                spec: {selector: {app: orders}, ports: [{port: 80}]}
                """);
        write("mesh/routes.yaml", """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: orders}
                spec:
                  host: orders
                  trafficPolicy: {outlierDetection: {consecutive5xxErrors: 1, maxEjectionPercent: 100}}
                """);
        Object[] check = {"check", "--fail-on", "none", "--quiet", "--format", "json", folder};
        String before = Program.with().run(check).out();
        assertTrue(before.contains("orders-ejection"), "the route is read with the pods");
        assertEquals(0, new CommandLine(new InitCommand()).setOut(new PrintWriter(new StringWriter())).execute(folder.toString()));
        String written = Files.readString(folder.resolve("architecture.yaml"));
        assertFalse(written.contains("- dot.env"), "what only a file of the project names is not imported");
        Program.Run after = Program.with().run(check);
        assertEquals(0, after.exit(), after.err());
        assertEquals(fingerprints(before), fingerprints(after.out()));
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    private static List<String> fingerprints(String json) {
        List<String> all = Pattern.compile("\"fingerprint\": \"([0-9a-f]+)\"").matcher(json).results().map(m -> m.group(1)).sorted().toList();
        assertFalse(all.isEmpty());
        return all;
    }

    @Test
    void countsNoneAsMany() throws IOException {
        String said = init("services:\n  web: {image: nginx}\n");
        assertTrue(said.contains("(1 component, 0 links)"), said);
    }
}
