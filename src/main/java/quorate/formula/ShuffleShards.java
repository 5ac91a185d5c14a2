package quorate.formula;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Each customer gets so many of the workers, chosen at random.
 *
 * @param workers n, at least 1
 * @param each k, from 1 to n
 * @see <a href="https://aws.amazon.com/builders-library/workload-isolation-using-shuffle-sharding/">MacCarthaigh 2019</a>
 */
public record ShuffleShards(int workers, int each) {

    /** Different choices: n! / (k! (n - k)!). */
    public double choices() {
        return choose(workers, each);
    }

    /** Share of other customers with exactly the same workers: 1 / C(n, k). */
    public double same() {
        return 1 / choices();
    }

    /** Share of other customers that have no worker in common: C(n - k, k) / C(n, k). */
    public double apart() {
        return choose(workers - each, each) / choices();
    }

    /** Share of customers that one shard reaches when the workers are cut into fixed shards of that size: k / n. */
    public double fixed() {
        return (double) each / workers;
    }

    private static double choose(int n, int k) {
        double ways = n < k ? 0 : 1;
        for (int i = 1; i <= Math.min(k, n); i++) {
            ways = ways * (n - k + i) / i;
        }
        return ways;
    }

    static Map<String, Double> compute(Inputs in) {
        ShuffleShards shards = new ShuffleShards(in.count("workers"), in.count("each"));
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("choices", shards.choices());
        out.put("same", 100 * shards.same());
        out.put("apart", 100 * shards.apart());
        out.put("fixed", 100 * shards.fixed());
        return out;
    }
}
