package quorate.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.site.Site;
import quorate.site.page.Frame;
import quorate.site.page.Html;
import quorate.site.page.Made;
import quorate.site.page.Page;
import quorate.site.page.PageLink;
import quorate.site.page.PlainPage;
import quorate.site.page.Shell;

/** What is written, what is removed, and what is left alone. */
class PublisherTest {

    @TempDir
    Path folder;

    private final Publisher publisher = new Publisher(new Templates(List.of(Path.of("templates"))));

    private static Site site(Map<String, byte[]> files, Page... pages) {
        Shell shell = new Shell("Reviews", "", "", "", List.of(), List.of(), "", List.of(), "", "", "", "", "", Html.NONE,
                "default-src 'none'", "0.1.0", Map.of(), "");
        List<Page> all = new ArrayList<>(List.of(pages));
        for (String needed : List.of("index.html", "search/index.html")) {
            if (all.stream().noneMatch(p -> p.frame().path().equals(needed))) {
                all.add(page(needed, ""));
            }
        }
        return new Site("/", shell, all, files, List.of(), List.of());
    }

    private static Page page(String path, String markup) {
        String root = "../".repeat((int) path.chars().filter(c -> c == '/').count());
        Frame frame = new Frame(path, root, "prose", "A page", "", List.of(), List.of(), PageLink.NONE, PageLink.NONE,
                Made.UNKNOWN, PageLink.NONE, "", "", "", List.of());
        return new PlainPage(frame, "prose", new Html(markup), List.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void writesOnlyWhatChangedAndRemovesWhatIsNoLongerMade() throws IOException {
        Path target = folder.resolve("site");
        publisher.publish(site(Map.of("a.txt", bytes("a"), "deep/b.txt", bytes("b"))), target);
        Files.writeString(target.resolve("CNAME"), "reviews.example");
        Published second = publisher.publish(site(Map.of("a.txt", bytes("changed"))), target);
        assertEquals(1, second.written());
        assertEquals(1, second.removed());
        assertEquals("changed", Files.readString(target.resolve("a.txt")));
        assertFalse(Files.exists(target.resolve("deep")));
        assertTrue(Files.exists(target.resolve("CNAME")), "what is not ours stays");
    }

    @Test
    void refusesAFolderThatHoldsSomethingElse() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "three years");
        Published published = publisher.publish(site(Map.of()), folder);
        assertTrue(published.failed());
        assertEquals(List.of("thesis.txt"), names(folder));
    }

    @Test
    void deadLinkLeavesTheOutputUntouched() throws IOException {
        Path target = folder.resolve("site");
        publisher.publish(site(Map.of("a.txt", bytes("a"))), target);
        List<String> before = names(target);
        Published second = publisher.publish(
                site(Map.of("a.txt", bytes("b")), page("index.html", "<a href=\"gone/index.html\">gone</a><a href=\"#nowhere\">x</a>")), target);
        assertEquals(2, second.problems().size());
        assertEquals("index.html: error: a link to '#nowhere', which has no such place\n    The page is there, the anchor is not.",
                second.problems().get(0).toString());
        assertEquals("a", Files.readString(target.resolve("a.txt")));
        assertEquals(before, names(target));
    }

    @Test
    void idsThatOccurTwiceAreAProblem() throws IOException {
        Published published = publisher.publish(site(Map.of(), page("index.html", "<p id=\"x\">1</p><p id=\"x\">2</p>")), folder.resolve("site"));
        assertTrue(published.problems().get(0).message().contains("'x' occurs twice"));
    }

    @Test
    void failingTemplateLeavesTheOutputUntouched() throws IOException {
        Path target = folder.resolve("site");
        publisher.publish(site(Map.of("a.txt", bytes("a"))), target);
        Path overlay = Files.createDirectories(folder.resolve("templates"));
        Files.writeString(overlay.resolve("prose.ftlh"), "${page.nothing}");
        Publisher broken = new Publisher(new Templates(List.of(overlay)));
        assertThrows(IllegalStateException.class, () -> broken.publish(site(Map.of("a.txt", bytes("b"))), target));
        assertEquals("a", Files.readString(target.resolve("a.txt")));
        assertEquals(List.of("site", "templates"), names(folder), "nothing is left beside it");
    }

    @Test
    void overlayReplacesATemplate() throws IOException {
        Path overlay = Files.createDirectories(folder.resolve("templates"));
        Files.writeString(overlay.resolve("prose.ftlh"), "<p>${frame.title} & mine</p>");
        Map<String, byte[]> files = new Publisher(new Templates(List.of(overlay, Path.of("templates")))).files(site(Map.of()));
        assertEquals("<p>A page & mine</p>\n", new String(files.get("index.html"), StandardCharsets.UTF_8));
    }

    @Test
    void pathThatLeavesTheSiteIsABug() {
        Path target = folder.resolve("site");
        assertThrows(IllegalStateException.class, () -> publisher.publish(site(Map.of("../out.txt", bytes("x"))), target));
        assertFalse(Files.exists(folder.resolve("out.txt")));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var list = Files.list(folder)) {
            return list.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}
