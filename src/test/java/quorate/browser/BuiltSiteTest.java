package quorate.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nu.validator.client.EmbeddedValidator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** Every page of the built site, without a browser. */
@Tag("site")
class BuiltSiteTest {

    private static final BuiltSite SITE = BuiltSite.read();

    @Test
    void everyPageSaysWhatKindItIs() {
        assertEquals(
                List.of(),
                SITE.pages().stream().filter(page -> page.kind().isEmpty()).toList());
    }

    @Test
    void everyLinkAndAnchorLeadsSomewhere() throws IOException {
        Map<Path, Set<String>> anchors = new HashMap<>();
        for (BuiltSite.Page page : SITE.pages()) {
            anchors.put(SITE.root().resolve(page.path()), ids(SITE.document(page)));
        }
        Set<String> dead = new TreeSet<>();
        for (BuiltSite.Page page : SITE.pages()) {
            for (Element element : SITE.document(page).select("[href], [src]")) {
                String target = element.hasAttr("href") ? element.attr("href") : element.attr("src");
                if (!leadsSomewhere(page, target, anchors)) {
                    dead.add(page.path() + " -> " + target);
                }
            }
        }
        assertEquals(Set.of(), dead);
    }

    @Test
    void everyIdIsUsedOnceInItsPage() throws IOException {
        Set<String> twice = new TreeSet<>();
        for (BuiltSite.Page page : SITE.pages()) {
            Set<String> seen = new HashSet<>();
            for (Element element : SITE.document(page).select("[id]")) {
                if (!seen.add(element.id())) {
                    twice.add(page.path() + "#" + element.id());
                }
            }
        }
        assertEquals(Set.of(), twice);
    }

    @Test
    void everyPageIsValidHtml() throws IOException, SAXException {
        List<String> errors = new ArrayList<>();
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        for (BuiltSite.Page page : SITE.pages()) {
            validator
                    .validate(SITE.root().resolve(page.path()))
                    .lines()
                    .filter(line -> line.contains(": error: "))
                    .forEach(line -> errors.add(page.path() + line.substring(line.indexOf(".html") + 5)));
        }
        assertEquals("", String.join("\n", errors));
    }

    @Test
    void nothingIsFetchedFromElsewhere() throws IOException {
        Set<String> foreign = new TreeSet<>();
        for (BuiltSite.Page page : SITE.pages()) {
            SITE.document(page)
                    .select("[src], link[href]:not([rel=canonical]):not([rel=license])")
                    .forEach(element -> {
                        String target = element.hasAttr("src") ? element.attr("src") : element.attr("href");
                        if (target.matches("(?i)([a-z]+:)?//.*")) {
                            foreign.add(page.path() + " -> " + target);
                        }
                    });
        }
        assertEquals(Set.of(), foreign);
    }

    @Test
    void noPageNamesAPlaceOfTheMachineThatBuiltIt() throws IOException {
        String here = Path.of("").toAbsolutePath().toString();
        for (BuiltSite.Page page : SITE.pages()) {
            assertFalse(Files.readString(SITE.root().resolve(page.path())).contains(here), page.path());
        }
    }

    private static Set<String> ids(Document document) {
        Set<String> ids = new HashSet<>();
        document.select("[id]").forEach(element -> ids.add(element.id()));
        return ids;
    }

    private static boolean leadsSomewhere(BuiltSite.Page from, String target, Map<Path, Set<String>> anchors) {
        if (target.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
            return target.matches("(?i)(https?|mailto|tel|data):.*");
        }
        String[] parts = target.split("#", 2);
        String path = URLDecoder.decode(URI.create(parts[0].replace(" ", "%20")).getRawPath(), StandardCharsets.UTF_8);
        Path page = SITE.root().resolve(from.path());
        // The page for what is not found is served at any depth, so its links start at the root of the host.
        Path file = path.isEmpty() ? page : page.getParent().resolve(path.startsWith("/") ? "." + path : path).normalize();
        if (path.startsWith("/")) {
            return from.path().equals(BuiltSite.MISSING);
        }
        boolean there = Files.isRegularFile(file);
        return parts.length == 1 || parts[1].isEmpty() || !anchors.containsKey(file)
                ? there
                : there && anchors.get(file).contains(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
}
