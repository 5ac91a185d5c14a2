package quorate.importer.likec4;

import java.util.List;
import java.util.regex.Pattern;
import quorate.importer.C4Draft;
import quorate.importer.C4Model;
import quorate.importer.Context;
import quorate.importer.Draft;
import quorate.importer.Importer;
import quorate.source.Problems;
import quorate.source.SourceFile;

/**
 * Reads models in the language of LikeC4: the kinds of the specification, elements and relationships, and the deployment. All
 * files of one import are one model ({@link C4Draft} says what becomes of it, {@link Units} which elements are components). Views
 * are not read.
 */
public final class LikeC4Importer implements Importer {

    private static final Pattern BLOCK = Pattern.compile("(?m)^[ \\t]*+(?:specification|model|deployment|views|global)\\b");

    @Override
    public String name() {
        return "likec4";
    }

    @Override
    public boolean accepts(SourceFile file) {
        return file.extension().equals("likec4") || file.extension().equals("c4") && BLOCK.matcher(file.text()).find();
    }

    @Override
    public Draft read(List<SourceFile> files, Context context) {
        Problems problems = new Problems();
        Workspace workspace = new Workspace();
        files.forEach(file -> Parser.read(file, workspace, context.folder().limits(), problems));
        C4Model model = new C4Model();
        Reading.read(workspace, model, context.recognizer(), problems);
        return C4Draft.of(model, context.recognizer(), problems, files.stream().map(SourceFile::path).sorted().toList());
    }
}
