package quorate.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Pictures of the longest page of each kind, to be looked at: on a phone and on a desk, light and dark, the first screen and the
 * whole page; and the page as it prints. {@code src/test/screenshots.sh} runs it.
 */
public final class Screenshots {

    /** A screen in CSS pixels. */
    private record Screen(int width, int height) {}

    private static final List<Screen> SCREENS = List.of(new Screen(360, 740), new Screen(1280, 900));
    private static final List<String> THEMES = List.of("light", "dark");

    /** The text of a sheet of A4 between its margins, upright and on its side. */
    private static final Screen SHEET = new Screen(688, 1002);
    private static final Screen WIDE_SHEET = new Screen(1002, 688);

    /** Longer pictures are cut off: no one looks at them, and Chromium draws none beyond 16,384 px. */
    private static final int LONGEST = 12_000;

    private final Browser browser;
    private final Path folder;

    private Screenshots(Browser browser, Path folder) {
        this.browser = browser;
        this.folder = folder;
    }

    /** Takes the kinds to picture, all of them where none is named. */
    public static void main(String... kinds) throws IOException {
        Set<String> wanted = Set.copyOf(Arrays.asList(kinds));
        BuiltSite site = BuiltSite.read();
        Path folder = Files.createDirectories(site.root().resolveSibling("screenshots"));
        try (SiteServer server = new SiteServer(site.root(), site.base());
                Browser browser = Browser.start(site.root().resolveSibling("screenshots-profile"))) {
            Screenshots screenshots = new Screenshots(browser, folder);
            for (BuiltSite.Page page : site.longest()) {
                if (wanted.isEmpty() || wanted.contains(page.kind())) {
                    screenshots.take(page.kind(), server.address() + page.path());
                }
            }
        }
        System.out.println(folder);
    }

    private void take(String kind, String address) throws IOException {
        for (String theme : THEMES) {
            browser.prefers(theme);
            for (Screen screen : SCREENS) {
                browser.screen(screen.width(), screen.height());
                browser.open(address);
                browser.until("!document.documentElement.classList.contains('piecewise')");
                String name = kind + "-" + screen.width() + "-" + theme;
                Files.write(folder.resolve(name + ".png"), browser.picture(screen.height()));
                Files.write(folder.resolve(name + "-full.png"), browser.picture(LONGEST));
            }
        }
        browser.prefers("light");
        browser.open(address);
        browser.paper(true);
        Screen sheet = Boolean.TRUE.equals(browser.run("return getComputedStyle(document.body).page === 'wide'")) ? WIDE_SHEET : SHEET;
        browser.screen(sheet.width(), sheet.height());
        Files.write(folder.resolve(kind + "-print.png"), browser.picture(LONGEST));
        browser.paper(false);
    }
}
