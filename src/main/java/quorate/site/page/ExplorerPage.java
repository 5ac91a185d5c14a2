package quorate.site.page;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Failures on the picture of the system.
 *
 * @param data what the script shows, as JSON for an inert element
 * @param states scripts beside the page that hand over what failures do, by name; empty where the page itself says it
 * @param groups all failures by what fails, for readers without the script
 */
public record ExplorerPage(Frame frame, String line, Diagram diagram, Html data, Map<String, String> states, List<Group> groups)
        implements Page {
    public ExplorerPage {
        states = Collections.unmodifiableMap(new TreeMap<>(states));
        groups = List.copyOf(groups);
    }

    @Override
    public String template() {
        return "explorer";
    }

    /**
     * The failures of one kind of part.
     *
     * @param failures the worst of them
     * @param all how many there are
     */
    public record Group(String anchor, String name, List<Row> failures, int all) {
        public Group {
            failures = List.copyOf(failures);
        }
    }

    /** A failure with the worst that it does to a journey, and its recovery in words. */
    public record Row(PageLink failure, Mark worst, String recovery) {}
}
