package quorate.browser;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** What every test in a browser needs: the built site, a server of it below a base path, and a browser, for one class of tests. */
@Tag("browser")
abstract class InBrowser {

    static final BuiltSite SITE = BuiltSite.read();

    static SiteServer server;
    static Browser browser;

    @BeforeAll
    static void start(@TempDir Path profile) throws IOException {
        server = new SiteServer(SITE.root(), "/quorate/");
        browser = Browser.start(profile);
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    static String address(Door door) {
        return door.address(server, SITE);
    }
}
