package quorate.site.page;

import java.util.List;

/**
 * Failures on the picture of the system.
 *
 * @param data what the script shows, as JSON for an inert element
 * @param groups all failures by what fails, for readers without the script
 */
public record ExplorerPage(Frame frame, String line, Diagram diagram, Html data, List<Group> groups) implements Page {
    public ExplorerPage {
        groups = List.copyOf(groups);
    }

    @Override
    public String template() {
        return "explorer";
    }

    /** The failures of one kind of part. */
    public record Group(String anchor, String name, List<Row> failures) {
        public Group {
            failures = List.copyOf(failures);
        }
    }

    /** A failure with the worst that it does to a journey, and its recovery in words. */
    public record Row(PageLink failure, Mark worst, String recovery) {}
}
