package quorate.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nu.validator.validation.SimpleDocumentValidator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** Every page of the built site, without a browser. */
@Tag("site")
class BuiltSiteTest {

    private static final BuiltSite SITE = BuiltSite.read();
    private static final Map<Path, Outline> OUTLINES = Outline.all();

    @Test
    void everyPageSaysWhatKindItIs() {
        assertEquals(
                List.of(),
                SITE.pages().stream().filter(page -> page.kind().isEmpty()).toList());
    }

    @Test
    void everyLinkAndAnchorLeadsSomewhere() {
        Set<String> dead = new TreeSet<>();
        for (Outline page : OUTLINES.values()) {
            page.targets.stream()
                    .filter(target -> !leadsSomewhere(page.path, target))
                    .forEach(target -> dead.add(page.path + " -> " + target));
        }
        assertEquals(Set.of(), dead);
    }

    @Test
    void everyIdIsUsedOnceInItsPage() {
        Set<String> twice = new TreeSet<>();
        OUTLINES.values().forEach(page -> page.twice.forEach(id -> twice.add(page.path + "#" + id)));
        assertEquals(Set.of(), twice);
    }

    @Test
    void everyPageIsValidHtml() throws Exception {
        HtmlErrors errors = new HtmlErrors();
        // One validator for all pages: most of the time of a single page goes into reading the schema.
        SimpleDocumentValidator validator = new SimpleDocumentValidator(true, false, false);
        validator.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", errors);
        validator.setUpValidatorAndParsers(errors, false, false);
        for (BuiltSite.Page page : SITE.pages()) {
            errors.page = page.path();
            validator.checkHtmlFile(SITE.root().resolve(page.path()).toFile(), true);
        }
        assertEquals("", String.join("\n", errors.found));
    }

    private static final class HtmlErrors implements ErrorHandler {
        private final List<String> found = new ArrayList<>();
        private String page = "";

        @Override
        public void warning(SAXParseException warning) {
            // a matter of taste
        }

        @Override
        public void error(SAXParseException error) {
            found.add(page + ":" + error.getLineNumber() + ":" + error.getColumnNumber() + ": " + error.getMessage());
        }

        @Override
        public void fatalError(SAXParseException error) {
            error(error);
        }
    }

    @Test
    void nothingIsFetchedFromElsewhere() {
        Set<String> foreign = new TreeSet<>();
        for (Outline page : OUTLINES.values()) {
            page.fetched.stream()
                    .filter(target -> target.matches("(?i)([a-z]+:)?//.*"))
                    .forEach(target -> foreign.add(page.path + " -> " + target));
        }
        assertEquals(Set.of(), foreign);
    }

    @Test
    void runbooksOfAProjectAreToldApartByTheirHeadings() {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new TreeSet<>();
        OUTLINES.values().stream().filter(page -> page.path.contains("/runbooks/")).forEach(page -> {
            String project = page.path.substring(0, page.path.indexOf("/runbooks/"));
            if (!seen.add(project + " " + page.heading)) {
                twice.add(page.path + ": " + page.heading);
            }
        });
        assertEquals(Set.of(), twice);
    }

    @Test
    void noPageNamesAPlaceOfTheMachineThatBuiltIt() throws IOException {
        String here = Path.of("").toAbsolutePath().toString();
        for (BuiltSite.Page page : SITE.pages()) {
            assertFalse(Files.readString(SITE.root().resolve(page.path())).contains(here), page.path());
        }
    }

    /** What the checks need of a page; the pages themselves would fill the memory. */
    private static final class Outline {
        private final String path;
        private final String heading;
        private final Set<String> ids = new HashSet<>();
        private final Set<String> twice = new TreeSet<>();
        private final Set<String> targets = new TreeSet<>();
        private final Set<String> fetched = new TreeSet<>();

        private Outline(String path, Document document) {
            this.path = path;
            this.heading = document.select("h1").text();
            for (Element element : document.select("[id]")) {
                if (!ids.add(element.id())) {
                    twice.add(element.id());
                }
            }
            document.select("[href]").forEach(element -> targets.add(element.attr("href")));
            document.select("[src]").forEach(element -> fetched.add(element.attr("src")));
            document.select("link[href]:not([rel=canonical]):not([rel=license])")
                    .forEach(element -> fetched.add(element.attr("href")));
            targets.addAll(fetched);
        }

        private static Map<Path, Outline> all() {
            Map<Path, Outline> outlines = new LinkedHashMap<>();
            for (BuiltSite.Page page : SITE.pages()) {
                try {
                    outlines.put(SITE.root().resolve(page.path()), new Outline(page.path(), SITE.document(page)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return outlines;
        }
    }

    private static boolean leadsSomewhere(String from, String target) {
        if (target.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
            return target.matches("(?i)(https?|mailto|tel|data):.*");
        }
        if (target.startsWith("/")) {
            // The page for what is missing is served at any depth, so its links start at the root of the host.
            return from.equals(BuiltSite.MISSING);
        }
        String[] parts = target.split("#", 2);
        String path = URLDecoder.decode(parts[0].split("\\?", 2)[0].replace("+", "%2B"), StandardCharsets.UTF_8);
        Path page = SITE.root().resolve(from);
        Path file = path.isEmpty() ? page : page.getParent().resolve(path).normalize();
        boolean anchored = parts.length == 2 && !parts[1].isEmpty() && OUTLINES.containsKey(file);
        return Files.isRegularFile(file)
                && (!anchored || OUTLINES.get(file).ids.contains(URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
    }
}
