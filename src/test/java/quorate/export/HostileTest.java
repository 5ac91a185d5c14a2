package quorate.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import quorate.review.Review;

/** Names that mean something in a format stay names. */
class HostileTest {

    static final String NAME =
            "=cmd()|' \"q\" ]]> <b>&amp; `x` \\ %0A\n::error file=x::y\r\t\u001b[31mred \u202Eabc, @all #1 [l](http://e.vil) \uD83D\uDE00";

    static final String YAML = """
            name: "=1+1"
            services:
              evil:
                name: "=cmd()|' \\"q\\" ]]> <b>&amp; `x` \\\\ %0A\\n::error file=x::y\\r\\t\\e[31mred \\u202Eabc, @all #1 [l](http://e.vil) \\U0001F600"
                replicas: 1
              "0x1F":
                name: "\\n::warning::hello"
                purpose: "- a: b # c"
                replicas: 1
              "null":
                owner: "~"
              ab:
                name: "trailing\\\\"
            links:
              - from: evil
                to: "null"
                mode: sync
                fallback: "```\\n| a | b |"
              - from: ab
                to: "null"
                mode: sync
                timeout: none
            journeys:
              "yes":
                name: "@SUM(A1)"
                entry: evil
            accepted:
              - rule: single-instance
                subject: "0x1F"
                reason: "]]><script>\\e[2J"
            """;

    private final Review review = Fixture.of("-2+3", YAML);
    private final Map<String, String> texts = ExportsTest.all(review, "::error");

    @Test
    void theNameIsTheOneThatIsMeant() {
        assertEquals(NAME, review.input().linked().architecture().component("evil").orElseThrow().title());
    }

    @Test
    void noEscapeSequenceReachesATerminal() {
        texts.forEach((name, text) -> {
            boolean own = name.equals("report-color.txt");
            String rest = own ? text.replaceAll("\u001b\\[[0-9;]*m", "") : text;
            assertFalse(rest.contains("\u001b"), name);
        });
        assertFalse(texts.get("report-color.txt").contains("\u001b[31mred"));
        for (String name : List.of("report.txt", "github.txt", "report.md", "junit.xml", "findings.csv", "quorate.sarif")) {
            assertFalse(texts.get(name).contains("\u202E"), name);
        }
    }

    @Test
    void noLineOfTheReportsIsACommandButTheirOwn() {
        assertTrue(texts.get("report.txt").lines().noneMatch(line -> line.stripLeading().startsWith("::")));
        List<String> commands = texts.get("github.txt").lines().toList();
        assertEquals(review.wrong().size() - 1, commands.size());
        for (String command : commands) {
            assertTrue(command.matches("::(error|warning|notice) file=%3A%3Aerror/architecture.yaml,line=\\d+,col=\\d+,title=[^:,]*::.*"), command);
        }
    }

    @Test
    void junitIsWellFormedAndKeepsTheText() throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(texts.get("junit.xml"))));
        assertEquals(review.findings().size(), document.getElementsByTagName("testcase").getLength());
        Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
        assertEquals("-2+3", suite.getAttribute("name"));
        assertTrue(texts.get("junit.xml").contains("Accepted: ]]&gt;&lt;script&gt;"));
    }

    @Test
    void noCellOfACsvIsAFormula() {
        for (String name : List.of("findings.csv", "selections.csv", "scenarios.csv")) {
            for (String line : texts.get(name).split("\r\n")) {
                assertFalse(line.contains("\n"), line);
                for (String cell : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
                    assertFalse(cell.matches("\"?[=+@-].*"), name + ": " + cell);
                }
            }
        }
        assertTrue(texts.get("scenarios.csv").contains("'@SUM(A1)"));
    }

    @Test
    void markdownHasTheTableThatIsMeant() {
        String markdown = texts.get("report.md");
        assertFalse(markdown.contains("<b>"));
        assertFalse(markdown.contains("@all"));
        assertFalse(markdown.matches("(?s).*(?<!\\\\)\\]\\(.*"));
        long bars = markdown.lines()
                .filter(line -> line.startsWith("| ") && line.contains("evil") || line.contains("cmd()"))
                .map(line -> line.replaceAll("\\\\.", ""))
                .filter(line -> line.startsWith("| "))
                .peek(line -> assertEquals(5, line.chars().filter(c -> c == '|').count(), line))
                .count();
        assertTrue(bars > 0);
    }

    @Test
    void jsonKeepsTheTextAsItIs() throws Exception {
        JsonNode analysis = new ObjectMapper().readTree(texts.get("analysis.json"));
        JsonNode evil = analysis.at("/model/services").findParents("id").stream()
                .filter(service -> service.get("id").asText().equals("evil"))
                .findFirst()
                .orElseThrow();
        assertEquals(NAME, evil.get("title").asText());
    }

    @Test
    void theArchitectureReadsBack() {
        RoundTrip.assertSameFacts(review.input().linked().architecture(), texts.get("architecture.yaml"));
    }
}
