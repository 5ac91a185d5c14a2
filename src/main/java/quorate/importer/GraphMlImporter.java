package quorate.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import quorate.model.Entity;
import quorate.model.Link;
import quorate.source.Problems;
import quorate.source.SourceFile;

/**
 * Reads GraphML. Nodes are components and edges are links, from the one that depends to the one that it depends on; the names
 * of {@code <key>} elements are read like the attributes of DOT ({@link DotImporter}). The parser gives no positions.
 *
 * <p>A file with a DOCTYPE is refused before it is parsed: GraphML needs none, and entities could read other files or grow
 * without bound.
 */
public final class GraphMlImporter implements Importer {

    private static final Pattern UNDIRECTED = Pattern.compile("edgedefault\\s*=\\s*[\"']undirected[\"']");

    @Override
    public String name() {
        return "graphml";
    }

    @Override
    public boolean accepts(SourceFile file) {
        String head = file.text().substring(0, Math.min(4_000, file.text().length()));
        return file.extension().equals("graphml") || file.extension().equals("xml") && head.contains("<graphml");
    }

    @Override
    public Draft read(List<SourceFile> files, Context context) {
        Problems problems = new Problems();
        Map<String, Entity> entities = new LinkedHashMap<>();
        Map<String, Link> links = new LinkedHashMap<>();
        List<String> sources = new ArrayList<>();
        for (SourceFile file : files) {
            sources.add(file.path());
            GraphReader reader = new GraphReader();
            if (isSafe(file, problems) && reader.graphMl(file, problems)) {
                GraphDraft draft = new GraphDraft(file, problems);
                draft.entities(reader.nodes()).forEach(entity -> entities.putIfAbsent(entity.id(), entity));
                links(file, draft, reader).forEach(link -> links.putIfAbsent(link.id(), link));
            }
        }
        return new Draft(List.copyOf(entities.values()), List.copyOf(links.values()), problems.all(), sources);
    }

    private static List<Link> links(SourceFile file, GraphDraft draft, GraphReader reader) {
        if (UNDIRECTED.matcher(file.text()).find()) {
            draft.sayUndirected(reader.edges().stream().map(e -> e.from() + " -- " + e.to()).toList());
            return List.of();
        }
        return draft.links(reader.edges());
    }

    private static boolean isSafe(SourceFile file, Problems problems) {
        if (file.text().toUpperCase(Locale.ROOT).contains("<!DOCTYPE")) {
            problems.error(file.whole(), "a DOCTYPE, which is not read", "Remove it; GraphML needs none.");
            return false;
        }
        return true;
    }
}
