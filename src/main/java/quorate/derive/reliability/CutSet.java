package quorate.derive.reliability;

import java.util.List;
import java.util.stream.Collectors;

/** A smallest set of basic events that together take a journey down: without any one of them it would stand. */
public record CutSet(List<BasicEvent> events) {

    public CutSet {
        events = List.copyOf(events);
    }

    /** How many events; a set of order 1 is a single point of failure. */
    public int order() {
        return events.size();
    }

    /** The ids of its events. */
    public List<String> ids() {
        return events.stream().map(BasicEvent::id).toList();
    }

    /** Whether a link's loss is one of them. */
    public boolean hasLink() {
        return events.stream().anyMatch(BasicEvent::isLink);
    }

    public String title() {
        return events.stream().map(BasicEvent::title).collect(Collectors.joining(" and "));
    }
}
