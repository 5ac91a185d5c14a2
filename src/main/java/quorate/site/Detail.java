package quorate.site;

import java.util.Locale;

/** How much of a project is shown. */
public enum Detail {
    /** Everything: a page for each step, component, failure and runbook, and files to take along. */
    FULL,
    /** What decides: a few pages, whatever the size of the project. */
    BRIEF;

    /** Projects on a site up to which each of them is shown in full, unless something else is stated. */
    private static final int MANY = 40;

    /** What holds for the projects of a site on which nothing is stated. */
    public static Detail usual(int projects) {
        return projects > MANY ? BRIEF : FULL;
    }

    /** As the settings state it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param word {@code full} or {@code brief}, as the schema of the settings allows */
    static Detail of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
