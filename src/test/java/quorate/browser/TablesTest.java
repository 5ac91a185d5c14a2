package quorate.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every table of the built site has without a script. The exceptions, by the selector that tells them: a table that an
 * author wrote into prose ({@code .prose .plain}) is short, has a sentence before it in the place of a caption, and no column
 * that names its rows; it has heads, and scrolls inside itself.
 */
@Tag("site")
class TablesTest {

    private static final BuiltSite SITE = BuiltSite.read();

    /** Rows up to which a table needs no filter. */
    private static final int FEW = 6;

    private static final int MOST_IN_PROSE = 12;

    @Test
    void everyTableIsNamedHeadedAndScrollsInsideItself() throws IOException {
        Set<String> wrong = new TreeSet<>();
        int tables = 0;
        for (BuiltSite.Page page : SITE.pages()) {
            Document document = SITE.document(page);
            for (Element table : document.select("table")) {
                tables++;
                check(table, what -> wrong.add(page.path() + " " + table.id() + ": " + what));
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(tables > 1_000, tables + " tables");
    }

    /** Where faults go. */
    private interface Faults {
        void add(String what);
    }

    private static void check(Element table, Faults faults) {
        Element scroll = table.parent();
        expect(scroll.is(".scroll[tabindex=0][role=region][aria-label]"), "scrolls inside nothing that is named", faults);
        expect(table.select("thead th").size() > 1, "has no heads", faults);
        expect(table.select("thead th:not([scope=col])").isEmpty(), "heads without scope", faults);
        expect(table.select("thead th").stream().allMatch(Element::hasText), "a head without a name", faults);
        int rows = table.select("tbody > tr").size();
        if (table.is(".prose .plain")) {
            expect(rows <= MOST_IN_PROSE, "too long for prose: " + rows + " rows", faults);
            return;
        }
        expect(!table.id().isEmpty(), "has no id, so that its state has no address", faults);
        expect(table.select("> caption").hasText(), "has no caption", faults);
        Element box = scroll.parent();
        expect(box.hasClass("tablebox"), "gets no tools", faults);
        expect(rows <= FEW || box.hasAttr("data-tools"), rows + " rows without a filter", faults);
        List<String> heads = table.select("thead th").eachText();
        for (Element row : table.select("tbody > tr")) {
            expect(row.child(0).is("th[scope=row]"), "a row that nothing names", faults);
            List<String> labels = row.children().eachAttr("data-label");
            expect(labels.equals(heads), "a row whose cards name " + labels, faults);
        }
    }

    private static void expect(boolean holds, String what, Faults faults) {
        if (!holds) {
            faults.add(what);
        }
    }
}
