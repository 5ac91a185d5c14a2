package quorate.site;

import java.util.List;

/**
 * A revision of a project, and what changed in its analysis.
 *
 * @param commit full id of the commit that brought it; empty for what is not committed
 * @param title first line of the commit's message, or what it is instead
 * @param date as {@code 2026-03-31}; empty when it is not known
 * @param time the same to the second, as RFC 3339 has it; empty when it is not known
 * @param note why nothing can be said of it, or empty
 */
public record Moment(String commit, String title, String date, String time, String note, List<Change> changes) {

    public Moment {
        changes = List.copyOf(changes);
    }

    /** The commit as it is printed. */
    String brief() {
        return commit.isEmpty() ? "not committed" : commit.substring(0, Math.min(10, commit.length()));
    }

    /**
     * One thing that moved.
     *
     * @param matter what kind of thing: finding, scenario, recovery time, part
     * @param before empty when it came
     * @param after empty when it went
     */
    public record Change(String matter, String subject, String before, String after) {}
}
