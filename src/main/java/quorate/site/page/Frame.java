package quorate.site.page;

import java.util.List;

/**
 * What all pages have in common.
 *
 * @param path of the page from the root of the site
 * @param root from the page back to the root: empty, or {@code ../../}
 * @param type kind of page, for checks that sample by kind
 * @param contents headings of the page
 * @param made from which commit
 * @param edit where the source of the page can be changed; no link when that is not known
 * @param changed the day on which that source was last changed; empty when that is not known
 * @param canonical full address; empty when the address of the site is not known
 * @param twin name of the file beside the page that says the same in Markdown; empty when there is none
 */
public record Frame(
        String path,
        String root,
        String type,
        String title,
        String description,
        List<PageLink> breadcrumb,
        List<PageLink> contents,
        PageLink previous,
        PageLink next,
        Made made,
        PageLink edit,
        String changed,
        String canonical,
        String twin,
        List<SearchEntry> search) {
    public Frame {
        breadcrumb = List.copyOf(breadcrumb);
        contents = List.copyOf(contents);
        search = List.copyOf(search);
    }

    /** Path of the twin from the root of the site; empty when there is none. */
    public String twinPath() {
        return twin.isEmpty() ? "" : path.substring(0, path.lastIndexOf('/') + 1) + twin;
    }

    /** What the lists of the whole site need of it. */
    public Listing listing() {
        return new Listing(path, twinPath(), canonical, search);
    }
}
