package quorate.site;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hands out every address of the site. A target is a kind and an id; links are made by asking for one, so that a link to
 * a page that does not exist cannot be written. The map is filled before the first page is built.
 */
public final class SiteMap {

    private final Map<String, String> addresses = new HashMap<>();
    private final Set<String> pages = new HashSet<>();

    /** Gives the target a page of its own: a folder with an index. Two targets of one name get different folders. */
    String page(String kind, String id, String folder) {
        String free = folder;
        for (int i = 2; !pages.add(free); i++) {
            free = folder + "-" + i;
        }
        String path = free.isEmpty() ? "index.html" : free + "/index.html";
        return put(kind, id, path);
    }

    /** Gives the target the page of that exact path. */
    String file(String kind, String id, String path) {
        pages.add(path);
        return put(kind, id, path);
    }

    /** Makes the target a place in a page; of two targets of one name the first keeps it. */
    void place(String kind, String id, String path, String anchor) {
        addresses.putIfAbsent(kind + ":" + id, path + "#" + anchor);
    }

    private String put(String kind, String id, String address) {
        String before = addresses.putIfAbsent(kind + ":" + id, address);
        if (before != null) {
            throw new IllegalStateException(kind + " '" + id + "' has two addresses: " + before + " and " + address);
        }
        return address;
    }

    /** The address from the root of the site, if the target is there. */
    public Optional<String> find(String kind, String id) {
        return Optional.ofNullable(addresses.get(kind + ":" + id));
    }

    /** The address of a target that is there by construction. */
    public String address(String kind, String id) {
        return find(kind, id).orElseThrow(() -> new IllegalStateException("no page for " + kind + " '" + id + "'"));
    }

    /** All addresses without anchors, sorted. */
    Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        addresses.values().stream().filter(a -> a.indexOf('#') < 0).forEach(paths::add);
        return paths;
    }
}
