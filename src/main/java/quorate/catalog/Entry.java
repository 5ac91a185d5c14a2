package quorate.catalog;

import java.util.List;
import quorate.source.Location;

/** What all entries with a page of their own share. */
public sealed interface Entry
        permits Pattern, AntiPattern, Technology, RuleText, Concern, Incident, Comparison, LearningPath {

    EntryKind kind();

    String id();

    /** The name that a reader sees. */
    String name();

    /** One sentence. */
    String summary();

    /** The prose, in Markdown; empty for entries that are data alone. */
    String body();

    List<Reference> references();

    Location at();
}
