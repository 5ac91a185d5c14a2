package quorate.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The failure explorer as it is used: by address, by pointer, by keyboard, without scripts. */
class ExplorerTest extends InBrowser {

    private static final BuiltSite.Page PAGE = SITE.pages().stream()
            .filter(page -> page.kind().equals("explorer"))
            .max(java.util.Comparator.comparingInt(BuiltSite.Page::length))
            .orElseThrow();

    /** The first failure that takes a journey down over at least one hop. */
    private static final String FAR =
            "return JSON.parse(document.getElementById('explorer-data').textContent).failures"
                    + ".find(f => f.of && f.journeys.some(j => j[2][0] === 2 && j[4].length > 1) && f.spread[0][1].filter(p => p[1] === 0).length === 1).id";

    @BeforeEach
    void asAtFirst() {
        browser.scripts(true);
        browser.width(1280);
        browser.prefers("light");
        browser.complaints();
    }

    private static void open(Door door, String hash) {
        browser.open("about:blank");
        browser.open(address(door) + PAGE.path() + hash);
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
        assertTrue(marks().size() > 1, marks().toString());
        open(door, "#fail=" + id + "&step=1");
        assertTrue(browser.one("#x-say").getText().startsWith("Step 1 of "), browser.one("#x-say").getText());
        assertEquals(1, marks().size());
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
        assertTrue(marks().size() > 1, "the second step reaches something");
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

    @Test
    void noStateIsShownBeforeSomethingFails() {
        open(Door.HTTP, "");
        assertEquals(List.of(), marks());
        assertEquals(0L, browser.run("return document.querySelectorAll('#failing .spread').length"));
        browser.scripts(false);
        open(Door.HTTP, "");
        assertFalse(browser.one("#failing").getText().contains("up"), browser.one("#failing").getText());
    }

    /** All components that a failure reaches are marked, also those beside the worst path, and those on no journey. */
    @Test
    void everyComponentAndLinkThatIsReachedIsMarked() {
        open(Door.HTTP, "");
        Object wrong = browser.run("""
                const data = JSON.parse(document.getElementById('explorer-data').textContent);
                const words = ['up', 'degraded', 'down'], wrong = [];
                const states = r => r[0] === r[1] ? words[r[0]] : words[r[0]] + ' to ' + words[r[1]];
                for (const failure of data.failures) {
                    location.hash = 'fail=' + failure.id;
                    window.dispatchEvent(new HashChangeEvent('hashchange'));
                    const nodes = document.querySelectorAll('#failing .node'), edges = document.querySelectorAll('#failing .edge');
                    for (const part of failure.spread.length ? failure.spread[0][1] : []) {
                        const i = data.nodes.indexOf(part[0]);
                        const said = i < 0 ? states(part[2]) : nodes[i].querySelector('.k-word').textContent;
                        if (said !== states(part[2])) wrong.push(failure.id + ': ' + part[0] + ' says ' + said);
                    }
                    for (const hop of failure.spread.length ? failure.spread[0][2] : []) {
                        const i = data.edges.findIndex(e => e[0] === hop[0] && e[1] === hop[1]);
                        if (i >= 0 && hop[3][1] > 0 && !edges[i].classList.contains('spread')) wrong.push(failure.id + ': ' + hop);
                    }
                }
                return wrong;
                """);
        assertEquals(List.of(), wrong);
    }

    @Test
    void aPartitionIsSeenFromEachSideAndTheAddressSaysWhich() {
        open(Door.HTTP, "");
        String id = String.valueOf(browser.run("return JSON.parse(document.getElementById('explorer-data').textContent).failures"
                + ".find(f => f.spread.length > 1).id"));
        open(Door.HTTP, "#fail=" + id);
        Object other = browser.run("const side = document.getElementById('x-side'); side.selectedIndex = 1;"
                + "side.dispatchEvent(new Event('change')); return side.value");
        browser.untilAddressHas("&from=");
        browser.reload();
        assertEquals(other, browser.run("return document.getElementById('x-side').value"));
        assertTrue(browser.one("#x-result").getText().contains("seen from " + other), browser.one("#x-result").getText());
    }

    @Test
    void aZoneIsChosenInThePicture() {
        open(Door.HTTP, "");
        browser.run("document.querySelector('#failing a.place').focus()");
        browser.type(Keys.ENTER);
        browser.untilAddressHas("#fail=");
        assertTrue(browser.address().contains(PAGE.path()), browser.address());
    }

    /** The components with a mark and the mark. */
    @SuppressWarnings("unchecked")
    private static List<String> marks() {
        return (List<String>) browser.run("return [...document.querySelectorAll('#failing .node')]"
                + ".map(node => [node.querySelector('.k-word'), node]).filter(m => m[0] && m[0].textContent.trim())"
                + ".map(m => m[1].querySelector('title').textContent)");
    }
}
