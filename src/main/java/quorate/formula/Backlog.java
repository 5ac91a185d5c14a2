package quorate.formula;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Work that waits, with what comes in and what is done about it.
 *
 * @param waiting items, from 0
 * @param arriving items that come in, 1/s, from 0
 * @param served items that are done, 1/s, above 0
 * @see <a href="https://aws.amazon.com/builders-library/avoiding-insurmountable-queue-backlogs/">Yanacek 2019</a>
 */
public record Backlog(double waiting, double arriving, double served) {

    /** Seconds until an item that comes in now is done, first come first served: waiting / served. */
    public double waitSeconds() {
        return waiting / served;
    }

    /** Seconds until nothing waits: waiting / (served - arriving). Infinite when no more is done than comes in. */
    public double drainSeconds() {
        if (waiting == 0) {
            return 0;
        }
        return served > arriving ? waiting / (served - arriving) : Double.POSITIVE_INFINITY;
    }

    static Map<String, Double> compute(Inputs in) {
        Backlog backlog = new Backlog(in.number("waiting"), in.number("arriving"), in.number("served"));
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("wait", backlog.waitSeconds());
        if (Double.isFinite(backlog.drainSeconds())) {
            out.put("drain", backlog.drainSeconds());
        }
        return out;
    }
}
