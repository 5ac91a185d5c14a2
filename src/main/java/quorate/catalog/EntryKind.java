package quorate.catalog;

import java.util.Arrays;
import java.util.Optional;
import quorate.schema.SchemaName;

/** The kinds of entry that have a folder of their own. */
public enum EntryKind {
    PATTERN("pattern", "patterns", SchemaName.PATTERN),
    ANTI_PATTERN("anti-pattern", "anti-patterns", SchemaName.ANTI_PATTERN),
    TECHNOLOGY("technology", "technologies", SchemaName.TECHNOLOGY),
    RULE("rule", "rules", SchemaName.RULE),
    CONCERN("concern", "concerns", SchemaName.CONCERN),
    INCIDENT("incident", "incidents", SchemaName.INCIDENT),
    COMPARISON("comparison", "comparisons", SchemaName.COMPARISON, ".yaml"),
    PATH("path", "paths", SchemaName.PATH, ".yaml");

    private final String word;
    private final String folder;
    private final SchemaName schema;
    private final String ending;

    EntryKind(String word, String folder, SchemaName schema) {
        this(word, folder, schema, ".md");
    }

    EntryKind(String word, String folder, SchemaName schema, String ending) {
        this.word = word;
        this.folder = folder;
        this.schema = schema;
        this.ending = ending;
    }

    /** The kind that is called so in links. */
    public static Optional<EntryKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** The word used in links of prose: {@code pattern:raft}. */
    public String word() {
        return word;
    }

    /** The folder of the catalog and of the site that holds the entries of the kind. */
    public String folder() {
        return folder;
    }

    SchemaName schema() {
        return schema;
    }

    /** How the names of its files end: prose with front matter in Markdown, or data alone in YAML. */
    String ending() {
        return ending;
    }
}
