package quorate.importer.eventcatalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorate.importer.Context;
import quorate.importer.Written;
import quorate.importer.asyncapi.MessageChannels;
import quorate.source.Folder;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;

/** The AsyncAPI documents that services name as their specifications, for the channels over which their messages go. */
final class Specifications {

    /** By the id of a service the domains and systems that name it as theirs. */
    private final Map<String, List<Resource>> groups = new HashMap<>();
    private final Context context;
    private final Problems problems;
    private final Set<String> sources;
    private final Map<String, Optional<MessageChannels>> read = new HashMap<>();

    /** @param sources gets the path of each document that is read */
    Specifications(Shelf shelf, Context context, Problems problems, Set<String> sources) {
        shelf.of(Collection.GROUP).forEach(group -> group.pointers("services")
                .forEach(named -> groups.computeIfAbsent(named.id(), k -> new ArrayList<>()).add(group)));
        this.context = context;
        this.problems = problems;
        this.sources = sources;
    }

    /** The channels that the documents of the service, or else of what it belongs to, name for the message. */
    Set<String> carrying(Resource service, String message) {
        Set<String> own = carrying(List.of(service), message);
        return !own.isEmpty() ? own : carrying(groups.getOrDefault(service.id(), List.of()), message);
    }

    private Set<String> carrying(List<Resource> described, String message) {
        Set<String> channels = new TreeSet<>();
        for (Resource resource : described) {
            for (Written named : documents(resource)) {
                String path = Folder.beside(resource.path(), named.text());
                read.computeIfAbsent(path, p -> open(p, named))
                        .ifPresent(document -> channels.addAll(document.carrying(message)));
            }
        }
        return channels;
    }

    private Optional<MessageChannels> open(String path, Written named) {
        if (named.text().contains("://") || !context.folder().has(path)) {
            problems.warning(named.at(), "'" + named.text() + "' is named here and not read", named.text().contains("://")
                    ? "Nothing is fetched; copy the file here." : "Write the path of a file of the project, from this one.");
            return Optional.empty();
        }
        Optional<SourceFile> file = context.folder().read(path, named.at(), problems);
        file.ifPresent(f -> sources.add(path));
        return file.map(f -> MessageChannels.of(f, context));
    }

    /** A list with types, or the older form with a field for each type. */
    private static Set<Written> documents(Resource service) {
        Set<Written> paths = new TreeSet<>((one, other) -> one.at().compareTo(other.at()));
        Optional<Node> written = service.document().field("specifications");
        List<Node> items = written.map(Node::items).orElse(List.of());
        items.stream().filter(item -> item.field("type").flatMap(Node::text).filter("asyncapi"::equals).isPresent())
                .forEach(item -> service.expect().text(item.field("path"), "path").ifPresent(paths::add));
        written.flatMap(node -> node.field("asyncapiPath"))
                .ifPresent(node -> service.expect().text(node, "asyncapiPath").ifPresent(paths::add));
        return paths;
    }
}
