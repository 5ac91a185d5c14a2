package quorate.site.page;

import java.util.List;

/**
 * What the lists of the whole site say of one page: search, index, sitemap, {@code llms.txt}.
 *
 * @param path of the page from the root of the site
 * @param twin path of the same in Markdown; empty when there is none
 * @param canonical full address; empty when the address of the site is not known
 */
public record Listing(String path, String twin, String canonical, List<SearchEntry> search) {
    public Listing {
        search = List.copyOf(search);
    }
}
