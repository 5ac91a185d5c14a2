package quorate.site;

import quorate.site.page.PageLink;

/** The page that is being built: makes addresses relative to it. */
final class Here {

    private final SiteMap map;
    private final String path;
    private final String absolute;

    private Here(SiteMap map, String path, String absolute) {
        this.map = map;
        this.path = path;
        this.absolute = absolute;
    }

    static Here at(SiteMap map, String path) {
        return new Here(map, path, "");
    }

    /** A page that is served under any address, as "no such page" is: its links begin at the root of the host. */
    static Here anywhere(SiteMap map, String path, String basePath) {
        return new Here(map, path, basePath);
    }

    String path() {
        return path;
    }

    /** From this page back to the root. */
    String root() {
        return absolute.isEmpty() ? "../".repeat((int) path.chars().filter(c -> c == '/').count()) : absolute;
    }

    /** An address from the root, made relative to this page. */
    String href(String address) {
        int hash = address.indexOf('#');
        String target = hash < 0 ? address : address.substring(0, hash);
        String anchor = hash < 0 ? "" : address.substring(hash);
        if (!absolute.isEmpty()) {
            return absolute + target + anchor;
        }
        return target.equals(path) && !anchor.isEmpty() ? anchor : relative(target) + anchor;
    }

    private String relative(String target) {
        String[] from = path.split("/");
        String[] to = target.split("/");
        int same = 0;
        while (same < from.length - 1 && same < to.length - 1 && from[same].equals(to[same])) {
            same++;
        }
        StringBuilder href = new StringBuilder("../".repeat(from.length - 1 - same));
        for (int i = same; i < to.length; i++) {
            href.append(i == same ? "" : "/").append(to[i]);
        }
        return href.toString();
    }

    /** A link to a target that is there by construction. */
    PageLink link(String text, String kind, String id) {
        return new PageLink(text, href(map.address(kind, id)));
    }

    /** A link if the target is there, else its text alone. */
    PageLink maybe(String text, String kind, String id) {
        return map.find(kind, id)
                .map(address -> new PageLink(text, href(address)))
                .orElseGet(() -> PageLink.plain(text));
    }
}
