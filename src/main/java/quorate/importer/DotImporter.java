package quorate.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import quorate.model.Entity;
import quorate.model.Link;
import quorate.source.Problems;
import quorate.source.SourceFile;

/**
 * Reads Graphviz DOT. The parser gives no positions, so every fact is placed at the file as a whole.
 *
 * <table>
 *   <caption>How a drawing is read</caption>
 *   <tr><td>node</td><td>a component; {@code kind=service|store|channel|external}, else {@code shape=cylinder} is a store, else a
 *       service</td></tr>
 *   <tr><td>edge {@code a -> b}</td><td>a depends on b; {@code dir=back} turns it round; an edge without direction is not read</td></tr>
 *   <tr><td>{@code style=dashed}</td><td>the link is asynchronous</td></tr>
 *   <tr><td>{@code label}</td><td>the name</td></tr>
 *   <tr><td>any attribute called like a key of the vocabulary for that kind</td><td>that fact: {@code replicas=3},
 *       {@code "timeout.total"="2s"}; {@code none} states that there is none</td></tr>
 * </table>
 *
 * <p>Default attributes ({@code node [shape=cylinder]}) are not applied by the parser. Clusters are drawing, not fault domains.
 */
public final class DotImporter implements Importer {

    private static final int DEEPEST = 200;
    private static final Pattern UNDIRECTED = Pattern.compile("(?is)^(\\s|/\\*.*?\\*/|//[^\\n]*\\n|#[^\\n]*\\n)*(strict\\s+)?graph\\b.*");

    @Override
    public String name() {
        return "dot";
    }

    @Override
    public boolean accepts(SourceFile file) {
        return Set.of("dot", "gv").contains(file.extension());
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
            if (isReadable(file, problems) && reader.dot(new SourceFile(file.path(), DotText.of(file.text()).plain()), problems)) {
                GraphDraft draft = new GraphDraft(file, problems);
                draft.entities(reader.nodes()).forEach(entity -> entities.putIfAbsent(entity.id(), entity));
                draft.links(reader.edges()).forEach(link -> links.putIfAbsent(link.id(), link));
            }
        }
        return new Draft(List.copyOf(entities.values()), List.copyOf(links.values()), problems.all(), sources);
    }

    private static boolean isReadable(SourceFile file, Problems problems) {
        if (UNDIRECTED.matcher(file.text().substring(0, Math.min(2_000, file.text().length()))).matches()) {
            problems.error(
                    file.whole(),
                    "an undirected graph does not say which end depends on the other",
                    "Write digraph and a -> b, from the one that depends to the one that it depends on.");
            return false;
        }
        if (DotText.of(file.text()).depth() > DEEPEST) {
            problems.error(file.whole(), "nested deeper than " + DEEPEST + " levels", "Flatten its subgraphs.");
            return false;
        }
        return true;
    }
}
