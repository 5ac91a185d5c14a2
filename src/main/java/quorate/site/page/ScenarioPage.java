package quorate.site.page;

import java.util.List;

/**
 * One failure scenario.
 *
 * @param spread the components that it reaches, in the order in which it does
 * @param experiments drafts of experiments to take along; empty when one has been exercised
 */
public record ScenarioPage(
        Frame frame,
        String line,
        ScenarioView scenario,
        Table spread,
        Diagram diagram,
        PageLink subject,
        List<PageLink> experiments)
        implements Page {
    public ScenarioPage {
        experiments = List.copyOf(experiments);
    }

    @Override
    public String template() {
        return "scenario";
    }
}
