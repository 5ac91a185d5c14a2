package quorate.importer.plantuml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import quorate.importer.C4Draft;
import quorate.importer.C4Model;
import quorate.importer.Context;
import quorate.importer.Draft;
import quorate.importer.Importer;
import quorate.source.Folder;
import quorate.source.Problems;
import quorate.source.SourceFile;

/**
 * Reads diagrams that are drawn with the C4 macros of PlantUML as one C4 model ({@link C4Draft} says what becomes of it). Other
 * diagrams of PlantUML say nothing that is certain of what depends on what: they are named and left alone. A file that another
 * one includes is read with it and not by itself.
 */
public final class PlantUmlImporter implements Importer {

    private static final Set<String> ENDINGS = Set.of("puml", "plantuml", "wsd", "iuml");
    private static final Pattern INCLUDE = Pattern.compile("(?m)^[ \\t]*+!include(?:sub|_once|_many)?[ \\t]++\"?([^\\s\"!']+)");

    @Override
    public String name() {
        return "c4-plantuml";
    }

    @Override
    public boolean accepts(SourceFile file) {
        return ENDINGS.contains(file.extension());
    }

    @Override
    public Draft read(List<SourceFile> files, Context context) {
        Problems problems = new Problems();
        Set<String> sources = new TreeSet<>();
        Set<String> parts = new TreeSet<>();
        files.forEach(file -> INCLUDE.matcher(file.text()).results()
                .forEach(found -> parts.add(Folder.beside(file.path(), found.group(1)))));
        List<Diagram> diagrams = new ArrayList<>();
        for (boolean part : List.of(false, true)) { // a part is read here only where those that include it include each other
            files.stream().filter(file -> part == parts.contains(file.path()) && drawsC4(file))
                    .filter(file -> !sources.contains(file.path()))
                    .forEach(file -> diagrams.addAll(Diagram.of(new Script(context.folder(), problems, sources).read(file),
                            context.folder().limits().depth(), problems)));
        }
        others(files.stream().filter(f -> !parts.contains(f.path()) && !sources.contains(f.path())).toList(), problems);
        C4Model model = new C4Model();
        new Diagrams(model, problems).read(diagrams);
        return C4Draft.of(model, context.recognizer(), problems, List.copyOf(sources));
    }

    /** Whether a macro of C4 draws something, or might in a file that it includes. */
    private static boolean drawsC4(SourceFile file) {
        return Macros.DRAWS.matcher(file.text()).find() || INCLUDE.matcher(file.text()).find() && file.text().contains("C4");
    }

    private static void others(List<SourceFile> others, Problems problems) {
        if (!others.isEmpty()) {
            int more = others.size() - 1;
            String which = more == 0 ? "uses" : "and " + more + (more == 1 ? " other use" : " others use");
            problems.warning(others.get(0).whole(),
                    "this diagram " + which + " none of the C4 macros, and " + (more == 0 ? "is" : "are") + " not read",
                    "Draw it with Container(), Rel() and the other macros of C4-PlantUML where it shows an architecture.");
        }
    }
}
