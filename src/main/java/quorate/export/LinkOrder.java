package quorate.export;

import java.util.Comparator;
import java.util.List;
import quorate.model.Architecture;
import quorate.model.Link;

/** Links in the order in which they are written. */
final class LinkOrder {

    private LinkOrder() {}

    /** By ends; of several between the same two the unnamed one first, since a reader takes a later one for the first. */
    static List<Link> of(Architecture architecture) {
        return architecture.links().stream()
                .sorted(Comparator.comparing(Link::from)
                        .thenComparing(Link::to)
                        .thenComparing(LinkOrder::isNamed)
                        .thenComparing(Link::id))
                .toList();
    }

    /** Whether its id says more than its ends. */
    static boolean isNamed(Link link) {
        return !link.id().equals(Link.idOf(link.from(), link.to()));
    }
}
