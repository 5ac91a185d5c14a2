package quorate.site;

import java.util.List;

/** What changed with one revision of a project, for the page "Evolution". */
public record Moment(String revision, String date, List<Change> changes) {

    public Moment {
        changes = List.copyOf(changes);
    }

    /**
     * One thing that moved.
     *
     * @param matter what kind of thing: finding, scenario, number, model
     * @param subject what it is about
     * @param cause why it moved, as far as it is known
     */
    public record Change(String matter, String subject, String before, String after, String cause) {}
}
