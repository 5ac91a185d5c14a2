package quorate.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import quorate.review.Review;
import quorate.review.Sensitivity;
import quorate.review.Severity;
import quorate.schema.SchemaName;
import quorate.source.Extents;
import quorate.source.Folder;
import quorate.source.Json;
import quorate.source.Limits;
import quorate.source.Problems;
import quorate.source.SourceFile;

/** Every format on a realistic review, on an empty one, and against its schema. */
class ExportsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SITE = "https://acme.example/quorate/";

    static Map<String, String> all(Review review, String prefix) {
        Reviewed reviewed = new Reviewed(review, prefix);
        Report report = Report.of(List.of(reviewed));
        Map<String, String> texts = new TreeMap<>();
        texts.put("analysis.json", AnalysisJson.of(review, "1.2.3"));
        texts.put("quorate.sarif", Sarif.of(report, "1.2.3", SITE));
        texts.put("report.txt", TextReport.of(report, TextReport.Detail.NORMAL, false));
        texts.put("report-color.txt", TextReport.of(report, TextReport.Detail.NORMAL, true));
        texts.put("report-verbose.txt", TextReport.of(report, TextReport.Detail.REASONS, false));
        texts.put("github.txt", GithubReport.of(report));
        texts.put("gitlab.json", GitlabReport.of(report));
        texts.put("junit.xml", JUnitReport.of(report));
        texts.put("report.md", MarkdownReport.of(report));
        texts.put("findings.csv", CsvReport.findings(report));
        texts.put("selections.csv", CsvReport.selections(report));
        texts.put("scenarios.csv", CsvReport.scenarios(reviewed));
        texts.put("graph.dot", Graphs.dot(review.input().linked().architecture()));
        texts.put("graph.graphml", Graphs.graphMl(review.input().linked().architecture()));
        texts.put("architecture.yaml", ArchitectureYaml.of(review.input().linked().architecture()));
        texts.put("commented.yaml", ArchitectureYaml.commented(review.input().linked().architecture()));
        return texts;
    }

    @TestFactory
    List<DynamicTest> goldens() {
        return all(Fixture.shop(), "projects/corner shop").entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> Golden.compare(e.getKey(), e.getValue())))
                .toList();
    }

    @TestFactory
    List<DynamicTest> emptyReviewGoldens() {
        return all(Fixture.of("empty", "name: Empty\n"), "").entrySet().stream()
                .filter(e -> !e.getKey().startsWith("analysis") && !e.getKey().equals("quorate.sarif"))
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> Golden.compare("empty/" + e.getKey(), e.getValue())))
                .toList();
    }

    @Test
    void twoRunsGiveTheSameBytesWithoutCarriageReturnsWhereNoneBelong() {
        Map<String, String> first = all(Fixture.shop(), "");
        assertEquals(first, all(Fixture.shop(), ""));
        first.forEach((name, text) -> {
            assertTrue(text.endsWith("\n"), name);
            assertTrue(name.endsWith(".csv") || !text.contains("\r"), name);
        });
    }

    @Test
    void analysesFollowTheirSchema() {
        for (Review review : List.of(
                Fixture.shop(), Fixture.of("empty", "name: Empty\n"), Fixture.of("hostile", HostileTest.YAML))) {
            Problems problems = new Problems();
            SourceFile file = new SourceFile("analysis.json", AnalysisJson.of(review, "1.2.3"));
            Fixture.SCHEMAS.check(
                    SchemaName.ANALYSIS, Json.document(file, Limits.DEFAULT, problems).orElseThrow(), problems);
            assertEquals(List.of(), problems.all());
        }
    }

    @Test
    void everyFieldOfTheAnalysisSchemaIsDescribed() {
        described(Fixture.SCHEMAS.tree(SchemaName.ANALYSIS), "");
    }

    private static void described(JsonNode node, String path) {
        node.path("properties").fields().forEachRemaining(
                e -> assertTrue(e.getValue().has("description"), path + "/" + e.getKey()));
        assertTrue(!node.path("type").asText().equals("object") || node.has("additionalProperties"), path);
        node.fields().forEachRemaining(e -> described(e.getValue(), path + "/" + e.getKey()));
    }

    @Test
    void sarifFollowsTheOfficialSchema() throws Exception {
        for (Review review : List.of(
                Fixture.shop(), Fixture.of("empty", "name: Empty\n"), Fixture.of("hostile", HostileTest.YAML))) {
            for (String site : List.of("", SITE)) {
                JsonNode log = JSON.readTree(Sarif.of(Report.of(List.of(new Reviewed(review, "a b/ä"))), "1.2.3", site));
                assertEquals(List.of(), sarifSchema().validate(log).stream().map(Object::toString).toList());
            }
        }
    }

    static Schema sarifSchema() throws Exception {
        try (InputStream in = ExportsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(JSON.readTree(in));
        }
    }

    @Test
    void theSarifSchemaRefusesWhatIsNotSarif() throws Exception {
        assertFalse(sarifSchema().validate(JSON.readTree("{\"version\":\"2.1.0\",\"runs\":[{\"results\":[]}]}")).isEmpty());
    }

    @Test
    void sarifDeclaresEveryRuleAndPointsAtEachResultsPlace() throws Exception {
        JsonNode run = JSON.readTree(Sarif.of(Report.of(List.of(new Reviewed(Fixture.shop(), "a b"))), "1", ""))
                .at("/runs/0");
        assertEquals(3, run.at("/tool/driver/rules").size());
        assertTrue(run.at("/tool/driver/rules/0/helpUri").isMissingNode());
        for (JsonNode result : run.get("results")) {
            String rule = run.at("/tool/driver/rules/" + result.get("ruleIndex").asInt() + "/id").asText();
            assertEquals(rule, result.get("ruleId").asText());
            JsonNode place = result.at("/locations/0/physicalLocation");
            assertEquals("a%20b/architecture.yaml", place.at("/artifactLocation/uri").asText());
            assertTrue(place.at("/region/startLine").asInt() > 1);
        }
    }

    @Test
    void severalProjectsShareOneRunAndOneVerdict() throws Exception {
        Reviewed shop = new Reviewed(Fixture.shop(), "shop");
        Reviewed empty = new Reviewed(Fixture.of("empty", "name: Empty\n"), "./empty/");
        Report report = Report.of(List.of(empty, shop));
        JsonNode log = JSON.readTree(Sarif.of(report, "1", ""));
        assertEquals(1, log.get("runs").size());
        assertEquals(shop.review().wrong().size(), log.at("/runs/0/results").size());
        assertEquals(2, report.failing());
        assertTrue(TextReport.of(report, TextReport.Detail.NORMAL, false).contains("empty: 0 violated"));
        assertTrue(JUnitReport.of(report).contains("<testsuite name=\"empty\" tests=\"0\""));
    }

    @Test
    void theGateDecidesWhatFails() {
        List<Reviewed> shop = List.of(Reviewed.of(Fixture.shop()));
        OptionalInt any = OptionalInt.empty();
        assertEquals(0, new Report(shop, new Gate(Optional.empty(), true, any)).failing());
        assertEquals(0, new Report(shop, new Gate(Optional.of(Severity.CRITICAL), true, any)).failing());
        assertEquals(2, new Report(shop, new Gate(Optional.of(Severity.HIGH), true, any)).failing());
        assertEquals(3, new Report(shop, new Gate(Optional.of(Severity.MEDIUM), false, any)).failing());
        assertEquals(4, new Report(shop, new Gate(Optional.of(Severity.MEDIUM), true, any)).failing());
    }

    @Test
    void moreWarningsThanAllowedFailTheGate() {
        List<Reviewed> shop = List.of(Reviewed.of(Fixture.shop()));
        assertFalse(new Report(shop, new Gate(Optional.empty(), false, OptionalInt.of(1))).fails());
        Report report = new Report(shop, new Gate(Optional.empty(), false, OptionalInt.of(0)));
        assertTrue(report.fails());
        assertTrue(TextReport.of(report, TextReport.Detail.NORMAL, false)
                .endsWith("Gate at most 0 warnings: failed, 1 warning where 0 may be.\n"));
        assertTrue(new Report(shop, new Gate(Optional.empty(), true, OptionalInt.of(1))).fails(), "presumed ones count when asked to");
    }

    @Test
    void whatWasThereBeforeFailsNoGateAndIsCountedApart() throws Exception {
        Review shop = Fixture.shop();
        Baseline all = Baseline.of(List.of(shop));
        Report report = new Report(List.of(new Reviewed(shop, "shop")), Gate.DEFAULT, all, false);
        assertFalse(report.fails());
        String text = TextReport.of(report, TextReport.Detail.FINDINGS, false);
        assertEquals("shop: 3 violated, 1 presumed, 1 accepted, 1 question, 4 hold; 4 of them there before\nGate high: passed.\n", text);
        assertEquals("", GithubReport.of(report));
        assertEquals("[]", GitlabReport.of(report).strip());
        assertTrue(JUnitReport.of(report).contains("failures=\"0\" errors=\"0\" skipped=\"7\""), JUnitReport.of(report));
        JsonNode results = JSON.readTree(Sarif.of(report, "1", "")).at("/runs/0/results");
        assertEquals(5, results.size(), "alerts of a code host stay open");
        results.forEach(result -> assertEquals(
                result.has("suppressions") ? "new" : "unchanged", result.get("baselineState").asText()));
        Report shown = new Report(report.projects(), Gate.DEFAULT, all, true);
        assertEquals(4, GithubReport.of(shown).lines().count());
        assertFalse(shown.fails());
    }

    @Test
    void aRegionReachesToTheEndOfWhatIsWrong() throws Exception {
        Review shop = Fixture.shop();
        Extents extents = Extents.of(
                Folder.open(Fixture.FOLDER.resolve("shop"), Limits.DEFAULT), List.of("architecture.yaml"));
        Report report = Report.of(List.of(new Reviewed(shop, Sensitivity.NONE, extents, "")));
        for (JsonNode result : JSON.readTree(Sarif.of(report, "1", "")).at("/runs/0/results")) {
            JsonNode region = result.at("/locations/0/physicalLocation/region");
            assertTrue(region.get("endLine").asInt() >= region.get("startLine").asInt(), region.toString());
            assertTrue(region.get("endColumn").asInt() > 1, region.toString());
        }
        assertEquals(List.of(), sarifSchema().validate(JSON.readTree(Sarif.of(report, "1", ""))).stream().map(Object::toString).toList());
    }

    @Test
    void aFingerprintSurvivesAMovedLine() {
        String yaml = "services:\n  a:\n    replicas: 1\n";
        String before = Fingerprint.of(Fixture.of("p", yaml).findings().get(0));
        assertEquals(before, Fingerprint.of(Fixture.of("p", "name: Other\n\n\n" + yaml).findings().get(0)));
    }
}
