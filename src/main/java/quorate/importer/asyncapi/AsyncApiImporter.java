package quorate.importer.asyncapi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import quorate.importer.Context;
import quorate.importer.Documents;
import quorate.importer.Draft;
import quorate.importer.Importer;
import quorate.model.Entity;
import quorate.model.Link;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;

/**
 * Reads AsyncAPI 2 and 3 documents. Each describes one application, which becomes a service; each of its channels that lies on a
 * broker becomes a channel, called like its address, so that the documents of several applications meet there.
 *
 * <table>
 *   <caption>Who does what</caption>
 *   <tr><td>3: action send</td><td>the application publishes</td></tr>
 *   <tr><td>3: action receive</td><td>the application consumes</td></tr>
 *   <tr><td>2: publish</td><td>others publish, the application consumes</td></tr>
 *   <tr><td>2: subscribe</td><td>others subscribe, the application publishes</td></tr>
 * </table>
 *
 * <p>Who stands at the other end of a channel is not said there. Bindings give the facts of the channel; what they leave out is
 * unknown. A server that other files name, by its host, is the broker on which its channels lie. Channels over HTTP
 * or WebSocket lie on no broker and are told of, not read.
 */
public final class AsyncApiImporter implements Importer {

    private static final Pattern YAML = Pattern.compile("(?m)^[\"']?asyncapi[\"']?\\s*:\\s*[\"']?[0-9]");
    private static final Pattern JSON = Pattern.compile("[{,]\\s*\"asyncapi\"\\s*:\\s*\"[0-9]");

    @Override
    public String name() {
        return "asyncapi";
    }

    @Override
    public boolean accepts(SourceFile file) {
        return switch (file.extension()) {
            case "yaml", "yml" -> YAML.matcher(file.text()).find() || flow(file);
            case "json" -> JSON.matcher(file.text()).find();
            default -> false;
        };
    }

    /** JSON is YAML. */
    private static boolean flow(SourceFile file) {
        return file.text().stripLeading().startsWith("{") && JSON.matcher(file.text()).find();
    }

    @Override
    public Draft read(List<SourceFile> files, Context context) {
        Problems problems = new Problems();
        Set<String> sources = new LinkedHashSet<>();
        List<Entity> entities = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        References references = new References(context.folder(), problems, sources);
        for (SourceFile file : files) {
            sources.add(file.path());
            for (Node document : Documents.of(file, context.folder().limits(), problems)) {
                new ApiReader(document, references, context, problems).read(entities, links);
            }
        }
        return new Draft(entities, links, problems.all(), List.copyOf(sources));
    }
}
