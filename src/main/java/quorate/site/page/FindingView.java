package quorate.site.page;

import java.util.List;

/**
 * A finding with its whole reason.
 *
 * @param anchor stable id in the page
 * @param statement what must hold
 * @param missing facts that would decide
 * @param clearing the smallest change that clears it, in words; empty when none was found
 * @param clearingYaml the change to paste
 * @param clearingRaises what the change would raise instead
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
        String accepted,
        String clearing,
        String clearingYaml,
        List<PageLink> clearingRaises) {
    public FindingView {
        because = List.copyOf(because);
        missing = List.copyOf(missing);
        patterns = List.copyOf(patterns);
        incidents = List.copyOf(incidents);
        clearingRaises = List.copyOf(clearingRaises);
    }
}
