package quorate.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Runbooks on a phone, the keyboard, paper, and where one is on a page. */
@Tag("browser")
class ReadingTest {

    private static final BuiltSite SITE = BuiltSite.read();

    @TempDir
    static Path profile;

    private static SiteServer server;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        server = new SiteServer(SITE.root(), "/quorate/");
        browser = Browser.start(profile);
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @BeforeEach
    void asAtFirst() {
        browser.paper(false);
        browser.prefers("light");
        browser.width(1280);
        browser.open(server.address() + "index.html");
        browser.forget();
    }

    private static List<BuiltSite.Page> runbooks() {
        return SITE.samples().stream().filter(page -> page.kind().equals("runbook")).toList();
    }

    @Test
    void runbookShowsHeadingVerdictAndFirstActionOnASmallPhone() {
        browser.screen(360, 640);
        for (BuiltSite.Page page : runbooks()) {
            browser.open(server.address() + page.path());
            for (String part : List.of("h1", ".verdict", ".do .what", ".do .run")) {
                Object below = browser.run("const e = document.querySelector(arguments[0]);"
                        + " return e ? Math.round(e.getBoundingClientRect().bottom) - innerHeight : 0", part);
                assertTrue(((Number) below).intValue() <= 0, part + " of " + page + " ends " + below + " px below the screen");
            }
        }
    }

    @Test
    void boxesOfARunbookStayTickedInTheTab() {
        String runbook = server.address() + runbooks().get(0).path();
        browser.open(runbook);
        browser.appears(".tick input").click();
        browser.reload();
        browser.appears(".tick input");
        assertEquals(1L, browser.run("return document.querySelectorAll('.tick input:checked').length"));
    }

    @Test
    void whatLiesFarBelowIsLaidOutWithoutScrolling() {
        browser.open(server.address() + "patterns/single-leader-replication/index.html");
        browser.until("[...document.querySelectorAll('main p')].at(-1).getBoundingClientRect().bottom > innerHeight * 3");
        browser.until("[...document.querySelectorAll('main td')].every(c => c.closest('details:not([open])')"
                + " || c.checkVisibility({contentVisibilityAuto: true}))");
    }

    /** WCAG 2.1.4: shortcuts of one character can be switched off. */
    @Test
    void oneKeyShortcutsCanBeSwitchedOff() {
        browser.type("?");
        browser.appears("#help input").click();
        browser.all("#help button").get(0).click();
        browser.reload();
        browser.type("/?");
        assertEquals(List.of(), browser.all("dialog[open]"));
        browser.press(Keys.CONTROL, "k");
        browser.appears("dialog[open] [role=combobox]");
    }

    @Test
    void paperShowsTheFoldedPartsAndNoControls() {
        for (BuiltSite.Page page : SITE.longest()) {
            if (List.of("matrix", "runbook", "step").contains(page.kind())) {
                browser.open(server.address() + page.path());
                browser.paper(true);
                assertTrue(browser.all("header.top, .toolbar, .copy .button, .crumbs").stream().noneMatch(WebElement::isDisplayed),
                        page + " prints controls");
                assertEquals(0L, browser.run("return [...document.querySelectorAll('main details:not(.toc-small)')].filter(d => !d.open).length"),
                        page + " prints folded parts");
                browser.paper(false);
            }
        }
    }

    @Test
    void paperIsWhiteInTheDarkThemeToo() {
        browser.prefers("dark");
        browser.open(server.address() + "index.html");
        browser.paper(true);
        assertEquals("rgb(0, 0, 0) on rgb(255, 255, 255)", browser.run(
                "const s = getComputedStyle(document.body); return s.color + ' on ' + s.backgroundColor"));
    }

    @Test
    void thePartThatIsReadIsMarkedInTheListOfThePage() {
        browser.open(server.address() + "patterns/raft/index.html");
        for (String part : List.of("failure-modes", "sources")) {
            browser.run("document.getElementById(arguments[0]).scrollIntoView()", part);
            browser.until("document.querySelector('.toc [aria-current]').hash === '#' + arguments[0]", part);
        }
    }
}
