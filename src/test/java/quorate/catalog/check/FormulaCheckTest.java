package quorate.catalog.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quorate.catalog.Catalog;
import quorate.catalog.CatalogReader;
import quorate.schema.Schemas;
import quorate.source.Problem;
import quorate.source.Problems;

/** The vectors of the catalog hold, and one that does not is told with its line. */
class FormulaCheckTest {

    private static final Path FILE = Path.of("catalog/formulas.yaml");

    @Test
    void everyVectorIsMet() throws IOException {
        assertEquals(List.of(), problems(Files.readString(FILE)));
    }

    @Test
    void wrongVectorIsToldWithItsLine() throws IOException {
        String planted = Files.readString(FILE).replace("normal: 1.561200124412,", "normal: 1.571200124412,");
        Problem problem = only(problems(planted));
        assertEquals(line(planted, "1.571200124412"), problem.at().line());
        assertEquals("catalog/formulas.yaml", problem.at().file());
        assertTrue(problem.message().startsWith("phi-accrual: normal is 1.5612"), problem.message());
    }

    @Test
    void inputThatTheFormulaDoesNotTakeIsTold() throws IOException {
        String planted = Files.readString(FILE).replace("given: {n: 3, r: 1, w: 1}", "given: {n: 3, r: 1, w: 1, q: 2}");
        assertTrue(only(problems(planted)).message().contains("takes no 'q'"));
    }

    @Test
    void inputOutsideItsRangeIsTold() throws IOException {
        String planted = Files.readString(FILE).replace("given: {voters: 1}", "given: {voters: 0}");
        assertTrue(only(problems(planted)).message().contains("'voters' is missing or not from"));
    }

    private static Problem only(List<Problem> problems) {
        assertEquals(1, problems.size(), problems.toString());
        return problems.get(0);
    }

    private static int line(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).lines().count();
    }

    /** Pages are left out: the patterns and rules that they name are not read here. */
    private static List<Problem> problems(String formulas) {
        Problems problems = new Problems();
        Catalog catalog = CatalogReader.read(
                List.of(Map.of("formulas.yaml", formulas.getBytes(StandardCharsets.UTF_8))), new Schemas(), problems, true);
        FormulaCheck.check(catalog, problems);
        return problems.all().stream().filter(p -> !p.message().startsWith("pages: ")).toList();
    }
}
