package quorate.derive.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import quorate.model.Architecture;
import quorate.model.Entity;

/**
 * The loops of a system that may keep overload up.
 *
 * @param loops those with a gain that is or may be above one, the certain ones and the largest first
 * @param open components of which it is not stated whether their callers try again
 * @param omitted loops that are left out because there are too many
 * @param complete whether all circles of calls were looked at; the search is bounded
 */
public record LoadLoops(List<LoadLoop> loops, List<Entity> open, int omitted, boolean complete) {

    public static final LoadLoops NONE = new LoadLoops(List.of(), List.of(), 0, true);

    /** More loops than these are not listed. */
    public static final int MOST = 200;

    public LoadLoops {
        loops = List.copyOf(loops);
        open = List.copyOf(open);
    }

    public static LoadLoops of(Architecture architecture) {
        LoadGraph graph = new LoadGraph(architecture);
        RetryLoops retries = new RetryLoops(architecture, graph);
        Circles circles = new Circles(architecture, graph);
        List<LoadLoop> all = new ArrayList<>(retries.loops());
        all.addAll(new LocalLoops(architecture).all());
        all.addAll(circles.loops());
        all.sort(Comparator.comparing((LoadLoop loop) -> !loop.certain())
                .thenComparing(loop -> !loop.cut().isEmpty())
                .thenComparing(loop -> -loop.gain().stated())
                .thenComparing(LoadLoop::kind)
                .thenComparing(loop -> loop.at().id()));
        int shown = Math.min(MOST, all.size());
        return new LoadLoops(all.subList(0, shown), retries.open(), all.size() - shown, circles.complete());
    }
}
