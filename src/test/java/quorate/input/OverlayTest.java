package quorate.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.program.Program;

/** A site of one's own: name, colours, logo, page, catalog entry and template, as the page about it says. */
class OverlayTest {

    private static final Path OVERLAY = Path.of("src/test/resources/site/overlay");

    @TempDir
    Path temp;

    @Test
    void siteTakesWhatItsOwnerAddsAndReplaces() throws Exception {
        Path out = temp.resolve("site");
        Program.Run run = Program.with().run("build", OVERLAY, "--output", out, "--cache", temp.resolve("cache"));
        assertEquals(0, run.exit(), run.err());
        Document page = Jsoup.parse(out.resolve("on-call/index.html").toFile(), "UTF-8");
        assertEquals("Who is on call · Acme reviews", page.title());
        assertEquals("A page of Acme.", page.select("main p.house").text());
        assertTrue(page.select("footer").text().contains("Acme, platform team"), page.select("footer").text());
        assertEquals("../incidents/till-outage/index.html", page.select("main .prose a").attr("href"));
        assertTrue(Files.exists(out.resolve("on-call").resolve(page.select("header img").attr("src"))));
        String css = Files.readString(out.resolve("on-call").resolve(page.select("link[rel=stylesheet]").attr("href")));
        assertTrue(css.contains("--accent:#5B2A86") && css.contains("--accent:#C9A6F0"), css.substring(css.length() - 300));

        Document incident = Jsoup.parse(out.resolve("incidents/till-outage/index.html").toFile(), "UTF-8");
        assertTrue(incident.select("h1").text().startsWith("The tills waited"), incident.select("h1").text());
        Document rule = Jsoup.parse(out.resolve("rules/timeout-missing/index.html").toFile(), "UTF-8");
        assertFalse(rule.select("a[href$=incidents/till-outage/index.html]").isEmpty(), "our rule refers back to it");
        assertTrue(Files.isRegularFile(out.resolve("patterns/raft/index.html")), "our catalog is still there");
    }

    @Test
    void templateThatAsksForWhatIsNotThereIsAnErrorAndWritesNothing() throws Exception {
        Path site = temp.resolve("own");
        Path template = site.resolve("templates/prose.ftlh");
        Files.createDirectories(template.getParent());
        Files.createDirectories(site.resolve("pages"));
        Files.writeString(site.resolve("site.yaml"), "title: Ours\n");
        Files.writeString(site.resolve("pages/a.md"), "Text.\n");
        Files.writeString(template, "${page.nothing}");
        Path out = temp.resolve("site");
        assertEquals(2, Program.with().run("build", site, "--output", out, "--cache", temp.resolve("cache")).exit());
        assertEquals(List.of(), Files.exists(out) ? List.of("written") : List.of());
    }
}
