package quorate.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.program.Program;

/** The page "Evolution", the feed and the command diff, from a repository that the test makes. */
class EvolutionTest {

    private static final String BEFORE = """
            name: Shop
            services:
              web: {name: Web, replicas: 2}
              cart: {name: Cart, replicas: 2}
            links:
              - {from: web, to: cart, mode: sync, need: hard, timeout: none}
            """;
    private static final String AFTER = BEFORE.replace("need: hard, timeout: none", "need: soft, timeout: {connect: 1s, total: 2s}");

    @TempDir
    Path temp;

    private static void commit(Git git, Path file, String text, String message) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        git.add().addFilepattern(".").call();
        PersonIdent who = new PersonIdent(new PersonIdent("a", "a@b.example"), 1_700_000_000_000L, 0);
        git.commit().setMessage(message).setAuthor(who).setCommitter(who).setSign(false).call();
    }

    private Path repository() throws Exception {
        Path root = temp.resolve("work");
        Path file = root.resolve("projects/shop/architecture.yaml");
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            commit(git, root.resolve("site.yaml"), "title: Ours\n", "Begin");
            commit(git, file, BEFORE, "Add the shop");
            commit(git, file, "services: [", "Break the file");
            commit(git, file, BEFORE, "Mend the file");
            commit(git, file, AFTER, "Bound the wait for <carts> & co");
        }
        return root;
    }

    private Map<Path, FileTime> kept() throws Exception {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.list(temp.resolve("cache/past"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    @Test
    void buildTellsWhatEachRevisionMovedAndReviewsItOnce() throws Exception {
        Path root = repository();
        Path out = temp.resolve("out");
        Object[] build = {"build", root, "--output", out, "--cache", temp.resolve("cache"), "--as-of", "2026-01-01", "--quiet"};
        Program.Run run = Program.with().run(build);
        assertEquals(0, run.exit(), run.err());
        Document page = Jsoup.parse(out.resolve("projects/shop/evolution/index.html").toFile(), "UTF-8");
        assertEquals(List.of("Bound the wait for <carts> & co", "Mend the file", "Break the file", "Add the shop"),
                page.select("main h2").stream().map(h -> h.ownText().strip()).toList());
        assertTrue(page.select("main tr").stream().anyMatch(row -> row.text().startsWith("Web → Cart: need fact hard soft")
                || row.text().contains("need fact hard soft")), page.select("main tr").text());
        assertTrue(page.text().contains("The files of this revision could not be analysed"), page.text());
        assertTrue(page.text().contains("The state before could not be analysed"), page.text());
        Document home = Jsoup.parse(out.resolve("index.html").toFile(), "UTF-8");
        assertTrue(home.select("#heat td[data-label=Last change] a").attr("href").endsWith("evolution/index.html"));

        Document feed = Jsoup.parse(Files.readString(out.resolve("feed.xml")), "", org.jsoup.parser.Parser.xmlParser());
        assertEquals("Shop: Bound the wait for <carts> & co", feed.select("entry title").first().text());
        assertEquals("2023-11-14T22:13:20Z", feed.select("feed > updated").text());
        assertTrue(Files.isRegularFile(out.resolve("projects/shop/feed.xml")));

        Map<Path, FileTime> times = kept();
        assertEquals(3, times.size(), "one for each state");
        Program.Run again = Program.with().run(build);
        assertTrue(again.out().contains(" 0 files written"), again.out());
        assertEquals(times, kept());
    }

    @Test
    void withoutHistoryThereIsNeitherPageNorFeed() throws Exception {
        Path root = repository();
        Path out = temp.resolve("out");
        Program.Run run = Program.with().run("build", root, "--output", out, "--history", "0", "--quiet");
        assertEquals(0, run.exit(), run.err());
        assertFalse(Files.exists(out.resolve("projects/shop/evolution")));
        assertFalse(Files.exists(out.resolve("feed.xml")));
    }
}
