package quorate.derive.reliability;

import java.util.List;
import quorate.model.Subject;

/**
 * One change and what it would do to a journey, found by evaluating the changed model.
 *
 * @param words the change: {@code a second instance of Cart store in zone a}
 * @param instead the changed components and links
 * @param before of the journey as it is
 * @param after of the journey with the change
 */
public record Change(String words, List<Subject> instead, Measure before, Measure after) {

    public Change {
        instead = List.copyOf(instead);
    }

    /**
     * How well a journey stands, worst facts first.
     *
     * @param possible single points of failure with unknown facts at their worst, links not counted
     * @param certain the same with unknown facts at their best
     * @param links severed links that are enough by themselves, with unknown facts at their worst
     * @param pairs cut sets of order 2, with unknown facts at their worst
     * @param unavailability steady, bounds
     */
    public record Measure(int possible, int certain, int links, int pairs, Bounds unavailability)
            implements Comparable<Measure> {

        /**
         * With a bounded unavailability, whether that bound is at least one percent lower; else whether there are fewer cut sets
         * of order 1 or 2.
         */
        boolean isNoticeablyBetterThan(Measure other) {
            double before = other.unavailability.high();
            return before < 1 ? unavailability.high() <= 0.99 * before : compareTo(other) < 0;
        }

        /** The better one is the smaller one: by what is known of the unavailability, then by single points, then by pairs. */
        @Override
        public int compareTo(Measure other) {
            int[] orders = {
                Double.compare(unavailability.high(), other.unavailability.high()),
                Integer.compare(possible, other.possible),
                Integer.compare(certain, other.certain),
                Integer.compare(links, other.links),
                Double.compare(unavailability.low(), other.unavailability.low()),
                Integer.compare(pairs, other.pairs)
            };
            for (int order : orders) {
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }
}
