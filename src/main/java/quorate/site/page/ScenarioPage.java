package quorate.site.page;

/** One failure scenario. */
public record ScenarioPage(Frame frame, String line, ScenarioView scenario, Diagram diagram, PageLink subject) implements Page {
    @Override
    public String template() {
        return "scenario";
    }
}
