package quorate.site.page;

import java.util.List;

/**
 * What is wrong with a project, by the six steps, where no step has a page of its own.
 *
 * @param counts how many of each severity
 */
public record StepFindingsPage(Frame frame, List<Mark> counts, String line, List<Section> steps) implements Page {
    public StepFindingsPage {
        counts = List.copyOf(counts);
        steps = List.copyOf(steps);
    }

    @Override
    public String template() {
        return "step-findings";
    }

    /**
     * One step.
     *
     * @param others how many answers hold, and how many wait for facts, in a sentence; empty without any
     */
    public record Section(
            String anchor, String title, String question, Mark verdict, String others, List<AlikeView> wrong, Parts parts) {
        public Section {
            wrong = List.copyOf(wrong);
        }
    }
}
