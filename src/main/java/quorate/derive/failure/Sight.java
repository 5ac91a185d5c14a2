package quorate.derive.failure;

import java.util.List;
import quorate.model.Evidence;

/** What one failure does to each component by itself, as the callers within one journey see it. */
interface Sight {

    /** Whether it spreads from the component to its callers. */
    boolean isSource(String component);

    /** What it does to each of those, as reasons. */
    List<Evidence> whys();

    /** Whether it can reach the journey at all. */
    boolean touches(Course course);

    /** Whether anything recovers by itself while the failure lasts. */
    boolean heals();

    /** Whether some callers may be refused what is down, so that what comes through it from others stays hidden from them. */
    boolean hides();

    Condition entry(JourneyGraph journey);

    /** The condition of the far end, for what this use wants of it. */
    Condition condition(Course.Step step);

    /** Whether the two ends of the use cannot reach each other. */
    boolean cuts(Course.Step step);

    /** Whether the failure delays what nobody waits for, instead of failing it. */
    boolean delays();
}
