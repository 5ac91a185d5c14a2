package quorate.site.page;

import java.util.List;

/**
 * The choice of a pattern.
 *
 * @param pattern the selected one; text without link when none is
 * @param turns values of single facts that were tried, the nearest for each other pattern
 * @param flip what else could change the choice, a sentence each
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
        List<Turn> turns,
        List<String> flip,
        PageLink record) {
    public SelectionView {
        rationale = List.copyOf(rationale);
        open = List.copyOf(open);
        alternatives = List.copyOf(alternatives);
        turns = List.copyOf(turns);
        flip = List.copyOf(flip);
    }

    /** A trait in words, with its evidence. */
    public record Reason(String text, String trait, List<EvidenceView> because) {
        public Reason {
            because = List.copyOf(because);
        }
    }

    /**
     * A single fact with which another pattern would come first.
     *
     * @param fact what would have to be stated otherwise, in words
     * @param then as what
     * @param now as what it is stated, or that it is not
     * @param path the field, as a person would look for it
     */
    public record Turn(PageLink pattern, String fact, String then, String now, String path) {}

    /** A candidate that was not chosen, and why. */
    public record Alternative(PageLink pattern, String why, String tradeOff) {}
}
