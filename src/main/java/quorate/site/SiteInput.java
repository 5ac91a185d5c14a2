package quorate.site;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import quorate.catalog.Catalog;
import quorate.site.diagram.Layout;

/**
 * Everything that a site is made of, but for its projects.
 *
 * @param assets files of {@code site/assets}, by name
 * @param pages hand-written pages in Markdown, by path
 * @param layout places the parts of diagrams
 */
public record SiteInput(
        SiteConfig config,
        Catalog catalog,
        Revision revision,
        Map<String, byte[]> assets,
        Map<String, byte[]> pages,
        Layout layout) {

    public SiteInput {
        assets = Collections.unmodifiableMap(new TreeMap<>(assets));
        pages = Collections.unmodifiableMap(new TreeMap<>(pages));
    }

    /** The same for pages that name no state of the repository. */
    SiteInput ofNoState() {
        return new SiteInput(config, catalog, revision.ofNone(), assets, pages, layout);
    }

    /** The same for pages that are made from another state of the repository. */
    SiteInput at(State state) {
        return new SiteInput(config, catalog, revision.at(state), assets, pages, layout);
    }
}
