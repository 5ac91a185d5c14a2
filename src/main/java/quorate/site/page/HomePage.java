package quorate.site.page;

import java.util.List;

/**
 * The portfolio: projects by the six steps.
 *
 * @param more where all projects are, when those on the page are only the worst
 */
public record HomePage(
        Frame frame,
        String sentence,
        List<PageLink> steps,
        List<ProjectRow> projects,
        List<PageLink> knowledge,
        PageLink more)
        implements Page {
    public HomePage {
        steps = List.copyOf(steps);
        projects = List.copyOf(projects);
        knowledge = List.copyOf(knowledge);
    }

    @Override
    public String template() {
        return "home";
    }

    /**
     * A project with its verdict and one cell for each step.
     *
     * @param changed what the newest revision changed, with a link to the history; no text when no history is known
     */
    public record ProjectRow(String anchor, PageLink project, String purpose, Mark verdict, String line, List<Heat> heat, PageLink questions, PageLink changed, String changedNote) {
        public ProjectRow {
            heat = List.copyOf(heat);
        }
    }

    /**
     * The state of one step of one project.
     *
     * @param order worst first
     */
    public record Heat(String step, String href, Mark mark, int order) {}
}
