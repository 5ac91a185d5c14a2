package quorate.derive.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Simple cycles of a graph, each once and from its smallest node on. There may be exponentially many, so that the search
 * ends after so many steps; where it did, {@link #isComplete} says no.
 */
final class Cycles {

    private final List<List<Integer>> successors;
    private final List<List<Integer>> found = new ArrayList<>();
    private final int most;
    private int steps;

    /**
     * @param successors of each node, which are numbered from 0
     * @param mostSteps edges that are followed at most
     * @param most cycles that are found at most
     */
    Cycles(List<List<Integer>> successors, int mostSteps, int most) {
        this.successors = successors;
        this.steps = mostSteps;
        this.most = most;
        for (int start = 0; start < successors.size() && !isSpent(); start++) {
            from(start);
        }
    }

    List<List<Integer>> found() {
        return List.copyOf(found);
    }

    boolean isComplete() {
        return !isSpent();
    }

    private boolean isSpent() {
        return steps <= 0 || found.size() >= most;
    }

    /** Follows paths over nodes above the start, as deep as the graph and without recursion. */
    private void from(int start) {
        boolean[] onPath = new boolean[successors.size()];
        int[] next = new int[successors.size()];
        Deque<Integer> path = new ArrayDeque<>(List.of(start));
        onPath[start] = true;
        while (!path.isEmpty() && !isSpent()) {
            int here = path.peekLast();
            if (next[here] == successors.get(here).size()) {
                next[here] = 0;
                onPath[here] = false;
                path.pollLast();
                continue;
            }
            int to = successors.get(here).get(next[here]++);
            steps--;
            if (to == start) {
                found.add(List.copyOf(path));
            } else if (to > start && !onPath[to]) {
                path.addLast(to);
                onPath[to] = true;
            }
        }
    }
}
