package quorate.importer.eventcatalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quorate.importer.Context;
import quorate.importer.Draft;
import quorate.importer.Expect;
import quorate.importer.Importer;
import quorate.source.Problems;
import quorate.source.SourceFile;

/**
 * Reads the content of an EventCatalog: the front matter of its pages, never the pages themselves. Services and agents are
 * services, or externals where they are marked so; data stores are stores. A message goes over the channels that are named for
 * it, by who sends or receives it, by itself, or in the AsyncAPI document of the service; there it is published and consumed.
 *
 * <table>
 *   <caption>A message for which no channel is named</caption>
 *   <tr><td>an event</td><td>has a channel of its own</td></tr>
 *   <tr><td>a query</td><td>is a call: EventCatalog calls it a request for information</td></tr>
 *   <tr><td>any with an operation of HTTP</td><td>is a call</td></tr>
 *   <tr><td>any other command</td><td>is a dependency of which nobody says whether its sender waits</td></tr>
 * </table>
 *
 * <p>A flow that a person begins is a journey over the links that its steps go along; one with a step of the type Compensation
 * is a saga, by choreography where events alone lead to that step, by orchestration where one service sends all its commands.
 * What such a step undoes is not said there, so that it stays unknown.
 *
 * <p>Of each thing only the newest version is read: files below {@code versioned}, where EventCatalog keeps the older ones, are
 * left out, and it makes no difference which version another file names. Domains, systems and entities are no components;
 * teams and users give owners their names. How long a store keeps its data, who may see them, and what a store accepts are
 * facts that the vocabulary does not have.
 */
public final class EventCatalogImporter implements Importer {

    @Override
    public String name() {
        return "eventcatalog";
    }

    @Override
    public boolean accepts(SourceFile file) {
        return collection(file).isPresent();
    }

    private static Optional<Collection> collection(SourceFile file) {
        boolean page = Set.of("md", "mdx").contains(file.extension());
        if (!page || file.path().startsWith("versioned/") || file.path().contains("/versioned/")) {
            return Optional.empty();
        }
        Set<String> fields = FrontMatter.of(file).map(FrontMatter::fields).orElse(Set.of());
        Optional<Collection> collection = Collection.of(file.path(), fields);
        List<String> needed = collection.filter(c -> c == Collection.OWNER).isPresent()
                ? List.of("id", "name") : List.of("id", "name", "version");
        return collection.filter(c -> fields.containsAll(needed));
    }

    @Override
    public Draft read(List<SourceFile> files, Context context) {
        Problems problems = new Problems();
        Expect expect = new Expect(problems);
        List<Resource> resources = new ArrayList<>();
        for (SourceFile file : files) {
            Optional<FrontMatter> front = FrontMatter.of(file);
            front.flatMap(f -> f.read(context.folder().limits(), problems))
                    .flatMap(document -> expect.fields(document, "the front matter"))
                    .flatMap(document -> Resource.of(collection(file).orElse(Collection.OTHER), file.path(), document,
                            front.get().mentions(), expect))
                    .ifPresent(resources::add);
        }
        List<String> paths = files.stream().map(SourceFile::path).toList();
        return new Content(new Shelf(resources, problems), context, problems).draft(paths);
    }
}
