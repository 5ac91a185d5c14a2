package quorate.site.page;

/**
 * One failure scenario.
 *
 * @param spread the components that it reaches, in the order in which it does
 * @param experiment a draft to take along; none when one has been exercised
 */
public record ScenarioPage(
        Frame frame,
        String line,
        ScenarioView scenario,
        Table spread,
        Diagram diagram,
        PageLink subject,
        Experiment experiment)
        implements Page {

    /**
     * A draft of an experiment as YAML.
     *
     * @param chaosMesh empty where Chaos Mesh has no kind for the failure
     * @param all the file of all drafts
     */
    public record Experiment(String plain, String chaosMesh, PageLink all) {

        public static final Experiment NONE = new Experiment("", "", PageLink.NONE);
    }

    @Override
    public String template() {
        return "scenario";
    }
}
