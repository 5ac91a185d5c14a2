package quorate.formula;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parts of a failover, one after the other, in seconds, each from 0.
 *
 * @param detect until the failure is noticed
 * @param decide until somebody or something has chosen what to do, an election counted
 * @param redirect until clients go where the role is now
 * @param warmUp until that place carries the load
 */
public record Recovery(double detect, double decide, double redirect, double warmUp) {

    public double totalSeconds() {
        return detect + decide + redirect + warmUp;
    }

    static Map<String, Double> compute(Inputs in) {
        Recovery recovery =
                new Recovery(in.number("detect"), in.number("decide"), in.number("redirect"), in.number("warm-up"));
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("total", recovery.totalSeconds());
        if (in.has("objective")) {
            out.put("margin", in.number("objective") - recovery.totalSeconds());
        }
        return out;
    }
}
