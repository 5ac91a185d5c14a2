package quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a system of 200 components: no page too heavy, no picture too full, and nothing out of reach. */
class LargeSiteTest {

    private static final int TEAMS = 10;
    private static final int SERVICES = 160;
    private static final int STORES = 32;
    private static final int OTHERS = 4;
    private static final int COMPONENTS = SERVICES + STORES + 2 * OTHERS;

    private static final String HOME = "projects/large/index.html";

    @TempDir
    static Path temp;

    private static final Map<String, Document> PAGES = new TreeMap<>();
    private static Path out;
    private static int relations;

    @BeforeAll
    static void build() throws IOException {
        Path project = Files.createDirectories(temp.resolve("own/projects/large"));
        Files.writeString(project.resolve("architecture.yaml"), architecture());
        Files.writeString(temp.resolve("own/site.yaml"), "title: Ours\n");
        out = temp.resolve("site");
        new SiteBuild(temp.resolve("own"), out, Path.of("target/large-cache"), Optional.empty(), Optional.empty(), OptionalInt.of(0), new CheckOptions()).run();
        try (Stream<Path> walk = Files.walk(out)) {
            for (Path file : walk.filter(f -> f.toString().endsWith(".html")).toList()) {
                PAGES.put(out.relativize(file).toString().replace('\\', '/'), Jsoup.parse(file.toFile(), "UTF-8"));
            }
        }
    }

    /** Ten teams; each service calls the next of its team and one of another, one in five has a store; much is not stated. */
    private static String architecture() {
        StringBuilder yaml = new StringBuilder("name: Large\nfault-domains:\n  a: {kind: zone}\n  b: {kind: zone}\nservices:\n");
        for (int i = 0; i < SERVICES; i++) {
            yaml.append("  s").append(i).append(": {owner: team-").append(i % TEAMS).append(i % 3 == 0 ? ", replicas: 2, placement: [a, b]}\n" : "}\n");
        }
        yaml.append("stores:\n");
        for (int i = 0; i < STORES; i++) {
            yaml.append("  db").append(i).append(": {technology: postgresql, owner: team-").append(i % TEAMS).append("}\n");
        }
        yaml.append("channels:\n");
        for (int i = 0; i < OTHERS; i++) {
            yaml.append("  topic").append(i).append(": {technology: kafka, owner: team-").append(i).append("}\n");
        }
        yaml.append("externals:\n");
        for (int i = 0; i < OTHERS; i++) {
            yaml.append("  partner").append(i).append(": {sla: 99.9%}\n");
        }
        yaml.append("links:\n");
        List<String> links = new ArrayList<>();
        for (int i = 0; i < SERVICES; i++) {
            if (i + TEAMS < SERVICES) {
                links.add("{from: s" + i + ", to: s" + (i + TEAMS) + ", mode: sync, need: hard" + (i % 2 == 0 ? ", timeout: {total: 1s}}" : "}"));
            }
            if (i + 7 < SERVICES) {
                links.add("{from: s" + i + ", to: s" + (i + 7) + ", mode: sync}");
            }
            if (i % 5 == 0) {
                links.add("{from: s" + i + ", to: db" + i / 5 + ", purpose: write}");
            }
            if (i % 40 == 0) {
                links.add("{from: s" + i + ", to: topic" + i / 40 + ", mode: async}");
                links.add("{from: s" + i + ", to: partner" + i / 40 + "}");
            }
        }
        for (int i = 30; i < 70; i++) {
            links.add("{from: s1, to: s" + i + ", mode: sync}"); // one with far more neighbours than a picture holds
        }
        Set<String> distinct = new LinkedHashSet<>(links);
        relations = distinct.size();
        distinct.forEach(link -> yaml.append("  - ").append(link).append('\n'));
        yaml.append("journeys:\n");
        for (int i = 0; i < 3; i++) {
            yaml.append("  j").append(i).append(": {entry: s").append(i).append("}\n");
        }
        return yaml.toString();
    }

    private static Document page(String path) {
        return PAGES.get(path);
    }

    private static Set<String> links(String path) {
        Set<String> links = new TreeSet<>();
        Path folder = Path.of(path).getParent();
        for (Element a : page(path).select("main a[href]")) {
            String href = a.attr("href").replaceAll("[#?].*$", "");
            if (!href.isEmpty() && !href.contains(":")) {
                links.add(folder.resolve(href).normalize().toString().replace('\\', '/'));
            }
        }
        return links;
    }

    @Test
    void tableThatGoesOnElsewhereIsWholeInOneFile() throws IOException {
        Element first = page("projects/large/relations/index.html").selectFirst("p.parts a[download]");
        List<String> lines = Files.readAllLines(out.resolve("projects/large/relations").resolve(first.attr("href")));
        assertTrue(lines.get(0).startsWith("From,To,Mode,Need,"), lines.get(0));
        assertEquals(relations, lines.size() - 1);
    }

