package quorate.site.page;

import java.util.List;

/**
 * From what is seen to the runbook.
 *
 * @param all where each project lists its failures with their runbooks
 */
public record TriagePage(Frame frame, List<Symptom> symptoms, List<Failures> all) implements Page {
    public TriagePage {
        symptoms = List.copyOf(symptoms);
        all = List.copyOf(all);
    }

    @Override
    public String template() {
        return "triage";
    }

    /**
     * Something that is seen, with the runbooks that may fit.
     *
     * @param kinds of failures to look for in projects that are shown in brief; empty when there are none
     */
    public record Symptom(String anchor, String text, String hint, List<Project> projects, List<String> kinds) {
        public Symptom {
            kinds = List.copyOf(kinds);
            projects = List.copyOf(projects);
        }
    }

    /**
     * Runbooks of one project.
     *
     * @param runbooks the worst of them
     * @param count how many there are
     * @param all where all of them are
     */
    public record Project(PageLink project, List<PageLink> runbooks, int count, PageLink all) {
        public Project {
            runbooks = List.copyOf(runbooks);
        }
    }

    /**
     * The failures of one project.
     *
     * @param count {@code 12 runbooks}, or {@code 12 failures} of a project that is shown in brief
     */
    public record Failures(PageLink link, String count) {}
}
