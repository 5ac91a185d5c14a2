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
     * @param journeys what it does to them, in a sentence; empty of a failure that nothing notices
     * @param data what it does to data; empty when that is nothing
     * @param recovery until when all is back
     * @param how it comes back
     * @param present mitigations that are stated
     * @param proposed mitigations that are not
     * @param original the owner's own runbook, which goes before this; nowhere without one
     * @param owner empty when it is not stated
     * @param first what to do first
     */
    public record Failure(
            String anchor,
            Mark worst,
            String title,
            String journeys,
            String data,
            String recovery,
            String how,
            List<String> present,
            List<String> proposed,
            PageLink original,
            String owner,
            PageLink escalation,
            List<RunbookPage.Step> first) {
        /** A failure that neither a journey nor data notice: only that it was tried. */
        public static Failure harmless(String anchor, Mark worst, String title) {
            return new Failure(anchor, worst, title, "", "", "", "", List.of(), List.of(), PageLink.NONE, "", PageLink.NONE, List.of());
        }

        public Failure {
            present = List.copyOf(present);
            proposed = List.copyOf(proposed);
            first = List.copyOf(first);
        }
    }
}
