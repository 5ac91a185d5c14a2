package quorate.site;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quorate.site.page.Page;

/**
 * Pages that are made, and can be written, apart from the rest of the site.
 *
 * @param files everything that is no page, by path
 */
public record Part(List<Page> pages, Map<String, byte[]> files) {
    public Part {
        pages = List.copyOf(pages);
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }
}
