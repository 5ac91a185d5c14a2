package quorate.importer;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.source.Json;
import quorate.source.Limits;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Yaml;

/** The documents of a file that is written in YAML or, by its ending, in JSON. */
public final class Documents {

    private static final Set<String> ENDINGS = Set.of("yaml", "yml", "json");
    private static final Pattern API = Pattern.compile("^[ \\t]*+\\{?+[ \\t]*+\"?+apiVersion\"?[ \\t]*+:[ \\t]*+[\"']?([\\w./-]++)");

    private Documents() {}

    /** Whether a file is YAML or JSON and one of its documents says that it is of an API of this group. */
    public static boolean isOf(String group, SourceFile file) {
        return ENDINGS.contains(file.extension()) && file.text().lines().anyMatch(line -> {
            Matcher api = API.matcher(line);
            return api.find() && api.group(1).startsWith(group + "/");
        });
    }

    public static List<Node> of(SourceFile file, Limits limits, Problems problems) {
        return file.extension().equals("json")
                ? Json.document(file, limits, problems).stream().toList()
                : Yaml.documents(file, limits, problems);
    }
}
