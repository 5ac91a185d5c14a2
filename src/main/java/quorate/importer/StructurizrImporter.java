package quorate.importer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import quorate.source.Folder;
import quorate.source.Problems;
import quorate.source.SourceFile;

/**
 * Reads workspaces of Structurizr, in its DSL or as JSON, as one C4 model ({@link C4Draft} says what becomes of it). A file that
 * another one extends or includes is read with it and not by itself.
 */
public final class StructurizrImporter implements Importer {

    private static final Pattern PART = Pattern.compile(
            "(?mi)^[ \\t]*+(?:workspace[ \\t]++extends|!include)[ \\t]++\"?([^\\s\"{]+)");

    @Override
    public String name() {
        return "structurizr";
    }

    @Override
    public boolean accepts(SourceFile file) {
        return file.extension().equals("dsl") || WorkspaceJson.accepts(file);
    }

    @Override
    public Draft read(List<SourceFile> files, Context context) {
        Problems problems = new Problems();
        Set<String> sources = new TreeSet<>();
        Set<String> parts = new HashSet<>();
        files.forEach(file -> PART.matcher(file.text()).results()
                .forEach(found -> parts.add(Folder.beside(file.path(), found.group(1)))));
        C4Model model = new C4Model();
        files.stream().filter(file -> file.extension().equals("json")).forEach(file -> {
            sources.add(file.path());
            new WorkspaceJson(model, problems).read(file, context.folder().limits());
        });
        files.stream()
                .filter(file -> !file.extension().equals("json") && !parts.contains(file.path()))
                .forEach(file -> new StructurizrReader(model, context.folder(), problems, sources).read(file));
        model.describedOnce();
        return C4Draft.of(model, context.recognizer(), problems, List.copyOf(sources));
    }
}
