package quorate.site.page;

import java.util.List;

/**
 * All failure scenarios: a table for each kind, and a grid of failures by journeys.
 *
 * @param grid the failures that touch a journey, those that touch most first, by what they do to each
 * @param effective how many there are
 * @param coldStart in which order all starts from nothing, and what never does; empty where nothing is stated to wait for a start
 * @param rehearsed for how many nothing is stated that was or can be rehearsed
 * @param coverage runbooks, experiments and drills by scenario
 */
public record FailuresPage(
        Frame frame,
        String line,
        List<Group> groups,
        Table grid,
        long effective,
        List<NamedText> coldStart,
        String rehearsed,
        Table coverage)
        implements Page {
    public FailuresPage {
        groups = List.copyOf(groups);
        coldStart = List.copyOf(coldStart);
    }

    @Override
    public String template() {
        return "failures";
    }

    /**
     * The scenarios of one kind.
     *
     * @param line what they come to, in one sentence
     * @param scenarios those that do something
     * @param how the recovery times came about in the rows that do not say it
     * @param harmless the others
     */
    public record Group(String anchor, String title, Mark worst, String line, Table scenarios, String how, List<PageLink> harmless) {
        public Group {
            harmless = List.copyOf(harmless);
        }
    }
}
