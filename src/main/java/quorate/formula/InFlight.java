package quorate.formula;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is under way at one time, by Little's law: the number in a stable system is the rate at which they come times the time
 * that each stays.
 *
 * @param rate arrivals, 1/s, from 0
 * @see <a href="https://doi.org/10.1287/opre.9.3.383">Little 1961</a>
 */
public record InFlight(double rate) {

    /** The number under way when each stays so long, in seconds. */
    public double during(double seconds) {
        return rate * seconds;
    }

    /** Workers for that number when each is to be busy for no more than this share of the time, above 0 to 1. */
    public double workers(double seconds, double utilisation) {
        return during(seconds) / utilisation;
    }

    static Map<String, Double> compute(Inputs in) {
        InFlight calls = new InFlight(in.number("rate"));
        double seconds = in.number("time") / 1_000;
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("in-flight", calls.during(seconds));
        out.put("workers", calls.workers(seconds, in.number("utilisation") / 100));
        if (in.has("timeout")) {
            out.put("held", calls.during(in.number("timeout") / 1_000));
        }
        return out;
    }
}
