package quorate.catalog;

import quorate.schema.SchemaName;

/** The kinds of entry that have a folder of their own. */
public enum EntryKind {
    PATTERN("pattern", "patterns", SchemaName.PATTERN),
    ANTI_PATTERN("anti-pattern", "anti-patterns", SchemaName.ANTI_PATTERN),
    TECHNOLOGY("technology", "technologies", SchemaName.TECHNOLOGY),
    RULE("rule", "rules", SchemaName.RULE),
    CONCERN("concern", "concerns", SchemaName.CONCERN),
    INCIDENT("incident", "incidents", SchemaName.INCIDENT);

    private final String word;
    private final String folder;
    private final SchemaName schema;

    EntryKind(String word, String folder, SchemaName schema) {
        this.word = word;
        this.folder = folder;
        this.schema = schema;
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
}
