package quorate.formula;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Capacity that is there before a fault domain is lost, spread evenly over all of them.
 *
 * @param domains fault domains, at least 2
 * @see <a href="https://aws.amazon.com/builders-library/static-stability-using-availability-zones/">Weiss and Furr 2019</a>
 */
public record SpareCapacity(int domains) {

    /** Capacity in total that still carries the peak without one domain: peak * z / (z - 1). */
    public double total(double peak) {
        return peak * domains / (domains - 1);
    }

    /** The part of it in each domain: peak / (z - 1). */
    public double each(double peak) {
        return peak / (domains - 1);
    }

    /** Utilisation after the loss of one domain, from that before it. */
    public double after(double before) {
        return before * domains / (domains - 1);
    }

    static Map<String, Double> compute(Inputs in) {
        SpareCapacity spare = new SpareCapacity(in.count("domains"));
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("total", spare.total(in.number("peak")));
        out.put("each", spare.each(in.number("peak")));
        if (in.has("before")) {
            out.put("after", spare.after(in.number("before")));
        }
        return out;
    }
}
