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

    /** Something that is seen, with the runbooks that may fit. */
    public record Symptom(String anchor, String text, String hint, List<Project> projects) {
        public Symptom {
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

    /** The failures of one project, each of which has a runbook. */
    public record Failures(PageLink link, int runbooks) {}
}
