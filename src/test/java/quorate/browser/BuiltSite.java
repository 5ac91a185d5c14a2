package quorate.browser;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The folder into which the site was built, and its pages by kind. */
record BuiltSite(Path root, List<BuiltSite.Page> pages) {

    private static final Pattern KIND = Pattern.compile("<body[^>]* data-page-type=\"([^\"]+)\"");

    /**
     * A page.
     *
     * @param path relative to the site, with forward slashes
     * @param kind what its body says it is
     */
    record Page(String path, String kind, int length) {

        @Override
        public String toString() {
            return kind + ": " + path;
        }
    }

    static BuiltSite read() {
        Path root = Path.of(System.getProperty("quorate.site", "target/site")).toAbsolutePath().normalize();
        if (!Files.isRegularFile(root.resolve("index.html"))) {
            throw new IllegalStateException("there is no site in " + root + "; src/test/run-all.sh builds it");
        }
        try (Stream<Path> walk = Files.walk(root)) {
            List<Page> pages = walk.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .map(file -> page(root, file))
                    .toList();
            return new BuiltSite(root, pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page that a server shows for what is not there; its addresses begin at the root of the server. */
    static final String MISSING = "404.html";

    /** The path below which the site is meant to be served. */
    String base() throws IOException {
        return Jsoup.parse(root.resolve(MISSING).toFile(), "UTF-8").body().attr("data-root");
    }

    /** The shortest and the longest page of each kind but {@link #MISSING}. */
    List<Page> samples() {
        Set<Page> samples = new LinkedHashSet<>();
        kinds().values().forEach(all -> samples.addAll(List.of(all.first(), all.last())));
        samples.removeIf(page -> page.path().equals(MISSING));
        return List.copyOf(samples);
    }

    /** The longest page of each kind. */
    List<Page> longest() {
        return kinds().values().stream().map(SortedSet::last).toList();
    }

    private SortedMap<String, SortedSet<Page>> kinds() {
        Comparator<Page> byLength = Comparator.comparingInt(Page::length).thenComparing(Page::path);
        return pages.stream().collect(groupingBy(Page::kind, TreeMap::new, toCollection(() -> new TreeSet<>(byLength))));
    }

    Document document(Page page) throws IOException {
        return Jsoup.parse(root.resolve(page.path()).toFile(), "UTF-8");
    }

    private static Page page(Path root, Path file) {
        try {
            String html = Files.readString(file);
            Matcher kind = KIND.matcher(html);
            String path = root.relativize(file).toString().replace('\\', '/');
            return new Page(path, kind.find() ? kind.group(1) : "", html.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
