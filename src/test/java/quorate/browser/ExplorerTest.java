package quorate.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The failure explorer as it is used: by address, by pointer, by keyboard, without scripts. */
@Tag("browser")
class ExplorerTest {

    private static final BuiltSite SITE = BuiltSite.read();
    private static final BuiltSite.Page PAGE = SITE.pages().stream()
            .filter(page -> page.kind().equals("explorer"))
            .max(java.util.Comparator.comparingInt(BuiltSite.Page::length))
            .orElseThrow();

    /** The first failure that takes a journey down over at least one hop. */
    private static final String FAR =
            "return JSON.parse(document.getElementById('explorer-data').textContent).failures"
                    + ".find(f => f.of && f.journeys.some(j => j[2][0] === 2 && j[4].length > 1)).id";

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
        browser.scripts(true);
        browser.width(1280);
        browser.prefers("light");
        browser.complaints();
    }

    private static void open(Door door, String hash) {
        browser.open("about:blank");
        browser.open(door.address(server, SITE) + PAGE.path() + hash);
    }

    @ParameterizedTest
    @EnumSource
    void addressOfAStateShowsThatState(Door door) {
        open(door, "");
        String id = String.valueOf(browser.run(FAR));
        open(door, "#fail=" + id);
        assertEquals(id, browser.run("return document.getElementById('x-failure').value"));
        assertTrue(browser.one("#x-result").getText().contains("down"), browser.one("#x-result").getText());
        assertTrue(browser.one("#x-say").getText().contains("is down"), browser.one("#x-say").getText());
        assertTrue(marks().contains("hit") && marks().contains("down"), marks().toString());
        open(door, "#fail=" + id + "&step=1");
        assertTrue(browser.one("#x-say").getText().startsWith("Step 1 of "), browser.one("#x-say").getText());
        assertEquals(List.of("hit"), marks());
        assertEquals(List.of(), browser.complaints());
    }

    @ParameterizedTest
    @EnumSource
    void clickOnAPartChoosesItsFailureAndKeepsThePage(Door door) {
        open(door, "");
        WebElement node = browser.appears("#failing a.node");
        node.click();
        browser.untilAddressHas("#fail=");
        assertTrue(browser.address().contains(PAGE.path()), browser.address());
        assertFalse(browser.one("#x-result").getText().isBlank());
    }

    @Test
    void stepsAreTakenByKeyboardAndAnnounced() {
        open(Door.HTTP, "");
        String id = String.valueOf(browser.run(FAR));
        open(Door.HTTP, "#fail=" + id + "&step=1");
        browser.run("[...document.querySelectorAll('#x-steps button')].find(b => b.textContent === 'Next').focus()");
        browser.type(Keys.ENTER);
        browser.untilAddressHas("fail=" + id);
        assertTrue(browser.one("#x-say[role=status][aria-live=polite]").getText().startsWith("Step 2 of "));
        assertEquals("Next", browser.focused().getText());
        assertFalse(marks().equals(List.of("hit")), "the second step reaches something");
    }

    @Test
    void nothingPlaysForWhoPrefersLessMotion() {
        open(Door.HTTP, "");
        open(Door.HTTP, "#fail=" + browser.run(FAR));
        assertTrue(browser.one("#x-steps").isDisplayed());
        assertTrue(browser.all("#x-steps button").stream().filter(WebElement::isDisplayed)
                .noneMatch(button -> button.getText().equals("Play")));
    }

    @Test
    void kindNarrowsThePartsAndLeavesOnlyItsFailures() {
        open(Door.HTTP, "");
        Object left = browser.run("""
                const kinds = document.getElementById('x-kind');
                kinds.value = kinds.options[1].value;
                kinds.dispatchEvent(new Event('change'));
                const parts = document.getElementById('x-part');
                parts.value = parts.options[1].value;
                parts.dispatchEvent(new Event('change'));
                const failures = JSON.parse(document.getElementById('explorer-data').textContent).failures;
                return [...document.getElementById('x-failure').options].map(
                    o => failures.find(f => f.id === o.value).kind).every(kind => kind === kinds.value);
                """);
        assertEquals(true, left);
        assertFalse(browser.one("#x-result").getText().isBlank());
    }

    @Test
    void withoutScriptsPartsLeadToScenariosAndAllFailuresAreListed() {
        browser.scripts(false);
        open(Door.HTTP, "");
        assertFalse(browser.one("#choose").isDisplayed());
        assertFalse(browser.all(".failing a").isEmpty());
        browser.one("#failing a.node").click();
        browser.untilAddressHas("/failures/");
    }

    @Test
    void chosenFailureFitsANarrowScreen() {
        browser.width(320);
        open(Door.HTTP, "");
        open(Door.HTTP, "#fail=" + browser.run(FAR));
        assertEquals(0L, browser.run("const page = document.documentElement; return page.scrollWidth - page.clientWidth"));
    }

    @SuppressWarnings("unchecked")
    private static List<String> marks() {
        return (List<String>) browser.run("return [...new Set([...document.querySelectorAll('#failing .k-word')]"
                + ".map(word => word.textContent).filter(word => word))].sort()");
    }
}
