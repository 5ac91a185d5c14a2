package quorate.site;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import quorate.site.page.Listing;
import quorate.site.page.SearchEntry;

/**
 * What the browser indexes at the first search: one array for each entry, as a script, since a file that is opened from
 * disk may load scripts only.
 */
final class SearchIndex {

    private static final int WORDS = 60;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchIndex() {}

    static byte[] of(List<Listing> pages) {
        StringBuilder script = new StringBuilder("window.quorateSearch=[\n");
        pages.stream().flatMap(p -> p.search().stream()).forEach(entry -> script.append(line(entry)).append(",\n"));
        return script.append("];\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(SearchEntry entry) {
        return "[" + List.of(entry.kind(), entry.title(), String.join(" | ", entry.aliases()), entry.path(), entry.summary(), best(entry)).stream()
                .map(ScriptText::quoted)
                .collect(Collectors.joining(",")) + "]";
    }

    /** The words that occur most often, without those that the title and the summary hold. */
    private static String best(SearchEntry entry) {
        String known = (entry.title() + " " + entry.summary()).toLowerCase(Locale.ROOT);
        Map<String, Integer> counts = new HashMap<>();
        BETWEEN_WORDS.splitAsStream(entry.words().toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 2 && word.length() < 30 && !known.contains(word))
                .forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> e) -> -e.getValue()).thenComparing(Map.Entry::getKey))
                .limit(WORDS)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" "));
    }
}
