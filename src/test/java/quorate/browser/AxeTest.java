package quorate.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shortest and the longest page of each kind, in both themes, by the rules of axe-core. A page is opened once and its theme
 * changed in place; two browsers share the pages, since axe keeps one core busy.
 */
@Tag("browser")
class AxeTest {

    private static final int BROWSERS = 2;

    private static final String AXE_RUN =
            """
            const done = arguments[arguments.length - 1];
            const only = arguments[0] ? {runOnly: {type: 'rule', values: [arguments[0]]}} : {};
            axe.run(document, {resultTypes: ['violations'], ...only}).then(
                results => done(results.violations.flatMap(violation => violation.nodes.map(
                    node => violation.id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary))),
                error => done(['axe failed: ' + error]));
            """;

    @TempDir
    Path profiles;

    @Test
    void axeFindsNothing() throws Exception {
        BuiltSite site = BuiltSite.read();
        String axe = axe();
        Queue<BuiltSite.Page> pages = new ConcurrentLinkedQueue<>(site.samples());
        ExecutorService threads = Executors.newFixedThreadPool(BROWSERS);
        TreeSet<String> found = new TreeSet<>();
        try (SiteServer server = new SiteServer(site.root(), "/quorate/")) {
            List<Future<List<String>>> results = new ArrayList<>();
            for (int i = 0; i < BROWSERS; i++) {
                Path profile = profiles.resolve("" + i);
                Callable<List<String>> share = () -> share(pages, server.address(), axe, profile);
                results.add(threads.submit(share));
            }
            for (Future<List<String>> result : results) {
                found.addAll(result.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals("", String.join("\n", found));
    }

    private static List<String> share(Queue<BuiltSite.Page> pages, String address, String axe, Path profile) {
        List<String> found = new ArrayList<>();
        try (Browser browser = Browser.start(profile)) {
            browser.width(1280);
            for (BuiltSite.Page page = pages.poll(); page != null; page = pages.poll()) {
                browser.prefers("light");
                browser.open(address + page.path());
                browser.run(axe);
                found.addAll(violations(browser, page, ""));
                // What has no colour is the same in both themes, and was looked at.
                browser.prefers("dark");
                found.addAll(violations(browser, page, "color-contrast"));
            }
        }
        return found;
    }

    private static List<String> violations(Browser browser, BuiltSite.Page page, String rule) {
        List<?> violations = (List<?>) browser.runAsync(AXE_RUN, rule);
        return violations.stream().map(violation -> page.path() + ": " + violation).toList();
    }

    private static String axe() throws IOException {
        try (InputStream script = AxeTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
