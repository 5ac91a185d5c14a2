package quorate.site;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hands out every address of the site. A target is a kind and an id; links are made by asking for one, so that a link to
 * a page that does not exist cannot be written. The map is filled before the first page is built.
 */
public final class SiteMap {

    private final Optional<SiteMap> base;
    private final Map<String, String> addresses = new HashMap<>();
    private final Set<String> pages = new HashSet<>();

    private SiteMap(Optional<SiteMap> base) {
        this.base = base;
    }

    static SiteMap empty() {
        return new SiteMap(Optional.empty());
    }

    /** A map that also knows all that this one holds, and to which more can be added without a change of this one. */
    SiteMap extended() {
        return new SiteMap(Optional.of(this));
    }

    /** What was added to this map alone, by kind and id. */
    Map<String, String> own() {
        return Collections.unmodifiableMap(addresses);
    }

    /** Takes over addresses that another map handed out. */
    void adopt(Map<String, String> handedOut) {
        addresses.putAll(handedOut);
    }

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
        String own = addresses.get(kind + ":" + id);
        return own != null ? Optional.of(own) : base.flatMap(b -> b.find(kind, id));
    }

    /** The address of a target that is there by construction. */
    public String address(String kind, String id) {
        return find(kind, id).orElseThrow(() -> new IllegalStateException("no page for " + kind + " '" + id + "'"));
    }
}
