package quorate.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/**
 * Tables with their tools, on a desk and on a phone. A comparison is not sorted: its rows are questions in the order in which
 * they are asked.
 */
class TableToolsTest extends InBrowser {

    private static final String SHOP = "projects/online-shop/";

    @BeforeEach
    void asAtFirst() {
        browser.scripts(true);
        browser.paper(false);
        browser.screen(1280, 900);
        browser.open(server.address() + "index.html");
        browser.forget();
        browser.complaints();
    }

    private static void open(String path) {
        browser.open("about:blank");
        browser.open(server.address() + path);
    }

    /** What is wrong with the tables of the page that is open. */
    private static final String FAULTS =
            """
            const faults = [];
            document.querySelectorAll('details').forEach(d => { d.open = true; });
            document.querySelectorAll('main .tablebox').forEach(box => {
                const table = box.querySelector('table'), rows = table.tBodies[0].rows.length, compared = box.matches('.compare');
                const say = text => faults.push(table.id + ': ' + text);
                const buttons = table.tHead.querySelectorAll('th button').length;
                if (rows > 2 && !compared && buttons < table.tHead.rows[0].cells.length) say(buttons + ' heads sort');
                if (rows > 6) {
                    const bar = box.querySelector('.toolbar');
                    if (!bar || !bar.querySelector('input[type=search]')) say('no filter');
                    else if (!/^\\d+ rows( in this part)?$/.test(bar.querySelector('.count').textContent)) say('no count');
                    if (bar && ![...bar.querySelectorAll('button')].some(b => b.textContent.startsWith('CSV'))) say('no CSV');
                }
                table.querySelectorAll('details').forEach(d => { d.open = false; });
                const scroll = box.querySelector('.scroll');
                if (table.offsetHeight > innerHeight && scroll.clientHeight > innerHeight) say('head scrolls away');
                if (scroll.scrollHeight > scroll.clientHeight + 2) {
                    scroll.scrollTop = scroll.scrollHeight;
                    const head = table.tHead.rows[0].cells[0].getBoundingClientRect();
                    const away = Math.round(head.top - scroll.getBoundingClientRect().top);
                    if (Math.abs(away) > 3) say('head is ' + away + ' px from the top of its box');
                }
            });
            return faults.join('; ');
            """;

    @Test
    void tablesSortFilterAndKeepTheirHeads() {
        List<String> wrong = new ArrayList<>();
        for (BuiltSite.Page page : SITE.longest()) {
            if (page.path().equals(BuiltSite.MISSING)) {
                continue;
            }
            open(page.path());
            browser.run("document.querySelectorAll('details.folded').forEach(d => { d.open = true; })");
            String faults = String.valueOf(browser.run(FAULTS));
            if (!faults.isEmpty()) {
                wrong.add(page.path() + ": " + faults);
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void timesSortByTheirLengthAndWhatIsNotStatedComesLast() {
        open(SHOP + "index.html#relations");
        sortBy("relations-table", "Total timeout");
        List<String> times = column("relations-table", 7);
        List<String> known = times.stream().filter(t -> t.matches("[0-9].*")).toList();
        assertTrue(known.indexOf("800ms") >= 0 && known.indexOf("800ms") < known.indexOf("1s"), times.toString());
        assertTrue(known.indexOf("1.5s") < known.indexOf("14s"), times.toString());
        assertEquals(known, times.subList(0, known.size()), "what is not stated comes last");
    }

    private static void sortBy(String table, String name) {
        browser.all("#" + table + " thead button").stream()
                .filter(button -> button.getText().startsWith(name))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private static List<String> column(String table, int column) {
        return browser.all("#" + table + " tbody tr > :nth-child(" + column + ")").stream().map(WebElement::getText).toList();
    }

    @Test
    void phoneSortsByAListAndHasNoHiddenStops() {
        browser.screen(360, 740);
        open(SHOP + "index.html");
        browser.one("details:has(#components-table) > summary").click();
        List<String> before = column("components-table", 2);
        WebElement order = browser.one(".tablebox:has(#components-table) select.order");
        assertTrue(order.isDisplayed(), "a list stands for the heads that a phone does not show");
        new Select(order).selectByVisibleText("Kind ↓");
        List<String> after = column("components-table", 2);
        assertEquals(after.stream().sorted(java.util.Comparator.reverseOrder()).toList(), after);
        assertFalse(before.equals(after));
        assertTrue(browser.address().contains("components-table-sort=-1"), browser.address());
        browser.reload();
        assertEquals(after, column("components-table", 2));
        assertEquals(0L, browser.run("return [...document.querySelectorAll('thead button')]"
                + ".filter(b => getComputedStyle(b).visibility !== 'hidden').length"), "no invisible button takes the focus");
        new Select(browser.one(".tablebox:has(#components-table) select.order")).selectByVisibleText("Sort: as given");
        assertEquals(before, column("components-table", 2));
    }

    @Test
    void tablesOfTheExplorerHaveTheSameTools() {
        open(SHOP + "explorer/index.html");
        Object id = browser.run("return JSON.parse(document.getElementById('explorer-data').textContent).failures"
                + ".find(f => f.spread.length && f.spread[0][1].length > 6).id");
        open(SHOP + "explorer/index.html#fail=" + id);
        browser.appears("#x-result .tablebox:has(#x-components) .toolbar input");
        assertEquals("", browser.run(FAULTS));
        sortBy("x-components", "Component");
        List<String> names = column("x-components", 1);
        assertEquals(names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), names);
        assertEquals(0, browser.all("#x-result th:not([scope]), #x-result table:not(:has(caption))").size());
        assertTrue(browser.address().contains("fail="), "the failure keeps its address: " + browser.address());
    }

    @Test
    void recoveryTimeUnfoldsToItsPartsWithTheirPlaces() {
        open(SHOP + "failures/index.html");
        browser.run("document.querySelectorAll('details.kind').forEach(d => { d.open = true; })");
        String row = "#scenarios-leader-loss tr:has(a[href^='leader-loss-orders-db/']) ";
        WebElement cell = browser.one(row + "td[data-label='Recovery time'] details");
        browser.one(row + "td[data-label='Recovery time'] summary").click();
        assertTrue(cell.getText().contains("detect: Orders database: failover.detect = 30s"), cell.getText());
        assertTrue(cell.getText().matches("(?s).*architecture\\.yaml:\\d+.*"), cell.getText());
    }
}
