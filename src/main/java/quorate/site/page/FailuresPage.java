package quorate.site.page;

import java.util.List;

/**
 * All failure scenarios: a table, and a grid of failures by journeys.
 *
 * @param coverage runbooks, experiments and drills by scenario
 */
public record FailuresPage(
        Frame frame, String line, Table scenarios, List<String> journeys, List<GridRow> grid, List<String> uncovered, Table coverage)
        implements Page {
    public FailuresPage {
        journeys = List.copyOf(journeys);
        grid = List.copyOf(grid);
        uncovered = List.copyOf(uncovered);
    }

    @Override
    public String template() {
        return "failures";
    }

    /** A failure with the state of each journey; a journey that it does not touch is up. */
    public record GridRow(PageLink failure, List<Mark> states) {
        public GridRow {
            states = List.copyOf(states);
        }
    }
}
