package quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.site.Detail;
import quorate.site.SiteConfig;

/** A site on which projects are shown in brief: few pages, which still lead to everything, and one project in full beside them. */
class BriefSiteTest {

    private static final Set<String> FEW = Set.of("index.html", "findings/index.html", "failures/index.html", "matrix/index.html",
            "questions/index.html", "llms.txt");

    @TempDir
    static Path temp;

    private static final Map<String, Document> PAGES = new TreeMap<>();
    private static Path site;
    private static Path out;

    @BeforeAll
    static void build() throws IOException {
        site = temp.resolve("own");
        out = temp.resolve("site");
        copy(Path.of("site/projects/online-shop"), site.resolve("projects/shop"));
        project(site, "small", small("Small"));
        project(site, "large", large());
        Files.writeString(site.resolve("site.yaml"), "title: Ours\nbase-url: https://acme.example/ours/\ndetail: brief\ndetail-of:\n  small: full\n");
        assertEquals(List.of(), build(site, out, Optional.empty()).warnings().stream().map(Object::toString).filter(w -> w.contains("site.yaml")).toList());
        try (Stream<Path> walk = Files.walk(out)) {
            for (Path file : walk.filter(f -> f.toString().endsWith(".html")).toList()) {
                PAGES.put(out.relativize(file).toString().replace('\\', '/'), Jsoup.parse(file.toFile(), "UTF-8"));
            }
        }
    }

    private static SiteBuild.Result build(Path from, Path to, Optional<Detail> detail) throws IOException {
        return new SiteBuild(from, to, Path.of("target/large-cache"), Optional.empty(), detail, OptionalInt.of(0), new CheckOptions()).run();
    }

    private static void project(Path site, String name, String architecture) throws IOException {
        Files.createDirectories(site.resolve("projects").resolve(name));
        Files.writeString(site.resolve("projects").resolve(name).resolve("architecture.yaml"), architecture);
    }

    private static String small(String name) {
        return "name: " + name + "\nservices:\n  api: {replicas: 1}\nstores:\n  db: {technology: postgresql, replicas: 1}\n"
                + "links:\n  - {from: api, to: db, need: hard}\njourneys:\n  buy: {entry: api}\n";
    }

