package quorate.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import quorate.output.Published;
import quorate.output.Publisher;
import quorate.output.Templates;
import quorate.site.diagram.CachedLayout;
import quorate.site.diagram.ElkLayout;
import quorate.source.Problem;

/** The whole site of the shop, and what no page may do. */
class SiteTest {

    private static final List<String> OUTLINED = List.of(
            "index.html",
            "projects/shop/index.html",
            "projects/shop/steps/3-failure-handling/index.html",
            "projects/shop/matrix/index.html",
            "projects/shop/failures/index.html",
            "projects/shop/failures/leader-loss-orders-db/index.html",
            "projects/shop/runbooks/leader-loss-orders-db/index.html",
            "projects/shop/questions/index.html",
            "projects/shop/findings/index.html",
            "projects/shop/handoff/formal-spec/index.html",
            "projects/shop/components/orders-db/index.html",
            "patterns/raft/index.html",
            "patterns/consistency/index.html",
            "patterns/consistency/linearizable/index.html",
            "comparisons/agreement/index.html",
            "paths/agreement/index.html",
            "technologies/postgresql/index.html",
            "rules/lossy-automatic-failover/index.html",
            "runbooks/index.html");

    private static Publisher publisher() {
        return new Publisher(new Templates(List.of(Path.of("templates"))));
    }

    @TestFactory
    Stream<DynamicTest> pagesKeepTheirOutline() {
        Map<String, byte[]> files = publisher().files(Fixtures.shop().site());
        return OUTLINED.stream().map(path -> DynamicTest.dynamicTest(path, () -> compare(path, outline(files.get(path)))));
    }

    private static void compare(String path, String outline) throws IOException {
        Path golden = Path.of("src/test/resources/site/outline", path.replace("/index.html", "").replace('/', '_').replace(".html", "") + ".txt");
        if ("write".equals(System.getProperty("quorate.golden"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, outline);
        }
        assertEquals(Files.readString(golden), outline, path);
    }

    /** Headings, tables and link targets of the main part, one line each. */
    private static String outline(byte[] html) {
        Document document = Jsoup.parse(new String(html, StandardCharsets.UTF_8));
        StringBuilder text = new StringBuilder(document.title() + "\n");
        for (Element element : document.select("main h1, main h2, main h3, main tr, main p.verdict, main pre, main a:not(tr a, .perma, .term)")) {
            switch (element.tagName()) {
                case "tr" -> text.append("  | ").append(String.join(" | ", element.children().stream().map(Element::text).toList())).append('\n');
                case "a" -> text.append("  -> ").append(element.attr("href")).append('\n');
                case "pre" -> text.append("  $ ").append(element.text().replace('\n', ' ')).append('\n');
                default -> text.append(element.tagName()).append(' ').append(element.text()).append('\n');
            }
        }
        return text.toString();
    }

    @Test
    void everyLinkAndAnchorLeadsSomewhere(@TempDir Path folder) throws IOException {
        Published published = publisher().publish(Fixtures.shop().site(), folder.resolve("site"));
        assertEquals(List.of(), published.problems());
        assertTrue(published.written() > 60, "written " + published.written());
    }

    @Test
    void secondBuildIsTheSameToTheByteAndWritesNothing(@TempDir Path folder) throws IOException {
        publisher().publish(Fixtures.shop().site(), folder.resolve("site"));
        Published again = publisher().publish(Fixtures.shop().site(), folder.resolve("site"));
        assertEquals(0, again.written());
        assertEquals(0, again.removed());
    }

    @Test
    void layoutsAreKeptAndNotMadeAgain(@TempDir Path folder) {
        Map<String, byte[]> first = publisher().files(Fixtures.shop().site(new CachedLayout(folder, new ElkLayout())));
        CachedLayout second = new CachedLayout(folder, graph -> {
            throw new AssertionError("a layout was made again");
        });
        Map<String, byte[]> files = publisher().files(Fixtures.shop().site(second));
        first.forEach((path, bytes) -> assertTrue(Arrays.equals(bytes, files.get(path)), path));
    }

    @Test
    void referencesWithoutTargetAreReportedAndShownAsText() {
        Site site = Fixtures.shop().site();
        List<String> messages = site.problems().stream().map(Problem::message).toList();
        assertTrue(messages.contains("refers to pattern 'missing-one', which the catalog does not have"), messages.toString());
        assertTrue(messages.contains("links to 'javascript:alert(1)'"), messages.toString());
        assertTrue(messages.contains("a mermaid block that could not be drawn"), messages.toString());
    }

    @TestFactory
    Stream<DynamicTest> hostileNamesStayText() {
        return Stream.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "${page} <#list> &amp; 'quoted'", "</title><script>x</script>")
                .map(name -> DynamicTest.dynamicTest(name, () -> harmless(name)));
    }

