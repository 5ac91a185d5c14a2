package quorate.importer.eventcatalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.source.Limits;
import quorate.source.Node;
import quorate.source.Problems;
import quorate.source.SourceFile;
import quorate.source.Yaml;

/**
 * The YAML between the first two lines of three hyphens of a page, and the page below. Of the page only references such as
 * {@code [[event|order-placed]]} are looked at, as text: what else is written there is for readers, and is neither read nor run.
 */
final class FrontMatter {

    private static final Pattern FORM =
            Pattern.compile("\\A---[ \\t]*+\\r?+\\n(.*?^)---[ \\t]*+$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern FIELD = Pattern.compile("(?m)^[\"']?+([A-Za-z_-]++)[\"']?+[ \\t]*+:");
    private static final Pattern REFERENCE =
            Pattern.compile("\\[\\[(event|command|query)\\\\?\\|([A-Za-z0-9._-]{1,200})(?:@[^\\]\\s]{1,60})?\\]\\]");

    private final SourceFile file;
    private final String yaml;

    private FrontMatter(SourceFile file, String yaml) {
        this.file = file;
        this.yaml = yaml;
    }

    static Optional<FrontMatter> of(SourceFile file) {
        Matcher form = FORM.matcher(file.text());
        return file.text().startsWith("---") && form.find()
                ? Optional.of(new FrontMatter(file, form.group(1)))
                : Optional.empty();
    }

    /** Names of the fields at its top, without reading it as YAML. */
    Set<String> fields() {
        Set<String> names = new LinkedHashSet<>();
        Matcher field = FIELD.matcher(yaml);
        while (field.find()) {
            names.add(field.group(1));
        }
        return names;
    }

    Optional<Node> read(Limits limits, Problems problems) {
        // The line of hyphens begins a document, and what stands before it keeps its lines.
        return Yaml.document(new SourceFile(file.path(), "---\n" + yaml), limits, problems);
    }

    /** A reference of the page to something of the catalog. */
    record Mention(String type, String id) {}

    List<Mention> mentions() {
        int start = file.text().indexOf(yaml) + yaml.length();
        Matcher reference = REFERENCE.matcher(file.text()).region(start, file.text().length());
        return reference.results().map(found -> new Mention(found.group(1), found.group(2))).toList();
    }
}
