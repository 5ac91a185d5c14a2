package quorate.site;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import quorate.source.Location;
import quorate.source.Problem;

/** Problems that turn up while pages are built; pages may be built at the same time. */
final class Remarks {

    private final ConcurrentSkipListSet<Problem> problems = new ConcurrentSkipListSet<>();

    void warn(Location at, String message, String hint) {
        problems.add(Problem.warning(at, message, hint));
    }

    List<Problem> all() {
        return List.copyOf(problems);
    }
}
