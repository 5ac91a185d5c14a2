package quorate.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import quorate.catalog.check.CatalogCheck;
import quorate.schema.Schemas;
import quorate.source.Problem;
import quorate.source.Problems;
import quorate.source.Resources;

/** What a comparison shows, and when the catalog refuses it. */
class ComparisonTest {

    private static final Path HOME = Path.of("src/test/resources/site/catalog");

    private static Catalog catalog(Map<String, String> overlay, Problems problems) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        overlay.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return CatalogReader.read(List.of(Resources.inFolder(HOME), files), new Schemas(), problems, false);
    }

    private static List<String> texts(Comparison comparison, int axis, int member, Catalog catalog) {
        return comparison.stated(comparison.axes().get(axis), comparison.members().get(member), catalog).texts();
    }

    @Test
    void cellShowsWhatIsStatedHereElseWhatTheEntrySaysElseNothing() throws IOException {
        Catalog catalog = catalog(Map.of(), new Problems());
        Comparison comparison = catalog.comparisons().get("agreement");
        assertEquals(List.of(catalog.patterns().get("crdt").summary()), texts(comparison, 0, 0, catalog));
        assertEquals(List.of("No."), texts(comparison, 2, 0, catalog));
        assertEquals(List.of(), texts(comparison, 2, 1, catalog));
        assertEquals(List.of(), texts(comparison, 1, 0, catalog), "a pattern has no replication of its own");
    }

    @Test
    void overlayReplacesAComparison() throws IOException {
        String own = new String(Resources.inFolder(HOME).get("comparisons/agreement.yaml"), StandardCharsets.UTF_8)
                .replace("Agreeing and merging", "Ours");
        Catalog catalog = catalog(Map.of("comparisons/agreement.yaml", own), new Problems());
        assertEquals("Ours", catalog.comparisons().get("agreement").name());
        assertEquals(1, catalog.comparisons().size());
    }

    @Test
    void packedCatalogHoldsComparisonsAndPaths() throws IOException {
        Catalog packed = CatalogReader.readPacked(CatalogReader.pack(Resources.inFolder(HOME))).orElseThrow();
        assertEquals(Set.of("agreement"), packed.comparisons().keySet());
        assertEquals(4, packed.paths().get("agreement").steps().size());
    }

    @Test
    void catalogRefusesATableThatMostlySaysNothingAndReferencesThatLeadNowhere() throws IOException {
        Problems problems = new Problems();
        Catalog catalog = catalog(
                Map.of(
                        "comparisons/empty.yaml",
                        """
                        name: Empty
                        question: Which?
                        answer: Nobody knows.
                        members: [{kind: pattern, id: crdt}, {kind: pattern, id: rafft}]
                        axes:
                          - {name: A, field: replication}
                          - {name: B, field: failover}
                          - {name: C, cells: [{member: other, says: never, source: nowhere}]}
                        """,
                        "paths/lost.yaml",
                        """
                        name: Lost
                        for-whom: Nobody.
                        afterwards: Go nowhere.
                        steps:
                          - {read: "pattern:nowhere", why: why, look-for: what}
                          - {read: "model:nothing", why: why, look-for: what}
                          - {read: "term:none", why: why, look-for: what}
                        """),
                problems);
        assertEquals(List.of(), problems.all());
        CatalogCheck.check(catalog, catalog.rules().keySet(), Set.of(), Places.of(List.of()), problems);
        List<String> messages = problems.all().stream().map(Problem::message).toList();
        for (String expected : List.of(
                "6 of 6 cells say nothing",
                "C: 'other' is no member",
                "cites 'nowhere', which is not among its references",
                "members: the catalog has no pattern 'rafft'",
                "the text: the catalog has no pattern 'nowhere'",
                "the text: no model 'nothing'",
                "the text links to the term 'none', which the glossary lacks")) {
            assertTrue(messages.contains(expected), expected + " in " + messages);
        }
    }

    @Test
    void schemaRefusesAnUnknownFieldAnUnknownKindAndARowWithNothingToShow() {
        Problems problems = new Problems();
        String odd =
                """
                name: Odd
                question: Which?
                answer: None.
                members: [{kind: planet, id: crdt}, {kind: pattern, id: raft}]
                axes: [{name: A, field: colour}, {name: B, field: summary}, {name: C}]
                """;
        CatalogReader.read(
                List.of(Map.of("comparisons/odd.yaml", odd.getBytes(StandardCharsets.UTF_8))), new Schemas(), problems, true);
        String all = problems.all().toString();
        assertTrue(all.contains("members[0]") && all.contains("axes[0]") && all.contains("axes[2]"), all);
    }
}
