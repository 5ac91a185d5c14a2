package quorate.site;

import java.util.List;

/**
 * The revisions of a project that were analysed again by the rules and the catalog of today, so that what moved was moved by
 * the project.
 *
 * @param moments newest first; without any there is no page "Evolution"
 * @param held pattern choices that are the same in all revisions that have them
 * @param moved pattern choices that are not
 * @param note what is not known of the time before, or empty
 */
public record Evolution(List<Moment> moments, List<String> held, List<String> moved, String note) {

    public static final Evolution NONE = new Evolution(List.of(), List.of(), List.of(), "");

    /** So many revisions make the choices due for a review. */
    static final int GATE = 5;

    public Evolution {
        moments = List.copyOf(moments);
        held = List.copyOf(held);
        moved = List.copyOf(moved);
    }

    boolean isEmpty() {
        return moments.isEmpty();
    }

    boolean isDue() {
        return moments.size() >= GATE;
    }
}
