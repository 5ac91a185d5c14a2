package quorate.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The built site in Chromium, used as a reader uses it, from a server below a base path and from the folder. */
class BrowserTest extends InBrowser {

    private static final List<BuiltSite.Page> SAMPLES = SITE.samples();

    @BeforeEach
    void asAtFirst() {
        browser.scripts(true);
        browser.width(1280);
        browser.prefers("light");
        browser.open(home(Door.HTTP));
        browser.forget();
        browser.complaints();
        browser.requests();
    }

    @ParameterizedTest
    @EnumSource
    void searchLeadsToAPatternByKeyboard(Door door) {
        browser.open(home(door));
        browser.press(Keys.CONTROL, "k");
        browser.appears("dialog[open] [role=combobox]");
        browser.type("phi accrual");
        WebElement first = browser.appears("dialog[open] [role=listbox] [role=option]");
        assertTrue(first.getText().toLowerCase(Locale.ROOT).contains("phi accrual"), first.getText());
        browser.type(Keys.ENTER);
        browser.untilAddressHas("phi-accrual");
        assertTrue(heading().toLowerCase(Locale.ROOT).contains("phi accrual"), heading());
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void escapeClosesSearchAndGivesTheFocusBack() {
        WebElement button = browser.one("#search-open");
        button.click();
        browser.appears("dialog[open] [role=combobox]");
        browser.type(Keys.ESCAPE);
        browser.until("!document.querySelector('dialog[open]')");
        assertEquals(button, browser.focused());
    }

    /** WCAG 1.4.13: what opens on focus or hover can be dismissed, can be pointed at, and stays. */
    @ParameterizedTest
    @EnumSource
    void previewOfATermOpensOnFocusAndOnHoverAndClosesByEscape(Door door) {
        browser.open(address(door) + "patterns/leader-election/index.html");
        WebElement term = browser.one("main a.term");
        browser.run("arguments[0].focus({focusVisible: true})", term);
        WebElement preview = browser.appears("[role=tooltip]");
        assertTrue(preview.getText().startsWith(term.getText().substring(0, 1).toUpperCase(Locale.ROOT)), preview.getText());
        assertEquals(preview.getAttribute("id"), term.getAttribute("aria-describedby"));
        browser.type(Keys.ESCAPE);
        browser.until("document.querySelector('[role=tooltip]').hidden");
        assertEquals(term, browser.focused(), "Escape moves nothing but the preview");
        browser.run("arguments[0].blur()", term);
        browser.pointAt(term);
        browser.pointAt(browser.appears("[role=tooltip]"));
        browser.until("new Promise(done => setTimeout(() => done(!document.querySelector('[role=tooltip]').hidden), 600))");
        browser.pointAt(browser.one("h1"));
        browser.until("document.querySelector('[role=tooltip]').hidden");
        assertEquals(List.of(), browser.complaints());
    }

    @ParameterizedTest
    @EnumSource
    void chosenThemeIsRemembered(Door door) {
        browser.open(home(door));
        String before = background();
        for (int press = 0; press < 3 && background().equals(before); press++) {
            themeSwitch().click();
        }
        String chosen = background();
        assertNotEquals(before, chosen, "the theme switch changes nothing");
        browser.reload();
        assertEquals(chosen, background());
        browser.open(address(door) + SAMPLES.get(SAMPLES.size() - 1).path());
        assertEquals(chosen, background());
    }

    @Test
    void themeFollowsTheSystemUntilOneIsChosen() {
        String light = background();
        browser.prefers("dark");
        browser.reload();
        assertNotEquals(light, background());
    }

    @ParameterizedTest
    @EnumSource
    void pagesComplainOfNothingAndAskNobodyElse(Door door) {
        String address = address(door);
        List<String> wrong = new ArrayList<>();
        for (BuiltSite.Page page : SAMPLES) {
            browser.open(address + page.path());
            browser.complaints().forEach(complaint -> wrong.add(page.path() + ": " + complaint));
            browser.requests().stream()
                    .filter(request -> !request.startsWith(address) && !request.startsWith("data:"))
                    .forEach(request -> wrong.add(page.path() + " asks for " + request));
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void noPageScrollsSideways() {
        List<String> wide = new ArrayList<>();
        for (BuiltSite.Page page : SAMPLES) {
            browser.open(server.address() + page.path());
            for (int width : new int[] {320, 360, 768, 1280}) {
                browser.width(width);
                Object over = browser.run("const page = document.documentElement; return page.scrollWidth - page.clientWidth");
                if (!Long.valueOf(0).equals(over)) {
                    wide.add(page.path() + " is " + over + " px wider than " + width + ": " + browser.run(WIDEST));
                }
            }
        }
        assertEquals("", String.join("\n", wide));
    }

    @Test
    void pagesAreReadAndLeftWithoutScripts() {
        browser.scripts(false);
        List<String> poor = new ArrayList<>();
        for (BuiltSite.Page page : SAMPLES) {
            browser.open(server.address() + page.path());
            if (browser.one("main").getText().length() < 40) {
                poor.add(page.path() + " shows no text");
            }
            if (browser.all("header a[href], nav a[href]").stream().noneMatch(WebElement::isDisplayed)) {
                poor.add(page.path() + " shows no link to other pages");
            }
        }
        assertEquals("", String.join("\n", poor));
        browser.open(home(Door.HTTP));
        WebElement link = browser.all("header nav a[href]").get(0);
        String target = link.getAttribute("href");
        link.click();
        browser.untilAddressHas(target.substring(target.indexOf("/quorate/")));
        assertFalse(heading().isBlank());
    }

    @ParameterizedTest
    @EnumSource
    void pageBehindALinkIsFetchedAheadButNotFromAFolder(Door door) {
        browser.open(home(door));
        browser.requests();
        WebElement link = browser.all("header nav a[href]").get(0);
        browser.run("arguments[0].focus()", link);
        if (door == Door.HTTP) {
            browser.until("performance.getEntriesByType('resource').some(e => e.name === arguments[0])", link.getAttribute("href"));
        } else {
            assertEquals(List.of(), browser.all("link[rel=prefetch]"));
            assertEquals(List.of(), browser.requests());
        }
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void skipLinkIsTheFirstStopAndLeadsToTheContent() {
        browser.open(home(Door.HTTP));
        browser.type(Keys.TAB);
        WebElement skip = browser.focused();
        assertTrue(skip.isDisplayed(), "the skip link is seen when it has the focus");
        browser.type(Keys.ENTER);
        browser.until("location.hash.length > 1 && document.querySelector('main').contains(document.querySelector("
                + "location.hash)) || document.querySelector('main').matches(location.hash)");
    }

    @Test
    void pageThatDoesNotExistIsStyledAndSearchableAtAnyDepth() throws IOException {
        String usual = background();
        try (SiteServer root = new SiteServer(SITE.root(), SITE.base())) {
            browser.open(root.address() + "patterns/no/such/page/");
            assertEquals(usual, background());
            assertFalse(heading().isBlank());
            browser.press(Keys.CONTROL, "k");
            browser.appears("dialog[open] [role=combobox]");
        }
    }

    private static String home(Door door) {
        return address(door) + "index.html";
    }

    private static String heading() {
        return browser.appears("h1").getText();
    }

    private static String background() {
        return String.valueOf(browser.run("return getComputedStyle(document.body).backgroundColor + ' '"
                + " + getComputedStyle(document.documentElement).backgroundColor"));
    }

    private static WebElement themeSwitch() {
        return browser.all("button").stream()
                .filter(WebElement::isDisplayed)
                .filter(button -> (button.getAccessibleName() + button.getText()).toLowerCase(Locale.ROOT).contains("theme"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button is named after the theme"));
    }

    private static final String WIDEST =
            """
            const width = document.documentElement.clientWidth;
            return [...document.querySelectorAll('body *')]
                .filter(element => element.getBoundingClientRect().right > width + 0.5)
                .slice(0, 5)
                .map(element => element.tagName.toLowerCase() + '.' + element.className)
                .join(', ');
            """;
}
