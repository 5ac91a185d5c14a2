package quorate.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What pages weigh, compressed, against the limits; it prints the heaviest of each kind beside what is aimed at. */
@Tag("site")
class WeightTest {

    private static final BuiltSite SITE = BuiltSite.read();
    private static final int KB = 1024;
    private static final String HEAD = "%-13s %6s %9s %9s %9s %9s %9s %9s%n";
    private static final String LINE = "%-13s %6d %9.1f %9.1f %9.1f %9.1f %9d %9d%n";

    private final Map<Path, Integer> weights = new HashMap<>();

    /** Bytes of the parts that a page fetches when it is opened, and how many requests and elements it has. */
    private record Weight(BuiltSite.Page page, int html, int css, int js, int all, int requests, int elements) {}

    /** What none may exceed. */
    private enum Limit {
        HTML(60 * KB, "bytes of HTML", Weight::html),
        CSS(25 * KB, "bytes of CSS", Weight::css),
        SCRIPT(60 * KB, "bytes of scripts", Weight::js),
        ALL(300 * KB, "bytes in all", Weight::all),
        REQUESTS(15, "requests", Weight::requests),
        ELEMENTS(3000, "elements", Weight::elements);

        private final int most;
        private final String unit;
        private final ToIntFunction<Weight> of;

        Limit(int most, String unit, ToIntFunction<Weight> of) {
            this.most = most;
            this.unit = unit;
            this.of = of;
        }

        int of(Weight weight) {
            return of.applyAsInt(weight);
        }
    }

    @Test
    void noPageExceedsALimit() throws IOException {
        Map<String, List<Weight>> kinds = new TreeMap<>();
        List<String> over = new ArrayList<>();
        for (BuiltSite.Page page : SITE.pages()) {
            Weight weight = weigh(page);
            kinds.computeIfAbsent(page.kind(), k -> new ArrayList<>()).add(weight);
            for (Limit limit : Limit.values()) {
                if (limit.of(weight) > limit.most) {
                    over.add(page + " has " + limit.of(weight) + " of at most " + limit.most + ", " + limit.unit);
                }
            }
        }
        System.out.printf(HEAD, "kind, most", "pages", "HTML KB", "CSS KB", "JS KB", "all KB", "requests", "elements");
        kinds.forEach((kind, all) -> System.out.printf(Locale.ROOT, LINE, kind, all.size(),
                most(all, Limit.HTML) / (double) KB, most(all, Limit.CSS) / (double) KB, most(all, Limit.SCRIPT) / (double) KB,
                most(all, Limit.ALL) / (double) KB, most(all, Limit.REQUESTS), most(all, Limit.ELEMENTS)));
        System.out.printf(HEAD, "limit", "", "60", "25", "60", "300", "15", "3000");
        System.out.printf(HEAD, "aim", "", "median 8", "10", "12", "60", "4", "1200");
        List<Integer> html = kinds.values().stream().flatMap(List::stream).map(Weight::html).sorted().toList();
        System.out.printf(Locale.ROOT, "median of HTML: %.1f KB of %d pages%n", html.get(html.size() / 2) / (double) KB, html.size());
        assertEquals(List.of(), over);
    }

    @Test
    void firstSearchFetchesAtMost400Kb() throws IOException {
        Document home = SITE.document(SITE.pages().stream().filter(p -> p.path().equals("index.html")).findFirst().orElseThrow());
        int code = weight(SITE.root().resolve(home.body().attr("data-search")));
        int index = weight(SITE.root().resolve(home.body().attr("data-index")));
        System.out.printf(Locale.ROOT, "search, first use: %.1f KB of script, %.1f KB of index (aim 150 KB)%n",
                code / (double) KB, index / (double) KB);
        assertEquals(true, code + index <= 400 * KB, code + " + " + index);
    }

    private static int most(List<Weight> all, Limit limit) {
        return all.stream().mapToInt(limit::of).max().orElse(0);
    }

    private Weight weigh(BuiltSite.Page page) throws IOException {
        Document document = SITE.document(page);
        int html = weight(SITE.root().resolve(page.path()));
        int css = fetched(page, document.select("link[rel=stylesheet]"), "href");
        int js = fetched(page, document.select("script[src]"), "src");
        int rest = fetched(page, document.select("link[rel=icon]"), "href") + fetched(page, document.select("img[src]"), "src");
        int requests = 1 + document.select("link[rel=stylesheet], script[src], link[rel=icon], img[src]").size();
        return new Weight(page, html, css, js, html + css + js + rest, requests, document.getAllElements().size());
    }

    private int fetched(BuiltSite.Page page, List<Element> elements, String attribute) {
        Path folder = SITE.root().resolve(page.path()).getParent();
        Set<Path> files = new LinkedHashSet<>();
        for (Element element : elements) {
            String target = element.attr(attribute);
            // The page for what is missing names everything from the root of the host.
            files.add(target.startsWith("/") ? SITE.root().resolve(target.replaceFirst("^.*/assets/", "assets/")) : folder.resolve(target).normalize());
        }
        return files.stream().mapToInt(this::weight).sum();
    }

    private int weight(Path file) {
        return weights.computeIfAbsent(file, f -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                Files.copy(f, gzip);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.size();
        });
    }
}
