package quorate.site.page;

import java.util.List;

/** All failures of a project with what to do first, where none has a page or a runbook of its own. */
public record FailureListPage(Frame frame, String line, List<Failure> failures, Parts parts, PageLink brief) implements Page {
    public FailureListPage {
        failures = List.copyOf(failures);
    }

    @Override
    public String template() {
        return "failure-list";
    }

    /**
     * One failure.
     *
     * @param seen how it shows
     * @param does what it does to journeys and data, in sentences
     * @param recovery until when all is back, and how
     * @param present mitigations that are stated
     * @param proposed mitigations that are not
     * @param original the owner's own runbook, which goes before this; nowhere without one
     * @param first what to do first
     */
    public record Failure(
            String anchor,
            Mark worst,
            String title,
            String seen,
            String does,
            String recovery,
            String how,
            List<String> present,
            List<String> proposed,
            PageLink original,
            String owner,
            PageLink escalation,
            List<RunbookPage.Step> first) {
        public Failure {
            present = List.copyOf(present);
            proposed = List.copyOf(proposed);
            first = List.copyOf(first);
        }
    }
}
