package quorate.site.page;

import java.util.List;

/**
 * Findings that say the same of different subjects, as one entry; or a single one.
 *
 * @param anchor of the entry; each finding has its own
 * @param count {@code 26 subjects}
 * @param some the first subjects
 * @param more {@code and 22 more}; empty when all are named
 * @param all every finding, at least one; the first stands for all
 */
public record AlikeView(String anchor, String count, List<PageLink> some, String more, List<FindingView> all) {
    public AlikeView {
        some = List.copyOf(some);
        all = List.copyOf(all);
    }

    public FindingView first() {
        return all.get(0);
    }
}
