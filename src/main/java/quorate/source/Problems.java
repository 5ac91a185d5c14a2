package quorate.source;

import java.util.List;
import java.util.TreeSet;

/** Collects the problems of a run, so that all of them are told at once. Not safe for several threads. */
public final class Problems {

    private final TreeSet<Problem> found = new TreeSet<>();

    public void error(Location at, String message, String hint) {
        found.add(Problem.error(at, message, hint));
    }

    public void warning(Location at, String message, String hint) {
        found.add(Problem.warning(at, message, hint));
    }

    public void addAll(Iterable<Problem> problems) {
        problems.forEach(found::add);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Problem::isError);
    }

    /** All problems, ordered by place, each once. */
    public List<Problem> all() {
        return List.copyOf(found);
    }
}
