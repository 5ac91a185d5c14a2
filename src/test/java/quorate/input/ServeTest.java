package quorate.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import quorate.program.Program;

/** An author leaves {@code serve} running, edits, and sees the page change. */
@Timeout(120)
class ServeTest {

    private static final String GOOD = "name: %s\nservices:\n  api: {replicas: 2}\n";

    @TempDir
    Path temp;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> get(String address) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    /** Reads what the program says until a line begins so. */
    private static String said(BufferedReader out, String beginning) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new AssertionError("it ended before it said '" + beginning + "'");
    }

    @Test
    void editShowsAndTheOpenPageIsToldWhereTheOutputLiesBesideTheSource() throws Exception {
        Path project = Files.createDirectories(temp.resolve("shop"));
        Path file = project.resolve("architecture.yaml");
        Files.writeString(file, GOOD.formatted("First"));
        Process process = Program.with().start("serve", project, "--output", temp.resolve("out"), "--port", "0", "--detail", "brief");
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String address = said(out, "serving ").substring("serving ".length());
            assertTrue(address.startsWith("http://127.0.0.1:"), address);
            assertTrue(get(address).body().contains("First"));
            HttpResponse<Stream<String>> open = client.send(
                    HttpRequest.newBuilder(URI.create(address + "-/reload")).build(), BodyHandlers.ofLines());
            Files.writeString(file, GOOD.formatted("Second"));
            said(out, "rebuilt in ");
            assertEquals("data: changed", open.body().findFirst().orElseThrow());
            assertTrue(get(address).body().contains("Second"));
            Files.writeString(file, "nmae: Third\n");
            String told = said(out, "architecture.yaml:1:1");
            assertTrue(told.contains("nmae"), told);
            assertTrue(get(address).body().contains("Second"), "the last good site stays");
            assertEquals(404, get(address + "..%2fshop/architecture.yaml").statusCode());
            String page = get(address).body();
            assertTrue(page.contains("/-/reload.js"), "the page that is served knows when to load itself again");
            assertFalse(Files.readString(temp.resolve("out/index.html")).contains("/-/reload.js"));
        } finally {
            process.destroy();
        }
    }
}
