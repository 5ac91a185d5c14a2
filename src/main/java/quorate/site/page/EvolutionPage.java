package quorate.site.page;

import java.util.List;

/** What moved from revision to revision, newest first. */
public record EvolutionPage(Frame frame, String line, List<Step> steps) implements Page {
    public EvolutionPage {
        steps = List.copyOf(steps);
    }

    @Override
    public String template() {
        return "evolution";
    }

    /** The changes that came with one revision. */
    public record Step(String anchor, String revision, String date, Table changes) {}
}
