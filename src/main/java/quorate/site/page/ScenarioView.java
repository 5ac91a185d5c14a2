package quorate.site.page;

import java.util.List;

/**
 * A failure with everything that follows, as the table and its page show it.
 *
 * @param dominating the part of the recovery time with the largest upper bound; empty where no part has one
 */
public record ScenarioView(
        String anchor,
        PageLink page,
        PageLink runbook,
        String title,
        String kind,
        String manner,
        Mark worst,
        List<Impact> journeys,
        List<DataRow> data,
        String recovery,
        String recoveryHow,
        long recoverySort,
        List<Part> parts,
        List<EvidenceView> recoveryWhy,
        List<String> present,
        List<String> proposed,
        List<PageLink> covered,
        List<String> missing,
        String dominating) {
    public ScenarioView {
        journeys = List.copyOf(journeys);
        data = List.copyOf(data);
        parts = List.copyOf(parts);
        recoveryWhy = List.copyOf(recoveryWhy);
        present = List.copyOf(present);
        proposed = List.copyOf(proposed);
        covered = List.copyOf(covered);
        missing = List.copyOf(missing);
    }

    /**
     * What it does to one journey, seen from one side.
     *
     * @param holds how long a last known good answer stands in; empty where none does
     */
    public record Impact(
            String journey,
            String side,
            Mark during,
            Mark settled,
            List<PageLink> path,
            List<EvidenceView> because,
            List<String> deciding,
            String holds) {
        public Impact {
            path = List.copyOf(path);
            because = List.copyOf(because);
            deciding = List.copyOf(deciding);
        }
    }

    /** What it does to one data domain. */
    public record DataRow(
            String domain, String side, String effects, String possible, String loss, List<EvidenceView> because) {
        public DataRow {
            because = List.copyOf(because);
        }
    }

    /**
     * One part of the recovery time.
     *
     * @param words its bounds in words
     */
    public record Part(String name, String best, String worst, String words, List<EvidenceView> because) {
        public Part {
            because = List.copyOf(because);
        }
    }
}