    /** Too many components for one picture. */
    private static String large() {
        StringBuilder yaml = new StringBuilder("name: Large\nservices:\n");
        for (int i = 0; i < 60; i++) {
            yaml.append("  s").append(i).append(": {owner: team-").append(i % 4).append("}\n");
        }
        yaml.append("links:\n");
        for (int i = 0; i + 1 < 60; i++) {
            yaml.append("  - {from: s").append(i).append(", to: s").append(i + 1).append(", mode: sync, need: hard}\n");
        }
        return yaml.append("journeys:\n  buy: {entry: s0}\n").toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static Set<String> files(Path site, String project) throws IOException {
        Path folder = site.resolve("projects").resolve(project);
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Document page(String path) {
        return PAGES.get(path);
    }

    /** The place that a link leads to, as path and anchor. */
    private static String target(String path, String href) {
        String[] parts = href.split("#", 2);
        String file = parts[0].isEmpty() ? path : Path.of("/" + path).getParent().resolve(parts[0]).normalize().toString().substring(1);
        return file + (parts.length == 2 && !parts[1].isEmpty() ? "#" + URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
    }

    private static boolean stands(String target) {
        String[] parts = target.split("#", 2);
        boolean anchored = parts.length == 2 && PAGES.containsKey(parts[0]);
        return Files.isRegularFile(out.resolve(parts[0])) && (!anchored || PAGES.get(parts[0]).getElementById(parts[1]) != null);
    }

    @Test
    void projectInBriefHasFewPagesAndNothingElse() throws IOException {
        assertEquals(FEW, files(out, "shop").stream().filter(file -> !file.contains("/part/")).collect(Collectors.toSet()));
    }

    @Test
    void oneProjectOfTheSiteMayBeShownInFull() throws IOException {
        Set<String> full = files(out, "small");
        assertTrue(full.contains("exports/analysis.json"), full.toString());
        assertTrue(full.stream().anyMatch(file -> file.startsWith("runbooks/")), full.toString());
        assertTrue(full.stream().anyMatch(file -> file.startsWith("components/api/")), full.toString());
        assertEquals(0, page("projects/small/index.html").select("#brief").size());
    }

    @Test
    void everyLinkAndAnchorLeadsSomewhere() {
        Set<String> dead = new TreeSet<>();
        PAGES.forEach((path, page) -> {
            for (Element link : page.select("[href], [src]")) {
                String href = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                boolean elsewhere = href.matches("(?i)[a-z][a-z0-9+.-]*:.*") || href.startsWith("/");
                if (!elsewhere && !stands(target(path, href.replaceAll("\\?[^#]*", "")))) {
                    dead.add(path + " -> " + href);
                }
            }
        });
        assertEquals(Set.of(), dead);
    }

    @Test
    void homeLeadsToTheSectionOfEachStep() {
        List<String> targets = page("index.html").select("tr#project-shop td[data-label] a[href*=findings]").stream()
                .map(link -> target("index.html", link.attr("href")))
                .toList();
        assertEquals(6, targets.size(), targets.toString());
        for (String target : targets) {
            Element heading = page("projects/shop/findings/index.html").getElementById(target.substring(target.indexOf('#') + 1));
            assertEquals("h2", heading.tagName(), target);
        }
    }

    @Test
    void findingsOfAllStepsStandOnOnePageWithTheirReasons() {
        List<Element> marks = page("projects/shop/index.html").select("#findings-table tbody tr");
        assertFalse(marks.isEmpty());
        for (Element link : page("projects/shop/index.html").select("#findings-table tbody td:nth-child(2) a, ol.worst a")) {
            String target = target("projects/shop/index.html", link.attr("href"));
            String path = target.substring(0, target.indexOf('#'));
            Element finding = page(path).getElementById(target.substring(target.indexOf('#') + 1));
            assertTrue(path.startsWith("projects/shop/findings/"), target);
            assertFalse(finding.select("details.because").isEmpty(), target);
        }
    }

    @Test
    void everyFailureIsListedOnceAndSaysWhatToDoFirst() {
        int scenarios = Integer.parseInt(page("projects/shop/index.html").select("dl.strip a[href^=failures]").text());
        List<Element> rows = PAGES.entrySet().stream()
                .filter(page -> page.getKey().startsWith("projects/shop/failures/"))
                .flatMap(page -> page.getValue().select("main .failure").stream())
                .toList();
        assertEquals(scenarios, rows.size());
        assertEquals(scenarios, rows.stream().map(Element::id).distinct().count());
        rows.stream().filter(row -> row.tagName().equals("details")).forEach(row -> {
            assertFalse(row.select("ol > li").isEmpty(), row.id());
            assertTrue(row.select("summary").text().matches("(?s).*(Back in |Recovery time unknown).*"), row.id());
            assertTrue(row.text().matches("(?s).*(In place: |No mitigation is stated).*"), row.id());
        });
        assertFalse(page("projects/shop/failures/index.html").select("details.failure pre").isEmpty(), "commands are there");
    }

    @Test
    void itIsSaidOnceHowToGetEveryPage() {
        assertEquals(1, page("projects/shop/index.html").select("#brief").size());
        assertTrue(page("projects/shop/index.html").text().contains("detail-of: {shop: full}"));
        assertEquals("../index.html#brief", page("projects/shop/failures/index.html").select("main a:contains(shown in brief)").attr("href"));
    }

    @Test
    void componentsOfALargeProjectHaveTheirRows() throws IOException {
        Set<String> pages = files(out, "large").stream().filter(file -> file.endsWith(".html")).collect(Collectors.toSet());
        assertTrue(pages.containsAll(List.of("components/index.html", "relations/index.html")), pages.toString());
        assertTrue(pages.stream().noneMatch(file -> file.startsWith("groups/") || file.matches("components/s\\d+/.*")), pages.toString());
        Set<String> linked = page("projects/large/index.html").select("dl.facts a").stream()
                .map(link -> target("projects/large/index.html", link.attr("href")))
                .collect(Collectors.toSet());
        assertEquals(60, linked.size());
        assertTrue(linked.stream().allMatch(BriefSiteTest::stands), linked.toString());
        assertTrue(linked.stream().anyMatch(target -> target.contains("/part/")), "the list goes on elsewhere");
    }

    @Test
    void triageTellsWhatToLookForWhereThereAreNoRunbooks() {
        Document triage = page("runbooks/index.html");
        assertTrue(triage.select("a[href*=projects/small/runbooks/]").size() > 0, "runbooks of the one in full");
        assertEquals(0, triage.select("a[href*=projects/shop/runbooks/]").size());
        assertTrue(triage.text().contains("In a project that is shown in brief, look for: leader loss"), triage.text());
        Element shop = triage.select("#all ~ ul a[href*=projects/shop/failures/]").first();
        assertTrue(shop.parent().text().matches(".* \\d+ failures"), shop.parent().text());
    }

    @Test
    void searchAndSitemapNameWhatIsThere() throws IOException {
        String index = Files.readString(out.resolve("assets/search-index.js"));
        Matcher entry = Pattern.compile("\"(projects/[^\"]*)\"").matcher(index);
        Set<String> found = new TreeSet<>();
        while (entry.find()) {
            found.add(entry.group(1));
        }
        assertTrue(found.stream().anyMatch(path -> path.startsWith("projects/shop/failures/index.html#")), "failures");
        assertTrue(found.stream().anyMatch(path -> path.startsWith("projects/shop/index.html#component-")), "components");
        assertEquals(List.of(), found.stream().filter(path -> !stands(path)).toList());
        Matcher address = Pattern.compile("<loc>https://acme.example/ours/([^<]*)</loc>").matcher(Files.readString(out.resolve("sitemap.xml")));
        List<String> missing = new ArrayList<>();
        while (address.find()) {
            String path = address.group(1) + (address.group(1).isEmpty() || address.group(1).endsWith("/") ? "index.html" : "");
            if (!PAGES.containsKey(path)) {
                missing.add(path);
            }
        }
        assertEquals(List.of(), missing);
        String list = Files.readString(out.resolve("projects/shop/llms.txt"));
        assertTrue(list.contains("https://acme.example/ours/projects/shop/failures/index.html"), list);
        assertFalse(list.contains(".md"), "no twins are named");
    }

    @Test
    void fewProjectsAreShownInFullAndManyInBrief() {
        assertEquals(Detail.FULL, SiteConfig.DEFAULT.detail("one", 1));
        assertEquals(Detail.FULL, SiteConfig.DEFAULT.detail("one", 40));
        assertEquals(Detail.BRIEF, SiteConfig.DEFAULT.detail("one", 41));
    }

    @Test
    void manyProjectsLeaveTheFirstPageTheWorst() throws IOException {
        Path many = temp.resolve("many");
        for (int i = 0; i < 41; i++) {
            project(many, "p" + i, i == 40 ? small("Last") : "name: P" + i + "\nservices:\n  job: {}\n");
        }
        Files.writeString(many.resolve("site.yaml"), "title: Many\n");
        Path to = temp.resolve("many-site");
        build(many, to, Optional.empty());
        assertEquals(FEW, files(to, "p40"));
        Document home = Jsoup.parse(to.resolve("index.html").toFile(), "UTF-8");
        assertEquals(40, home.select("#heat tbody tr").size());
        assertEquals("project-p40", home.select("#heat tbody tr").first().id(), "it alone has a finding");
        assertEquals("projects/index.html", home.select("a:contains(All 41 projects)").attr("href"));
        assertEquals(41, Jsoup.parse(to.resolve("projects/index.html").toFile(), "UTF-8").select("main a[href^=p]").size());
    }

    @Test
    void commandGoesBeforeTheSettings() throws IOException {
        Path to = temp.resolve("other");
        build(site, to, Optional.of(Detail.BRIEF));
        assertEquals(FEW, files(to, "small"));
    }

    @Test
    void projectThatIsBuiltAloneIsShownInFull() throws IOException {
        Path to = temp.resolve("alone");
        build(site.resolve("projects/small"), to, Optional.empty());
        assertTrue(files(to, "small").contains("exports/analysis.json"));
    }

    @Test
    void anotherFormReplacesThePagesOfTheFirst() throws IOException {
        Path own = temp.resolve("changing");
        Path to = temp.resolve("changing-site");
        project(own, "one", small("One"));
        project(own, "two", small("Two"));
        Files.writeString(own.resolve("site.yaml"), "detail: full\n");
        build(own, to, Optional.empty());
        Set<String> one = files(to, "one");
        Set<String> two = files(to, "two");
        Files.writeString(own.resolve("site.yaml"), "detail: full\ndetail-of: {one: brief}\n");
        build(own, to, Optional.empty());
        assertEquals(FEW, files(to, "one"));
        assertEquals(two, files(to, "two"));
        Files.writeString(own.resolve("site.yaml"), "detail: full\n");
        build(own, to, Optional.empty());
        assertEquals(one, files(to, "one"));
    }

    @Test
    void wrongSettingsAreToldWithTheirPlace() throws IOException {
        Path own = temp.resolve("wrong");
        project(own, "shop", small("Shop"));
        Files.writeString(own.resolve("site.yaml"), "title: Wrong\ndetail: short\ndetail-of:\n  shop: much\n");
        Exit.InputError error = assertThrows(Exit.InputError.class, () -> build(own, temp.resolve("wrong-site"), Optional.empty()));
        List<String> said = error.problems().stream().map(Object::toString).toList();
        assertTrue(said.get(0).startsWith("site.yaml:2:9: error: "), said.toString());
        assertTrue(said.get(0).contains("full") && said.get(0).contains("brief"), said.toString());
        assertTrue(said.get(1).startsWith("site.yaml:4:9: error: "), said.toString());
        assertFalse(Files.exists(temp.resolve("wrong-site")));

        Files.writeString(own.resolve("site.yaml"), "title: Wrong\ndetail-of:\n  shpo: full\n");
        List<String> warnings = build(own, temp.resolve("wrong-site"), Optional.empty()).warnings().stream().map(Object::toString).toList();
        assertTrue(warnings.stream().anyMatch(w -> w.startsWith("site.yaml:3:3: warning: 'shpo' is no project of this site") && w.contains("shop")),
                warnings.toString());
    }
}
