package quorate.derive.failure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import quorate.derive.call.RetryPressure;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Link;
import quorate.model.Words;

/** Who may try again when calls of a component fail: its callers, and theirs. */
final class Retriers {

    private final Architecture architecture;
    private final Set<String> certain;
    private final Set<String> possible;

    Retriers(Architecture architecture) {
        this.architecture = architecture;
        this.certain = below(RetryPressure::certain);
        this.possible = below(RetryPressure::possible);
    }

    /** The components for which someone waits, directly or through others, over such a link. */
    private Set<String> below(Predicate<Link> such) {
        Set<String> below = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        for (Entity component : architecture.components()) {
            if (waiting(component.id()).anyMatch(such) && below.add(component.id())) {
                open.add(component.id());
            }
        }
        while (!open.isEmpty()) {
            for (Link link : architecture.linksFrom(open.poll())) {
                if (waits(link) && below.add(link.to())) {
                    open.add(link.to());
                }
            }
        }
        return below;
    }

    private Stream<Link> waiting(String component) {
        return architecture.linksTo(component).stream().filter(Retriers::waits);
    }

    private static boolean waits(Link link) {
        return !link.get(Keys.MODE).is(Words.LinkMode.ASYNC) && !link.get(Keys.NEED).is(Words.Need.STARTUP);
    }

    /** Of everyone who waits for the component, the nearest who certainly tries again, else the nearest who may. */
    Retries into(String component) {
        if (certain.contains(component)) {
            return Retries.certain(nearest(component, RetryPressure::certain));
        }
        return possible.contains(component)
                ? Retries.possible(nearest(component, RetryPressure::possible))
                : Retries.none();
    }

    private Link nearest(String component, Predicate<Link> such) {
        Deque<String> open = new ArrayDeque<>(List.of(component));
        Set<String> seen = new HashSet<>(open);
        while (true) {
            for (Link link : waiting(open.remove()).toList()) {
                if (such.test(link)) {
                    return link;
                }
                if (seen.add(link.from())) {
                    open.add(link.from());
                }
            }
        }
    }
}
