package quorate.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quorate.site.page.Listing;

/** Files for programs: sitemap, robots, llms.txt. */
final class PlainFiles {

    private final Edition edition;

    PlainFiles(Edition edition) {
        this.edition = edition;
    }

    Map<String, byte[]> of(List<Listing> pages) {
        Map<String, byte[]> files = new TreeMap<>();
        SiteConfig config = edition.input().config();
        String base = config.baseUrl();
        text(files, "robots.txt", "User-agent: *\nAllow: /\n" + (base.isEmpty() ? "" : "Sitemap: " + base + "sitemap.xml\n"));
        text(files, "llms.txt", llms(pages, config));
        text(files, ".nojekyll", "");
        if (!base.isEmpty()) {
            text(files, "sitemap.xml", sitemap(pages));
        }
        return files;
    }

    private static void text(Map<String, byte[]> files, String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sitemap(List<Listing> pages) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        pages.stream()
                .map(Listing::canonical)
                .filter(address -> !address.isEmpty())
                .sorted()
                .forEach(address -> xml.append("<url><loc>").append(address.replace("&", "&amp;")).append("</loc></url>\n"));
        return xml.append("</urlset>\n").toString();
    }

    /** One line for each page that the search knows, grouped by kind, in Markdown. */
    private static String llms(List<Listing> pages, SiteConfig config) {
        StringBuilder text = new StringBuilder("# " + line(config.title()) + "\n\n> " + line(config.description()) + "\n");
        Map<String, StringBuilder> kinds = new TreeMap<>();
        pages.forEach(page -> page.search().stream()
                .filter(entry -> entry.path().equals(page.path()))
                .forEach(entry -> kinds.computeIfAbsent(entry.kind(), k -> new StringBuilder())
                        .append("- [").append(line(entry.title()).replace("]", "\\]")).append("](")
                        .append(config.baseUrl()).append(entry.path()).append("): ").append(line(entry.summary())).append('\n')));
        kinds.forEach((kind, lines) -> text.append("\n## ").append(kind).append("\n\n").append(lines));
        return text.toString();
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
