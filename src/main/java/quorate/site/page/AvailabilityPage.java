package quorate.site.page;

import java.util.List;

/**
 * How often each journey is up, and what takes it down for good.
 *
 * @param assumptions what the figures assume, and where the work on them ends
 */
public record AvailabilityPage(
        Frame frame, String line, Table overview, List<Journey> journeys, Table inputs, List<String> assumptions)
        implements Page {
    public AvailabilityPage {
        journeys = List.copyOf(journeys);
        assumptions = List.copyOf(assumptions);
    }

    @Override
    public String template() {
        return "availability";
    }

    /**
     * One journey.
     *
     * @param figures objective, availability and its parts
     * @param bound the availability in symbols, where a figure is not known; else empty
     * @param advice which single change buys most
     * @param singles single points of failure
     * @param orders the other cut sets by order
     * @param open what is not stated; empty when all is
     */
    public record Journey(
            String anchor,
            String title,
            Mark verdict,
            List<NamedText> figures,
            String bound,
            String advice,
            Table changes,
            Table singles,
            List<Order> orders,
            Table importance,
            String importanceNote,
            Table transients,
            List<String> missing,
            List<String> deciding,
            List<String> remarks,
            PageLink faultTree) {
        public Journey {
            figures = List.copyOf(figures);
            orders = List.copyOf(orders);
            missing = List.copyOf(missing);
            deciding = List.copyOf(deciding);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Cut sets of one order.
     *
     * @param more how many are not shown
     */
    public record Order(String title, List<Cut> cuts, int more) {
        public Order {
            cuts = List.copyOf(cuts);
        }
    }

    /** One cut set; {@code possible} when it hangs on facts that are not stated. */
    public record Cut(List<PageLink> events, boolean possible) {
        public Cut {
            events = List.copyOf(events);
        }
    }
}
