package quorate.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Scores of Lighthouse for one page of each kind that readers meet first. {@code src/test/lighthouse.sh} runs it. */
public final class Lighthouse {

    private static final List<String> KINDS = List.of("home", "project", "matrix", "pattern", "runbook");

    private Lighthouse() {}

    /** Takes the command that runs Lighthouse, word by word, and options of Lighthouse behind it. */
    public static void main(String... command) throws IOException, InterruptedException {
        BuiltSite site = BuiltSite.read();
        Path folder = Files.createDirectories(site.root().resolveSibling("lighthouse"));
        try (SiteServer server = new SiteServer(site.root(), site.base())) {
            for (BuiltSite.Page page : site.longest()) {
                if (KINDS.contains(page.kind())) {
                    Path report = folder.resolve(page.kind() + ".json");
                    run(command, server.address() + page.path(), report);
                    System.out.println(page + scores(report));
                }
            }
        }
    }

    private static void run(String[] command, String address, Path report) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(address, "--quiet", "--output=json", "--output-path=" + report,
                "--chrome-flags=--headless --no-sandbox --disable-gpu"));
        ProcessBuilder process = new ProcessBuilder(words).inheritIO();
        process.environment().put("CHROME_PATH", System.getProperty("quorate.chromium", "/usr/bin/chromium"));
        if (process.start().waitFor() != 0) {
            throw new IOException("Lighthouse failed for " + address);
        }
    }

    private static String scores(Path report) throws IOException {
        StringBuilder line = new StringBuilder();
        JsonNode root = new ObjectMapper().readTree(report.toFile());
        root.path("categories").forEach(category -> line.append(", ").append(category.path("title").asText()).append(' ')
                .append(Math.round(category.path("score").asDouble() * 100)));
        return line.toString();
    }
}
