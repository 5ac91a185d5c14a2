package quorate.site.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something that the search finds.
 *
 * @param kind facet, as shown
 * @param path from the root of the site, with anchor
 * @param words further words of the text: those that occur most often, without those that the title and the summary hold
 */
public record SearchEntry(
        String kind, String title, List<String> aliases, String path, String summary, String words) {

    private static final int WORDS = 60;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    public SearchEntry {
        aliases = aliases.stream().filter(alias -> !alias.isBlank()).toList();
    }

    /** @param text of which the entry keeps the words that it is worth being found by */
    public static SearchEntry of(String kind, String title, List<String> aliases, String path, String summary, String text) {
        String known = (title + " " + summary).toLowerCase(Locale.ROOT);
        Map<String, Integer> counts = new HashMap<>();
        BETWEEN_WORDS.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 2 && word.length() < 30 && !known.contains(word))
                .forEach(word -> counts.merge(word, 1, Integer::sum));
        String words = counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> e) -> -e.getValue()).thenComparing(Map.Entry::getKey))
                .limit(WORDS)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" "));
        return new SearchEntry(kind, title, aliases, path, summary, words);
    }
}
