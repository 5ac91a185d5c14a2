package quorate.site.page;

import java.util.List;

/**
 * Something that the search finds.
 *
 * @param kind facet, as shown
 * @param path from the root of the site, with anchor
 * @param words further words of the text
 */
public record SearchEntry(
        String kind, String title, List<String> aliases, String path, String summary, String words) {
    public SearchEntry {
        aliases = aliases.stream().filter(alias -> !alias.isBlank()).toList();
    }
}
