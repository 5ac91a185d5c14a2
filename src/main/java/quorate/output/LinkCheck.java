package quorate.output;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.parser.Parser;
import quorate.source.Location;
import quorate.source.Problem;

/**
 * Checks that every internal link and anchor leads somewhere, and that ids are unique in their page. Parts of a site are
 * checked as they come: links within a part at once, links to other parts when all are there, so that of a part no more
 * is remembered than what others may link to. Safe for several threads.
 */
final class LinkCheck {

    private final String basePath;
    private final Set<String> files = new HashSet<>();
    private final Set<String> places = new HashSet<>();
    private final Map<String, Reference> abroad = new TreeMap<>();
    private final Set<Problem> problems = new TreeSet<>();

    LinkCheck(String basePath) {
        this.basePath = basePath;
    }

    /** A link as it stands in a page. */
    private record Reference(String page, String href) {}

    /** What a page holds. */
    record Found(String path, List<String> ids, Set<String> links) {}

    /**
     * Reads the attributes without building a document: it is our own output, where every attribute stands in double quotes
     * and every other double quote is escaped. Parsing whole pages took longer than making them.
     */
    static Found read(String path, String html) {
        List<String> ids = new ArrayList<>();
        Set<String> links = new HashSet<>();
        for (int sign = html.indexOf("=\""); sign >= 0; sign = html.indexOf("=\"", sign)) {
            int end = html.indexOf('"', sign + 2);
            if (end < 0) {
                break;
            }
            boolean id = named(html, sign, " id");
            if (id || named(html, sign, " href") || named(html, sign, " src")) {
                String written = html.substring(sign + 2, end);
                String value = written.indexOf('&') < 0 ? written : Parser.unescapeEntities(written, true);
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

    /**
     * Takes in a part.
     *
     * @param paths of all its files
     * @param promised places in it, as {@code path#anchor}, to which other parts link; no other place is remembered
     */
    void add(Collection<String> paths, Collection<Found> pages, Collection<String> promised) {
        Map<String, Set<String>> ids = new HashMap<>();
        Set<Problem> wrong = new TreeSet<>();
        for (Found page : pages) {
            Set<String> own = new HashSet<>();
            for (String id : page.ids()) {
                if (!own.add(id)) {
                    wrong.add(problem(page.path(), "the id '" + id + "' occurs twice", "Ids come from stable keys; two things share one."));
                }
            }
            ids.put(page.path(), own);
        }
        Set<String> inside = new HashSet<>(paths);
        Map<String, Reference> outside = new HashMap<>();
        for (Found page : pages) {
            for (String href : page.links()) {
                String target = target(page.path(), href);
                String file = file(target);
                if (target.isEmpty()) {
                    continue;
                }
                if (!inside.contains(file)) {
                    outside.merge(target, new Reference(page.path(), href), LinkCheck::first);
                } else if (file.endsWith(".html") && target.length() > file.length()
                        && !ids.getOrDefault(file, Set.of()).contains(target.substring(file.length() + 1))) {
                    wrong.add(nowhere(page.path(), href));
                }
            }
        }
        for (String place : promised) {
            String file = file(place);
            if (!inside.contains(file) || place.length() > file.length()
                    && !ids.getOrDefault(file, Set.of()).contains(place.substring(file.length() + 1))) {
                wrong.add(problem(file, "nothing stands at '" + place + "', to which other pages may link",
                        "The address was handed out, the place was not made."));
            }
        }
        synchronized (this) {
            keep(paths, promised);
            outside.forEach((target, reference) -> abroad.merge(target, reference, LinkCheck::first));
            problems.addAll(wrong);
        }
    }

    /** Takes in a part that was checked at an earlier time. */
    synchronized void keep(Collection<String> paths, Collection<String> promised) {
        files.addAll(paths);
        places.addAll(promised);
    }

    /** What is wrong, of all parts together; a target that is missing is told once, with the first page that links to it. */
    synchronized List<Problem> problems() {
        Set<Problem> all = new TreeSet<>(problems);
        abroad.forEach((target, reference) -> {
            String file = file(target);
            if (!files.contains(file)) {
                all.add(problem(reference.page(), "a link to '" + reference.href() + "', where nothing is",
                        "Links are made by asking the site map for a target."));
            } else if (target.length() > file.length() && file.endsWith(".html") && !places.contains(target)) {
                all.add(nowhere(reference.page(), reference.href()));
            }
        });
        return List.copyOf(all);
    }

    private static Reference first(Reference a, Reference b) {
        int order = a.page().compareTo(b.page());
        return order < 0 || order == 0 && a.href().compareTo(b.href()) <= 0 ? a : b;
    }

    private static Problem nowhere(String page, String href) {
        return problem(page, "a link to '" + href + "', which has no such place", "The page is there, the anchor is not.");
    }

    private static Problem problem(String path, String message, String hint) {
        return Problem.error(Location.of(path), message, hint);
    }

    private static String file(String target) {
        int hash = target.indexOf('#');
        return hash < 0 ? target : target.substring(0, hash);
    }

    /** The place that is linked to, from the root of the site, with its anchor; empty when it is on another site. */
    private String target(String page, String href) {
        int hash = href.indexOf('#');
        int colon = href.indexOf(':');
        String file = hash < 0 ? href : href.substring(0, hash);
        if (colon > 0 && colon < file.length() && file.indexOf('/') != 0 && file.lastIndexOf('/', colon) < 0) {
            return "";
        }
        int query = file.indexOf('?');
        String path = query < 0 ? file : file.substring(0, query);
        String anchor = hash < 0 || hash + 1 == href.length() ? "" : "#" + decoded(href.substring(hash + 1));
        return (path.isEmpty() ? page : resolve(page, decoded(path))) + anchor;
    }

    private String resolve(String page, String file) {
        if (file.startsWith("/")) {
            return file.startsWith(basePath) ? file.substring(basePath.length()) : file;
        }
        int folder = page.lastIndexOf('/');
        int at = 0;
        while (file.startsWith("../", at)) {
            if (folder < 0) {
                return file;
            }
            folder = page.lastIndexOf('/', folder - 1);
            at += 3;
        }
        return page.substring(0, folder + 1) + file.substring(file.startsWith("./", at) ? at + 2 : at);
    }

    private static String decoded(String text) {
        return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
