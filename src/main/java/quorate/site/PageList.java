package quorate.site;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quorate.site.page.Listing;

/**
 * The pages for tools that read, as {@code llms.txt}: one line for each page that the search knows, grouped by kind, in Markdown,
 * with the twin of the page where it has one. The inside of each project has a list of its own, so that no list grows with the
 * number of projects but by one line.
 */
final class PageList {

    static final String NAME = "llms.txt";

    private final String baseUrl;
    private final String folder;

    /**
     * @param baseUrl address of the site; empty when it is not known
     * @param folder of the list, from the root of the site; links begin there when the address is not known
     */
    PageList(String baseUrl, String folder) {
        this.baseUrl = baseUrl;
        this.folder = folder;
    }

    /** @param projects titles of the projects whose pages are listed in their own folder, by that folder */
    String of(String title, String description, List<Listing> pages, Map<String, String> projects) {
        StringBuilder text = new StringBuilder("# " + line(title) + "\n\n> " + line(description) + "\n");
        Map<String, StringBuilder> kinds = new TreeMap<>();
        pages.forEach(page -> page.search().stream()
                .filter(entry -> entry.path().equals(page.path()))
                .forEach(entry -> kinds.computeIfAbsent(entry.kind(), k -> new StringBuilder())
                        .append(item(entry.title(), page.twin().isEmpty() ? page.path() : page.twin(), entry.summary()))));
        projects.forEach((of, name) -> kinds.computeIfAbsent("Inside of projects", k -> new StringBuilder())
                .append(item(name, of + NAME, "All its pages: steps, components, findings, failures, runbooks.")));
        kinds.forEach((kind, lines) -> text.append("\n## ").append(kind).append("\n\n").append(lines));
        return text.toString();
    }

    private String item(String title, String path, String summary) {
        String address = baseUrl.isEmpty() ? path.substring(folder.length()) : baseUrl + path;
        return "- [" + line(title).replace("]", "\\]") + "](" + address + "): " + line(summary) + "\n";
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