    private static Map<String, Document> own() {
        return PAGES.entrySet().stream()
                .filter(e -> e.getKey().startsWith("projects/large/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    @Test
    void noPageIsTooHeavy() throws IOException {
        List<String> heavy = new ArrayList<>();
        for (Map.Entry<String, Document> page : PAGES.entrySet()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                Files.copy(out.resolve(page.getKey()), gzip);
            }
            int elements = page.getValue().getAllElements().size();
            if (elements > 3000 || bytes.size() > 60 * 1024) {
                heavy.add(page.getKey() + ": " + elements + " elements, " + bytes.size() + " bytes");
            }
        }
        assertEquals(List.of(), heavy);
    }

    @Test
    void overviewShowsOwnersAndEachLeadsToItsComponents() {
        List<Element> boxes = page(HOME).select("#system a.node");
        assertEquals(TEAMS + 1, boxes.size(), "the teams, and what names none");
        assertEquals(boxes.size(), page(HOME).select("#system .node").size(), "each box is a link");
        for (Element box : boxes) {
            String group = Path.of(HOME).getParent().resolve(box.attr("href")).normalize().toString().replace('\\', '/');
            assertEquals("group", page(group).body().attr("data-page-type"), group);
        }
        assertEquals(TEAMS + 1, page(HOME).select("#groups-table tbody tr").size(), "the table says the same");
    }

    @Test
    void noPictureIsTooFullAndAllNodesAreLinks() {
        own().forEach((path, page) -> page.select("svg.picture").forEach(picture -> {
            assertTrue(picture.select(".node").size() <= 25, path + ": " + picture.select(".node").size());
            assertEquals(picture.select(".node").size(), picture.select("a.node").size(), path);
        }));
    }

    @Test
    void everyComponentIsTwoClicksAwayAtMost() {
        Set<String> near = new TreeSet<>(links(HOME));
        Set<String> groups = near.stream().filter(path -> path.contains("/groups/")).collect(Collectors.toSet());
        Set<String> reached = new TreeSet<>();
        groups.forEach(group -> reached.addAll(links(group)));
        long all = PAGES.keySet().stream().filter(path -> path.matches("projects/large/components/[^/]+/index.html")).count();
        assertEquals(COMPONENTS, all);
        assertEquals(all, reached.stream().filter(path -> path.matches("projects/large/components/[^/]+/index.html")).count());
        assertEquals(all, near.stream().filter(path -> path.matches("projects/large/components/[^/]+/index.html")).count());
    }

    @Test
    void aComponentWithManyNeighboursSaysHowManyAreDrawn() {
        Document hub = page("projects/large/components/s1/index.html");
        int neighbours = hub.select("#relations-table tbody tr").size();
        assertTrue(neighbours > 25, "" + neighbours);
        assertEquals(25, hub.select("#neighbours a.node").size());
        assertTrue(hub.text().contains("The picture shows the 24 neighbours with the most relations of "), hub.text());
    }

    @Test
    void partsTogetherHoldEveryRelationOnce() {
        List<Element> rows = own().entrySet().stream()
                .filter(e -> e.getKey().startsWith("projects/large/relations/"))
                .flatMap(e -> e.getValue().select("#relations-table tbody tr[id]").stream())
                .toList();
        assertEquals(relations, rows.size());
        assertEquals(relations, rows.stream().map(Element::id).distinct().count());
        Document second = page("projects/large/relations/part/relations-table/2/index.html");
        assertTrue(second.selectFirst(".parts").text().startsWith("51 to 100 of " + relations), second.selectFirst(".parts").text());
        assertTrue(!second.select("nav.steps a[rel=prev]").isEmpty() && !second.select("nav.steps a[rel=next]").isEmpty());
    }

    @Test
    void explorerFetchesWhatItDoesNotHold() throws IOException {
        Document explorer = page("projects/large/explorer/index.html");
        Matcher named = Pattern.compile("\"piece\":(\\d+),\"place\":(\\d+)").matcher(explorer.selectFirst("#explorer-data").data());
        int failures = 0;
        Set<String> pieces = new TreeSet<>();
        while (named.find()) {
            failures++;
            pieces.add("states-" + named.group(1) + ".js");
        }
        int held = 0;
        for (String piece : pieces) {
            String script = Files.readString(out.resolve("projects/large/explorer").resolve(piece), StandardCharsets.UTF_8);
            held += script.split("\"spread\":", -1).length - 1;
        }
        assertTrue(failures > 400, "" + failures);
        assertEquals(failures, held);
    }
}
