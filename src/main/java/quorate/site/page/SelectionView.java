package quorate.site.page;

import java.util.List;

/**
 * The choice of a pattern.
 *
 * @param pattern the selected one; text without link when none is
 * @param standing whether what is in use is what is selected
 * @param record the decision record to take along; without address when there is none
 */
public record SelectionView(
        String anchor,
        PageLink concern,
        PageLink subject,
        PageLink step,
        PageLink pattern,
        PageLink inUse,
        Mark standing,
        List<Reason> rationale,
        List<Reason> open,
        String tradeOff,
        List<Alternative> alternatives,
        List<String> flip,
        PageLink record) {
    public SelectionView {
        rationale = List.copyOf(rationale);
        open = List.copyOf(open);
        alternatives = List.copyOf(alternatives);
        flip = List.copyOf(flip);
    }

    /** A trait in words, with its evidence. */
    public record Reason(String text, String trait, List<EvidenceView> because) {
        public Reason {
            because = List.copyOf(because);
        }
    }

    /** A candidate that was not chosen, and why. */
    public record Alternative(PageLink pattern, String why, String tradeOff) {}
}
