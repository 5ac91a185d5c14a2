package quorate.importer;

import java.util.List;
import quorate.source.Json;
import quorate.source.Limits;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Yaml;

/** The documents of a file that is written in YAML or, by its ending, in JSON. */
public final class Documents {

    private Documents() {}

    public static List<Node> of(SourceFile file, Limits limits, Problems problems) {
        return file.extension().equals("json")
                ? Json.document(file, limits, problems).stream().toList()
                : Yaml.documents(file, limits, problems);
    }
}
