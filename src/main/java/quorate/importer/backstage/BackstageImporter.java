package quorate.importer.backstage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.importer.Context;
import quorate.importer.Documents;
import quorate.importer.Draft;
import quorate.importer.Expect;
import quorate.importer.Importer;
import quorate.source.Folder;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;

/**
 * Reads descriptors of Backstage's software catalog. A Component is a service, unless its type says that it does not run by
 * itself; a Resource whose type or product keeps data is a store, or a channel. Who consumes an API depends on who provides it,
 * and waits for an answer where the API's type has answers; of other dependencies that is not known, and of none the need. A part
 * of a component is no dependency of it. Systems, domains and groups are no components; groups give owners their names.
 */
public final class BackstageImporter implements Importer {

    private static final String API = "backstage.io";

    @Override
    public String name() {
        return "backstage";
    }

    @Override
    public boolean accepts(SourceFile file) {
        return Documents.isOf(API, file);
    }

    @Override
    public Draft read(List<SourceFile> files, Context context) {
        Problems problems = new Problems();
        Expect expect = new Expect(problems);
        Catalog catalog = new Catalog(context, problems);
        Set<String> given = new TreeSet<>(files.stream().map(SourceFile::path).toList());
        for (SourceFile file : files) {
            for (Node document : Documents.of(file, context.folder().limits(), problems)) {
                Descriptor.of(document, expect).ifPresent(descriptor -> {
                    catalog.add(descriptor);
                    if (descriptor.self().kind().equals("location")) {
                        targets(descriptor, file, given, problems);
                    }
                });
            }
        }
        return catalog.draft(List.copyOf(given));
    }

    /** Other files that a location names are read when they are given too. */
    private static void targets(Descriptor location, SourceFile file, Set<String> given, Problems problems) {
        List<Node> named = new ArrayList<>(location.document().path("spec", "targets").map(Node::items).orElse(List.of()));
        location.document().path("spec", "target").ifPresent(named::add);
        for (Node target : named) {
            String path = target.text().orElse("");
            if (!path.isEmpty() && !path.contains("*") && !given.contains(Folder.beside(file.path(), path))) {
                problems.warning(target.at(), "'" + path + "' is named here and not read", path.matches("[a-z]+://.*")
                        ? "Nothing is fetched; copy the file here." : "Read the folder that holds both.");
            }
        }
    }
}
