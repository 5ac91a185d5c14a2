package quorate.formula;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What reaches the store behind a cache when the cache is lost.
 *
 * @param hits share of requests that the cache answers, from 0 to below 1
 */
public record CacheLoss(double hits) {

    /** Load on the store after the loss, as a multiple of that before: 1 / (1 - hits). */
    public double factor() {
        return 1 / (1 - hits);
    }

    static Map<String, Double> compute(Inputs in) {
        CacheLoss loss = new CacheLoss(in.number("hits") / 100);
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("factor", loss.factor());
        if (in.has("requests")) {
            out.put("before", in.number("requests") * (1 - loss.hits()));
        }
        return out;
    }
}
