package quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings that differ by their subjects alone are one entry of a page, and each keeps its place and its reasons. */
class AlikePagesTest {

    private static final int CALLS = 6;

    @TempDir
    static Path temp;

    private static Document findings;

    @BeforeAll
    static void build() throws IOException {
        Path project = Files.createDirectories(temp.resolve("own/projects/shop"));
        StringBuilder yaml = new StringBuilder("services:\n  shop: {criticality: critical}\n");
        IntStream.rangeClosed(1, CALLS).forEach(i -> yaml.append("  part-").append(i).append(": {}\n"));
        yaml.append("links:\n");
        IntStream.rangeClosed(1, CALLS)
                .forEach(i -> yaml.append("  - {from: shop, to: part-").append(i).append(", mode: sync, timeout: none}\n"));
        Files.writeString(project.resolve("architecture.yaml"), yaml);
        Files.writeString(temp.resolve("own/site.yaml"), "title: Ours\n");
        Path out = temp.resolve("site");
        new SiteBuild(temp.resolve("own"), out, Path.of("target/large-cache"), Optional.empty(), Optional.empty(), OptionalInt.of(0), new CheckOptions())
                .run();
        findings = Jsoup.parse(out.resolve("projects/shop/findings/index.html").toFile(), "UTF-8");
    }

    @Test
    void tableHasOneRowThatNamesThemAll() {
        List<Element> rows = findings.select("#findings-table tbody tr").stream()
                .filter(row -> row.text().contains("violated"))
                .toList();
        assertEquals(1, rows.size(), findings.select("#findings-table tbody tr").eachText().toString());
        for (int i = 1; i <= CALLS; i++) {
            assertEquals(1, rows.get(0).select("a:contains(part-" + i + ")").size(), rows.get(0).html());
        }
    }

    @Test
    void eachKeepsItsAddressAndItsReasons() {
        Elements places = findings.select("[id^=timeout-missing]");
        assertEquals(CALLS, places.size(), places.eachAttr("id").toString());
        places.forEach(place -> assertFalse(place.select(".why li:contains(architecture.yaml)").isEmpty(), place.outerHtml()));
    }
}
