package quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project of which little is stated has its pages all the same. */
class SparseProjectTest {

    @TempDir
    Path temp;

    @Test
    void transactionOfWhichOnlyTheStyleIsKnownHasItsRow() throws IOException {
        Path project = Files.createDirectories(temp.resolve("own/projects/shop"));
        Files.writeString(project.resolve("architecture.yaml"),
                "services:\n  shop: {}\ntransactions:\n  refund: {style: saga-choreography}\n");
        Files.writeString(temp.resolve("own/site.yaml"), "title: Ours\n");
        Path out = temp.resolve("site");
        new SiteBuild(temp.resolve("own"), out, Path.of("target/large-cache"), Optional.empty(), Optional.empty(),
                OptionalInt.of(0), new CheckOptions()).run();
        Elements rows = Jsoup.parse(out.resolve("projects/shop/steps/5-transactions/index.html").toFile(), "UTF-8")
                .select("#transaction-refund");
        assertEquals(1, rows.size());
        assertEquals("saga-choreography", rows.get(0).select("td").get(0).text().split(" ")[0], rows.outerHtml());
    }
}
