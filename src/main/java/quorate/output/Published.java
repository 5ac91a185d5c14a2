package quorate.output;

import java.util.List;
import quorate.source.Problem;

/**
 * What publishing did.
 *
 * @param pages in the folder now, changed or not
 * @param problems why nothing was written; empty when it was
 */
public record Published(int pages, int written, int unchanged, int removed, List<Problem> problems) {

    public Published {
        problems = List.copyOf(problems);
    }

    public boolean failed() {
        return !problems.isEmpty();
    }

    static Published refused(List<Problem> problems) {
        return new Published(0, 0, 0, 0, problems);
    }
}