    private static void harmless(String name) {
        Map<String, byte[]> files = publisher().files(Fixtures.hostile(name).site());
        files.forEach((path, bytes) -> {
            if (path.endsWith(".html")) {
                Document page = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8));
                int scripts = page.body().attr("data-page-type").equals("explorer") ? 4 : 2;
                assertEquals(scripts, page.select("script:not([data-terms])").size(),
                        path + ": the theme script, the deferred one; the explorer's and its data");
                assertEquals(0, page.select("img, iframe, object, embed, style, [style], base").size(), path);
                for (Element element : page.getAllElements()) {
                    element.attributes().forEach(a -> assertFalse(a.getKey().startsWith("on"), path + " " + element));
                    assertFalse(element.attr("href").toLowerCase(java.util.Locale.ROOT).startsWith("javascript:"), path + " " + element);
                }
            }
        });
        String index = new String(files.entrySet().stream().filter(f -> f.getKey().startsWith("assets/search-index")).findFirst().orElseThrow().getValue(), StandardCharsets.UTF_8);
        assertFalse(index.contains("<"), "the index holds no markup");
    }

    @Test
    void noPageAsksAnotherOrigin() {
        Map<String, byte[]> files = publisher().files(Fixtures.shop().site());
        files.forEach((path, bytes) -> {
            if (path.endsWith(".html")) {
                Document page = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8));
                page.select("script[src], link[rel=stylesheet], link[rel=icon], img").forEach(e ->
                        assertFalse((e.attr("src") + e.attr("href")).contains("//"), path + " " + e));
                assertTrue(page.select("meta[http-equiv=Content-Security-Policy]").attr("content").startsWith("default-src 'none'"), path);
            }
        });
    }

    @Test
    void runbookFollowsTheFixedOrder() {
        Map<String, byte[]> files = publisher().files(Fixtures.shop().site());
        Document page = Jsoup.parse(new String(files.get("projects/shop/runbooks/leader-loss-orders-db/index.html"), StandardCharsets.UTF_8));
        assertEquals(List.of("confirm", "signals", "contain", "decide", "escalate", "recover", "verify", "fail-back", "background"),
                page.select("main h2").stream().map(Element::id).toList());
    }

    @Test
    void pageForWrongAddressesUsesAbsoluteOnes() {
        Map<String, byte[]> files = publisher().files(Fixtures.shop().site());
        Document page = Jsoup.parse(new String(files.get("404.html"), StandardCharsets.UTF_8));
        page.select("a[href]").stream().map(a -> a.attr("href")).filter(h -> !h.startsWith("#") && !h.startsWith("http"))
                .forEach(href -> assertTrue(href.startsWith("/reviews/"), href));
    }

    @Test
    void emptyPortfolioStillMakesASite(@TempDir Path folder) throws IOException {
        SiteInput input = Fixtures.shop().input(new ElkLayout());
        SiteInput empty = new SiteInput(SiteConfig.DEFAULT, input.catalog(), new Revision("0.1.0", "", ""), input.assets(), Map.of(), input.layout());
        assertEquals(List.of(), publisher().publish(SiteBuilder.build(empty, List.of()), folder.resolve("site")).problems());
    }
}
