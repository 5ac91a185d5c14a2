package quorate.derive.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.Link;
import quorate.model.Missing;
import quorate.model.Words;

/**
 * A surge above what a component carries. While it lasts, load above capacity is refused where that is stated (a degraded
 * answer), and slows everything down where nothing refuses it. After it, the component is up again unless retries of its
 * callers keep it overloaded, which more instances may outgrow.
 */
final class Overload {

    private final Architecture architecture;
    private final Retriers retriers;

    Overload(Architecture architecture) {
        this.architecture = architecture;
        this.retriers = new Retriers(architecture);
    }

    Harm of(Entity component) {
        return component.kind() == Kind.CHANNEL ? new Messages(architecture, component).backlog() : called(component);
    }

    private Harm called(Entity component) {
        List<Link> calls = architecture.linksTo(component.id()).stream().filter(Overload::waits).toList();
        boolean shed = component.get(Keys.SHEDDING).isKnown()
                || (!calls.isEmpty() && calls.stream().allMatch(link -> link.get(Keys.BULKHEAD).isKnown()))
                || (component.kind() == Kind.EXTERNAL && component.get(Keys.RATE_LIMIT).isKnown());
        boolean bare = refusesNothing(component)
                && (calls.isEmpty() || calls.stream().anyMatch(link -> link.get(Keys.BULKHEAD).statedNone()));
        StateRange during = new StateRange(bare && !shed ? State.DOWN : State.DEGRADED, shed ? State.DEGRADED : State.DOWN);
        Retries retries = retriers.into(component.id());
        boolean grows = component.kind() == Kind.SERVICE && !component.get(Keys.SCALE_MAX).statedNone();
        State worst = during.worst() == State.DOWN && retries.possible() ? State.DOWN : State.UP;
        boolean stuck = during.best() == State.DOWN && retries.certain() && !grows;
        StateRange settled = new StateRange(stuck ? State.DOWN : State.UP, worst);
        Set<Missing> deciding = new TreeSet<>();
        if (!during.isCertain()) {
            ask(component, calls, deciding);
        }
        if (!settled.isCertain()) {
            deciding.addAll(retries.deciding());
            scaling(component, deciding);
        }
        return Harm.of(new Condition(during, settled, true, why(component, calls, during, retries), deciding));
    }

    private static boolean waits(Link link) {
        return !link.get(Keys.MODE).is(Words.LinkMode.ASYNC) && !link.get(Keys.NEED).is(Words.Need.STARTUP);
    }

    /** A limit on each caller does not bound their sum, so that it alone neither saves nor condemns. */
    private static boolean refusesNothing(Entity component) {
        return component.kind() == Kind.STORE
                || (component.get(Keys.SHEDDING).statedNone() && component.get(Keys.RATE_LIMIT).statedNone());
    }

    private static void ask(Entity component, List<Link> calls, Set<Missing> deciding) {
        if (component.kind() == Kind.SERVICE && component.get(Keys.SHEDDING).isUnknown()) {
            deciding.add(new Missing(component, Keys.SHEDDING));
        } else {
            calls.stream()
                    .filter(link -> link.get(Keys.BULKHEAD).isUnknown())
                    .forEach(link -> deciding.add(new Missing(link, Keys.BULKHEAD)));
        }
    }

    private static void scaling(Entity component, Set<Missing> deciding) {
        if (component.kind() == Kind.SERVICE && component.get(Keys.SCALE_MAX).isUnknown()) {
            deciding.add(new Missing(component, Keys.SCALE_MAX));
        }
    }

    private static Evidence why(Entity component, List<Link> calls, StateRange during, Retries retries) {
        List<Evidence> because = new ArrayList<>();
        if (component.kind() == Kind.SERVICE) {
            for (Key<?> key : List.of(Keys.SHEDDING, Keys.RATE_LIMIT, Keys.SCALE_MAX)) {
                because.add(Evidence.of(component, key));
            }
        } else if (component.kind() == Kind.EXTERNAL) {
            because.add(Evidence.of(component, Keys.RATE_LIMIT));
        } else {
            calls.stream().limit(3).forEach(link -> because.add(Evidence.of(link, Keys.BULKHEAD)));
        }
        because.add(retries.why());
        String claim = during.worst() == State.DEGRADED
                ? "load above what " + component.id() + " carries is refused"
                : during.best() == State.DOWN
                        ? "nothing refuses load above what " + component.id() + " carries; all its answers come too late"
                        : "it is not certain that load above what " + component.id() + " carries is refused";
        return Evidence.derived(claim, because);
    }
}
