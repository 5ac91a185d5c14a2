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

    /** @param projects titles of the projects by the folder of their pages */
    Map<String, byte[]> of(List<Listing> pages, Map<String, String> projects) {
        Map<String, byte[]> files = new TreeMap<>();
        SiteConfig config = edition.input().config();
        String base = config.baseUrl();
        text(files, "robots.txt", "User-agent: *\nAllow: /\n" + (base.isEmpty() ? "" : "Sitemap: " + base + "sitemap.xml\n"));
        List<Listing> outside = pages.stream().filter(page -> SearchIndex.folder(page.path(), projects.keySet()).isEmpty()).toList();
        text(files, PageList.NAME, new PageList(base, "").of(config.title(), config.description(), outside, projects));
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
}
