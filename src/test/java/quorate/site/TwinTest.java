package quorate.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import quorate.output.Publisher;
import quorate.output.Templates;

/** The Markdown twins of the shop's pages: what they look like, that they say what the pages say, and where they lead. */
class TwinTest {

    private static final List<String> SHOWN = List.of(
            "projects/shop/index.md",
            "projects/shop/failures/index.md",
            "projects/shop/matrix/index.md",
            "projects/shop/runbooks/leader-loss-orders-db/index.md",
            "patterns/raft/index.md",
            "rules/lossy-automatic-failover/index.md");

    /** What a page has for the browser only, or says in other words there: what unfolds in a cell stands below its table. */
    private static final String FOR_BROWSERS =
            "svg, form, button, script, caption.hidden, .perma, .toc-small, .letters, noscript, label,"
            + " td details:has(> ul.why) > summary";

    private static final Map<String, byte[]> FILES =
            new Publisher(new Templates(List.of(Path.of("templates")))).files(Fixtures.shop().site());

    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).build();

    @TestFactory
    Stream<DynamicTest> twinsLookAsTheyDid() {
        return SHOWN.stream().map(path -> DynamicTest.dynamicTest(path, () -> {
            Path golden = Path.of("src/test/resources/site/twin", path.replace("/index.md", "").replace('/', '_') + ".md");
            if ("write".equals(System.getProperty("quorate.golden"))) {
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, text(path));
            }
            assertEquals(Files.readString(golden), text(path), path);
        }));
    }

    @Test
    void twinSaysEveryWordOfItsPage() {
        Set<String> lost = new TreeSet<>();
        twins().forEach(path -> {
            Element main = page(path).selectFirst("main");
            main.select(FOR_BROWSERS).remove();
            main.select("a.term").unwrap();
            Set<String> said = words(read(path));
            words(main).stream().filter(word -> !said.contains(word)).forEach(word -> lost.add(path + " does not say " + word));
        });
        assertEquals(Set.of(), lost);
    }

    @Test
    void twinKeepsTablesAndHeadingsOfItsPage() {
        twins().forEach(path -> {
            Element main = page(path).selectFirst("main");
            Element twin = read(path);
            assertEquals(main.select("table").size(), twin.select("table").size(), path);
            assertEquals(main.select("tbody tr").size(), twin.select("tbody tr").size(), path);
            main.select(".perma").remove();
            assertEquals(main.select("h1, h2").eachText(), twin.select("h1, h2").eachText(), path);
        });
    }

    @Test
    void linksOfTwinsLeadToPlaces() {
        Set<String> dead = new TreeSet<>();
        twins().forEach(path -> read(path).select("a[href]").eachAttr("href").stream()
                .filter(href -> !href.matches("[a-z]+:.*"))
                .filter(href -> !leads(path, href))
                .forEach(href -> dead.add(path + " -> " + href)));
        assertEquals(Set.of(), dead);
    }

    @Test
    void pageNamesItsTwinAndSoDoesTheListForTools() {
        Document runbook = page("projects/shop/runbooks/leader-loss-orders-db/index.md");
        assertEquals("index.md", runbook.select("link[rel=alternate][type=text/markdown]").attr("href"));
        assertEquals("index.md", runbook.select("footer a[type=text/markdown]").attr("href"));
        Element whole = read("llms.txt");
        assertTrue(links(whole).stream().anyMatch(href -> href.endsWith("/patterns/raft/index.md")), whole.toString());
        assertTrue(links(whole).stream().anyMatch(href -> href.endsWith("/projects/shop/llms.txt")), whole.toString());
        assertTrue(links(whole).stream().noneMatch(href -> href.contains("/runbooks/leader-loss")), "projects list their inside");
        List<String> inside = links(read("projects/shop/llms.txt"));
        assertTrue(inside.stream().anyMatch(href -> href.endsWith("/runbooks/leader-loss-orders-db/index.md")),
                inside.toString());
        assertTrue(inside.stream().anyMatch(href -> href.endsWith("/failures/leader-loss-orders-db/index.html")),
                "a page without twin is listed itself");
    }

    @Test
    void pagesThatOnlyLeadOnHaveNoTwin() {
        for (String path : List.of("search/index.html", "404.html", "projects/shop/explorer/index.html")) {
            assertEquals(0, Jsoup.parse(text(path)).select("link[type=text/markdown]").size(), path);
        }
    }

    private static List<String> twins() {
        List<String> twins = FILES.keySet().stream().filter(path -> path.endsWith("index.md")).toList();
        assertTrue(twins.size() > 30, twins.toString());
        return twins;
    }

    private static String text(String path) {
        return new String(FILES.get(path), StandardCharsets.UTF_8);
    }

    private static Document page(String twin) {
        return Jsoup.parse(text(twin.replace(".md", ".html")));
    }

    private static Element read(String path) {
        return Jsoup.parse(HTML.render(PARSER.parse(text(path)))).body();
    }

    private static List<String> links(Element element) {
        return element.select("a[href]").eachAttr("href");
    }

    private static boolean leads(String from, String href) {
        String[] parts = href.split("#", 2);
        Path file = Path.of(from).resolveSibling(parts[0]).normalize();
        byte[] bytes = FILES.get(file.toString().replace('\\', '/'));
        return bytes != null
                && (parts.length == 1 || Jsoup.parse(new String(bytes, StandardCharsets.UTF_8)).getElementById(parts[1]) != null);
    }

    private static Set<String> words(Element element) {
        String text = org.jsoup.parser.Parser.unescapeEntities(element.html().replaceAll("<[^>]*>", " "), false);
        return new HashSet<>(Arrays.asList(text.split("[^\\p{L}\\p{N}]+")));
    }
}
