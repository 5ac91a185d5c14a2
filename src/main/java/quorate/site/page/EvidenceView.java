package quorate.site.page;

import java.util.List;

/** A node of the tree of reasons. */
public record EvidenceView(String claim, Mark provenance, PageLink place, String how, List<EvidenceView> because) {
    public EvidenceView {
        because = List.copyOf(because);
    }
}
