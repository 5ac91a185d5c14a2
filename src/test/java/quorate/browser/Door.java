package quorate.browser;

/** The two ways to a site: a server below a base path, and the folder itself. */
enum Door {
    HTTP,
    FILE;

    String address(SiteServer server, BuiltSite site) {
        return this == HTTP ? server.address() : site.root().toUri().toString();
    }
}
