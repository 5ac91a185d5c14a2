package quorate.site.page;

import java.util.List;

/**
 * What moved from revision to revision, newest first.
 *
 * @param note what is not known of the time before, or empty
 * @param due whether there are so many revisions that the pattern choices are to be reviewed
 * @param held choices that stayed the same
 * @param moved choices that did not
 */
public record EvolutionPage(
        Frame frame, String line, String note, boolean due, List<String> held, List<String> moved, List<Step> steps)
        implements Page {
    public EvolutionPage {
        held = List.copyOf(held);
        moved = List.copyOf(moved);
        steps = List.copyOf(steps);
    }

    @Override
    public String template() {
        return "evolution";
    }

    /** The changes that came with one revision. */
    public record Step(String anchor, PageLink commit, String title, String date, String summary, Table changes) {}
}
