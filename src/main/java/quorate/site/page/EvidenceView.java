package quorate.site.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A node of the tree of reasons. */
public record EvidenceView(String claim, Mark provenance, PageLink place, String how, List<EvidenceView> because) {
    public EvidenceView {
        because = List.copyOf(because);
    }

    /** The same reasons, each of which unfolds where it comes first; where it comes again it says so. */
    public static List<EvidenceView> once(List<EvidenceView> list) {
        return once(list, new HashSet<>());
    }

    private static List<EvidenceView> once(List<EvidenceView> list, Set<EvidenceView> told) {
        return list.stream().map(one -> one.once(told)).toList();
    }

    private EvidenceView once(Set<EvidenceView> told) {
        if (because.isEmpty()) {
            return this;
        }
        if (!told.add(this)) {
            return new EvidenceView(claim + ", as above", provenance, place, how, List.of());
        }
        return new EvidenceView(claim, provenance, place, how, once(because, told));
    }

    EvidenceView seenFrom(String path) {
        return new EvidenceView(claim, provenance, place.seenFrom(path), how, because.stream().map(one -> one.seenFrom(path)).toList());
    }
}
