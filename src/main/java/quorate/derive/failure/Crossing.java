package quorate.derive.failure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import quorate.model.Evidence;
import quorate.model.Missing;

/**
 * A partition between two groups of fault domains that both still reach the others: what a caller sees depends on where it runs,
 * and where it may run follows, use by use, from where the request arrives. Where it may run in several places, what each of
 * them sees bounds the state.
 */
final class Crossing implements Sight {

    /** The place that is in neither group; 0 and 1 are the groups. */
    static final int ELSEWHERE = 2;

    private static final Condition UNTOUCHED = Condition.unaffected(Evidence.derived("both groups are in reach"));

    private final List<Reach> views;
    private final int arrival;

    /** The places in which each component of the journey may run for such a request, a bit for each. */
    private final int[] runs;

    /**
     * @param views what is seen from the first group, and from the second
     * @param mayRun the places in which a component may run, a bit for each
     * @param arrival the place at which the request arrives
     */
    Crossing(Course journey, List<Reach> views, ToIntFunction<String> mayRun, int arrival) {
        this.views = views;
        this.arrival = arrival;
        this.runs = new int[journey.size()];
        int[] targets = new int[journey.size()];
        for (int component = 0; component < targets.length; component++) {
            targets[component] = mayRun.applyAsInt(journey.components().get(component));
        }
        runs[0] = 1 << arrival;
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int from = open.poll();
            for (Course.Step step : journey.from(from)) {
                int now = runs[step.to()] | reached(runs[from], targets[step.to()]);
                if (now != runs[step.to()]) {
                    runs[step.to()] = now;
                    open.add(step.to());
                }
            }
        }
    }

    /** The places among {@code targets} that some place among {@code from} reaches. */
    private static int reached(int from, int targets) {
        int reached = 0;
        for (int place = 0; place <= ELSEWHERE; place++) {
            if ((from & 1 << place) != 0) {
                reached |= place == ELSEWHERE ? targets : targets & ~(1 << (1 - place));
            }
        }
        return reached;
    }

    @Override
    public boolean isSource(String component) {
        return views.stream().anyMatch(view -> view.isSource(component));
    }

    @Override
    public List<Evidence> whys() {
        return views.stream().flatMap(view -> view.whys().stream()).distinct().toList();
    }

    @Override
    public boolean touches(Course course) {
        return views.stream().anyMatch(view -> view.touches(course));
    }

    @Override
    public boolean heals() {
        return views.stream().anyMatch(Reach::heals);
    }

    @Override
    public boolean hides() {
        return views.stream().anyMatch(Reach::hides);
    }

    @Override
    public Condition entry(JourneyGraph journey) {
        return arrival == ELSEWHERE ? UNTOUCHED : views.get(arrival).entry(journey);
    }

    @Override
    public Condition condition(Course.Step step) {
        int from = runs[step.from()];
        List<Condition> seen = new ArrayList<>();
        for (int place = 0; place <= ELSEWHERE; place++) {
            if ((from & 1 << place) != 0) {
                seen.add(place == ELSEWHERE ? UNTOUCHED : views.get(place).condition(step));
            }
        }
        return seen.stream().reduce(Crossing::either).orElse(UNTOUCHED);
    }

    private static Condition either(Condition one, Condition other) {
        Set<Missing> deciding = new TreeSet<>(one.deciding());
        deciding.addAll(other.deciding());
        return new Condition(
                either(one.during(), other.during()),
                either(one.settled(), other.settled()),
                one.silent() || other.silent(),
                one.isUnaffected() ? other.why() : one.why(),
                deciding);
    }

    private static StateRange either(StateRange one, StateRange other) {
        return new StateRange(one.best().better(other.best()), one.worst().worse(other.worst()));
    }

    @Override
    public boolean cuts(Course.Step step) {
        return false;
    }

    @Override
    public boolean delays() {
        return false;
    }
}
