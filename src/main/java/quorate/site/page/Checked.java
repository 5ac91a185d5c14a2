package quorate.site.page;

import java.util.List;

/**
 * Where a rule holds.
 *
 * @param statement what must hold
 */
public record Checked(String title, String statement, PageLink rule, List<Place> places) {
    public Checked {
        places = List.copyOf(places);
    }

    /** One subject for which it holds, with the reason. */
    public record Place(String anchor, PageLink subject, List<EvidenceView> because) {
        public Place {
            because = List.copyOf(because);
        }
    }
}
