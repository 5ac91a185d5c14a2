package quorate.site.page;

import java.util.List;

/** A node of the tree of reasons. */
public record EvidenceView(String claim, Mark provenance, PageLink place, String how, List<EvidenceView> because) {
    public EvidenceView {
        because = List.copyOf(because);
    }

    EvidenceView seenFrom(String path) {
        return new EvidenceView(claim, provenance, place.seenFrom(path), how, because.stream().map(one -> one.seenFrom(path)).toList());
    }
}
