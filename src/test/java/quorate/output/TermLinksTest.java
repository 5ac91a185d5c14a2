package quorate.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.site.page.Frame;
import quorate.site.page.Html;
import quorate.site.page.Made;
import quorate.site.page.PageLink;
import quorate.site.page.Shell;
import quorate.site.page.TermForm;

/** Where terms of the glossary become links, and where they must not. */
class TermLinksTest {

    private static final TermLinks TERMS = new TermLinks(List.of(
            new TermForm("Fencing", "fencing", "term-fencing"),
            new TermForm("Fencing token", "fencing-token", "term-fencing-token"),
            new TermForm("CAP", "cap-theorem", "term-cap-theorem"),
            new TermForm("Little's law", "littles-law", "term-littles-law")));

    private static final Shell SHELL = new Shell("Reviews", "", "", "", List.of(), List.of(), "", List.of(), "", "",
            "assets/preview.js", "assets/terms.js", "", Html.NONE, "", "", Map.of(), "");

    private static String linked(String type, String title, String body) {
        Frame frame = new Frame("patterns/raft/index.html", "../../", type, title, "", List.of(), List.of(), PageLink.NONE,
                PageLink.NONE, Made.UNKNOWN, PageLink.NONE, "", "", "", List.of());
        return TERMS.link("<html><head></head><body><p>fencing</p><main>" + body + "</main></body></html>", frame, SHELL);
    }

    private static String linked(String body) {
        return linked("pattern", "Raft", body);
    }

    private static long count(String html) {
        return html.split("class=\"term\"", -1).length - 1;
    }

    @Test
    void firstUseInASectionIsALinkToTheGlossary() {
        String html = linked("<p>Use fencing. Fencing helps.</p><h2 id=\"more\">More</h2><p>Fencing again.</p><h2>Aside</h2><p>Fencing.</p>");
        assertEquals(2, count(html));
        assertTrue(html.contains("<p>Use <a class=\"term\" href=\"../../glossary/index.html#term-fencing\" data-term=\"fencing\">fencing</a>. Fencing helps.</p>"), html);
        assertTrue(html.contains("src=\"../../assets/preview.js\" data-terms=\"../../assets/terms.js\"></script>\n</head>"),
                html);
    }

    @Test
    void longestTermWins() {
        String html = linked("<p>A fencing token, not just fencing.</p>");
        assertTrue(html.contains(">fencing token</a>") && html.contains("just <a"), html);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<h2>Fencing</h2>", "<p><code>fencing</code></p>", "<p><a href=\"x\">fencing</a></p>",
                "<table><tr><td><p>fencing</p></td></tr></table>",
        "<pre>fencing</pre>", "<p>unfencing fencings self-fencing fencing-agent</p>", "<p>a cap on it</p>", "<div>fencing</div>",
                "<p class=\"muted\">Also: fencing</p>",
        "<p title=\"fencing\">x</p>", "<ul><li><svg><text>fencing</text></svg></li></ul>"
    })
    void nothingElseIsTouched(String body) {
        String html = linked(body);
        assertEquals(0, count(html), html);
        assertFalse(html.contains("preview.js"), "no script without a link");
    }

    @Test
    void acronymsKeepTheirCaseAndApostrophesMayBeEntities() {
        assertEquals(1, count(linked("<p>By CAP it must.</p>")));
        assertEquals(1, count(linked("<p>Little&#39;s law.</p>")));
        assertEquals(1, count(linked("<p>Little's law.</p>")));
    }

    @Test
    void pageOfTheTermAndRunbooksStayPlain() {
        assertEquals(0, count(linked("pattern", "Fencing", "<p>fencing</p>")));
        assertEquals(0, count(linked("runbook", "Two leaders", "<p>fencing</p>")));
    }
}
