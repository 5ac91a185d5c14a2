package quorate.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import quorate.site.page.Listing;
import quorate.site.page.SearchEntry;

/**
 * What the browser indexes at the first search: one array for each entry, as a script, since a file that is opened from
 * disk may load scripts only. A small site has one script. On a large one, what lies inside of projects is left to a script for
 * each project, which is loaded on the project's own pages and where a query names the project.
 */
final class SearchIndex {

    /** Bytes, compressed, up to which everything is in one script. */
    private static final int WHOLE = 250_000;

    /** More entries than these are never that small. */
    private static final int ENTRIES = WHOLE / 10;

    private SearchIndex() {}

    /**
     * The script that is loaded first.
     *
     * @param assets receive the scripts that it loads when they are wanted
     * @param projects titles of the projects by the folder of their pages, {@code projects/shop/}
     */
    static byte[] of(List<Listing> pages, Map<String, String> projects, Assets assets) {
        List<SearchEntry> all = pages.stream().flatMap(p -> p.search().stream()).toList();
        if (all.size() <= ENTRIES) {
            byte[] whole = script("window.quorateSearch=", all, "").getBytes(StandardCharsets.UTF_8);
            if (compressed(whole) <= WHOLE) {
                return whole;
            }
        }
        Map<String, List<SearchEntry>> parts = new TreeMap<>();
        all.forEach(entry -> parts.computeIfAbsent(folder(entry.path(), projects.keySet()), f -> new ArrayList<>()).add(entry));
        Map<String, byte[]> scripts = new ConcurrentHashMap<>();
        projects.entrySet().parallelStream().forEach(project -> {
            String start = "(window.quorateParts=window.quorateParts||{})[" + ScriptText.quoted(project.getKey()) + "]=";
            List<SearchEntry> inside = parts.getOrDefault(project.getKey(), List.of());
            scripts.put(project.getKey(), script(start, inside, project.getValue()).getBytes(StandardCharsets.UTF_8));
        });
        Map<String, String> names = new TreeMap<>();
        projects.keySet().forEach(folder -> {
            String name = "search-" + folder.replaceAll("^projects/|/$", "").replace('/', '-') + ".js";
            assets.add(name, scripts.get(folder));
            names.put(folder, assets.name(name));
        });
        return (script("window.quorateSearch=", parts.getOrDefault("", List.of()), "")
                + "window.quorateProjects=" + ScriptText.of(names) + ";\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The project inside of whose folder a page lies; none for its first page, by which it is found. */
    static String folder(String path, Set<String> folders) {
        String[] parts = path.split("/", 3);
        String folder = parts.length < 3 ? "" : parts[0] + "/" + parts[1] + "/";
        return folders.contains(folder) && !parts[2].equals("index.html") ? folder : "";
    }

    private static int compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size();
    }

    /** @param also words by which each entry is found besides its own */
    private static String script(String start, List<SearchEntry> entries, String also) {
        StringBuilder script = new StringBuilder(start).append("[\n");
        entries.forEach(entry -> script.append(line(entry, also)).append(",\n"));
        return script.append("];\n").toString();
    }

    private static String line(SearchEntry entry, String also) {
        return "[" + List.of(entry.kind(), entry.title(), String.join(" | ", entry.aliases()), entry.path(), entry.summary(), (entry.words() + " " + also).strip()).stream()
                .map(ScriptText::quoted)
                .collect(Collectors.joining(",")) + "]";
    }
}
