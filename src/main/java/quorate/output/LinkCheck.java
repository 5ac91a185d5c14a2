package quorate.output;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import quorate.source.Location;
import quorate.source.Problem;

/** Checks that every internal link and anchor leads somewhere, and that ids are unique in their page. */
final class LinkCheck {

    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:");

    private final String basePath;
    private final Set<String> files;
    private final Map<String, Set<String>> ids = new HashMap<>();
    private final Map<String, Set<String>> links = new HashMap<>();
    private final Set<Problem> problems = new TreeSet<>();

    private LinkCheck(Map<String, byte[]> files, String basePath) {
        this.files = files.keySet();
        this.basePath = basePath;
    }

    /** What each page holds. */
    private record Found(String path, List<String> ids, Set<String> links) {}

    static List<Problem> check(Map<String, byte[]> files, String basePath) {
        LinkCheck check = new LinkCheck(files, basePath);
        files.entrySet().parallelStream()
                .filter(file -> file.getKey().endsWith(".html"))
                .map(file -> found(file.getKey(), file.getValue()))
                .toList()
                .forEach(check::add);
        check.links.forEach((path, hrefs) -> hrefs.forEach(href -> check.link(path, href)));
        return List.copyOf(check.problems);
    }

    /**
     * Reads the attributes without building a document: it is our own output, where every attribute stands in double quotes
     * and every other double quote is escaped. Parsing whole pages took longer than making them.
     */
    private static Found found(String path, byte[] bytes) {
        List<String> ids = new ArrayList<>();
        Set<String> links = new HashSet<>();
        String html = new String(bytes, StandardCharsets.UTF_8);
        for (int sign = html.indexOf("=\""); sign >= 0; sign = html.indexOf("=\"", sign)) {
            int end = html.indexOf('"', sign + 2);
            if (end < 0) {
                break;
            }
            boolean id = named(html, sign, " id");
            if (id || named(html, sign, " href") || named(html, sign, " src")) {
                String value = Parser.unescapeEntities(html.substring(sign + 2, end), true);
                if (id) {
                    ids.add(value);
                } else {
                    links.add(value);
                }
            }
            sign = end + 1;
        }
        return new Found(path, ids, links);
    }

    private static boolean named(String html, int sign, String name) {
        return html.startsWith(name, sign - name.length());
    }

    private void add(Found found) {
        Set<String> own = new HashSet<>();
        for (String id : found.ids()) {
            if (!own.add(id)) {
                problem(found.path(), "the id '" + id + "' occurs twice", "Ids come from stable keys; two things share one.");
            }
        }
        ids.put(found.path(), own);
        links.put(found.path(), found.links());
    }

    private void link(String path, String href) {
        if (SCHEME.matcher(href).lookingAt()) {
            return;
        }
        int hash = href.indexOf('#');
        String file = hash < 0 ? href : href.substring(0, hash);
        String anchor = hash < 0 ? "" : href.substring(hash + 1);
        String target = file.isEmpty() ? path : resolve(path, decoded(file.replaceFirst("\\?.*$", "")));
        if (!files.contains(target)) {
            problem(path, "a link to '" + href + "', where nothing is", "Links are made by asking the site map for a target.");
        } else if (!anchor.isEmpty() && target.endsWith(".html") && !ids.getOrDefault(target, Set.of()).contains(decoded(anchor))) {
            problem(path, "a link to '" + href + "', which has no such place", "The page is there, the anchor is not.");
        }
    }

    private String resolve(String path, String file) {
        if (file.startsWith("/")) {
            return file.startsWith(basePath) ? file.substring(basePath.length()) : file;
        }
        List<String> parts = new ArrayList<>(List.of(path.split("/")));
        parts.remove(parts.size() - 1);
        for (String part : file.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return file;
                }
                parts.remove(parts.size() - 1);
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private void problem(String path, String message, String hint) {
        problems.add(Problem.error(Location.of(path), message, hint));
    }
}
