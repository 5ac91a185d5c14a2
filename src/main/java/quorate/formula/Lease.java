package quorate.formula;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A right for a limited time, between two whose clocks run at rates that differ from real time by no more than a bound.
 *
 * @param length of the lease, in seconds, above 0
 * @param drift bound on the rate error of each clock, from 0 to below 1
 * @see <a href="https://doi.org/10.1145/74850.74870">Gray and Cheriton 1989</a>
 */
public record Lease(double length, double drift) {

    /** On its own clock the holder stops so long after it sent the request: length * (1 - drift). */
    public double stopsSeconds() {
        return length * (1 - drift);
    }

    /** On its own clock the granter waits so long after it granted before it grants anew: length * (1 + drift). */
    public double grantsAnewSeconds() {
        return length * (1 + drift);
    }

    static Map<String, Double> compute(Inputs in) {
        Lease lease = new Lease(in.number("length"), in.number("drift") / 100);
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("stops", lease.stopsSeconds());
        out.put("granted-anew", lease.grantsAnewSeconds());
        out.put("takeover", lease.grantsAnewSeconds() + in.number("retry"));
        return out;
    }
}
