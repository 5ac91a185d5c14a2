package quorate.site.page;

import java.util.List;

/**
 * A finding with its whole reason.
 *
 * @param anchor stable id in the page
 * @param statement what must hold
 * @param missing facts that would decide
 */
public record FindingView(
        String anchor,
        String id,
        Mark severity,
        Mark outcome,
        String title,
        PageLink subject,
        String message,
        String statement,
        String fix,
        String fixYaml,
        PageLink rule,
        PageLink step,
        List<EvidenceView> because,
        List<String> missing,
        List<PageLink> patterns,
        List<PageLink> incidents,
        String accepted) {
    public FindingView {
        because = List.copyOf(because);
        missing = List.copyOf(missing);
        patterns = List.copyOf(patterns);
        incidents = List.copyOf(incidents);
    }
}
