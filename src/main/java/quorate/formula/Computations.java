package quorate.formula;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every computation under the id that {@code catalog/formulas.yaml} describes it by; units are those of that file. */
public final class Computations {

    private static final double SECONDS_IN_YEAR = 365 * 86_400.0;

    private static final Map<String, Computation> BY_ID = new TreeMap<>(Map.ofEntries(
            Map.entry("availability", Computations::availability),
            Map.entry("backlog", Backlog::compute),
            Map.entry("cache-loss", CacheLoss::compute),
            Map.entry("election-timing", Computations::electionTiming),
            Map.entry("error-budget", ErrorBudget::compute),
            Map.entry("fan-out", Computations::fanOut),
            Map.entry("in-flight", InFlight::compute),
            Map.entry("lease", Lease::compute),
            Map.entry("link-wait", Computations::linkWait),
            Map.entry("majority", Computations::majority),
            Map.entry("missed-heartbeats", MissedHeartbeats::compute),
            Map.entry("phi-accrual", Computations::phiAccrual),
            Map.entry("read-write-quorum", Computations::readWriteQuorum),
            Map.entry("recovery", Recovery::compute),
            Map.entry("replication-lag", Computations::replicationLag),
            Map.entry("retry-amplification", Computations::retryAmplification),
            Map.entry("shuffle-shards", ShuffleShards::compute),
            Map.entry("spare-capacity", SpareCapacity::compute),
            Map.entry("swim", Computations::swim)));

    private Computations() {}

    public static Optional<Computation> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** All ids, sorted. */
    public static Set<String> ids() {
        return Collections.unmodifiableSet(BY_ID.keySet());
    }

    private static Map<String, Double> majority(Inputs in) {
        Majority group = new Majority(in.count("voters"));
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("quorum", (double) group.quorum());
        out.put("tolerated", (double) group.tolerated());
        List<Integer> zones = in.counts("zones");
        if (!zones.isEmpty()) {
            out.put("survivable", (double) group.survivable(zones));
        }
        return out;
    }

    private static Map<String, Double> readWriteQuorum(Inputs in) {
        ReadWriteQuorum quorum = new ReadWriteQuorum(in.count("n"), in.count("r"), in.count("w"));
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("read-meets-write", (double) quorum.readMeetsWrite());
        out.put("write-meets-write", (double) quorum.writeMeetsWrite());
        out.put("reads-tolerate", (double) quorum.readsTolerate());
        out.put("writes-tolerate", (double) quorum.writesTolerate());
        List<Integer> zones = in.counts("zones");
        if (!zones.isEmpty()) {
            out.put("zones-reads-survive", (double) zones.stream().filter(held -> held <= quorum.readsTolerate()).count());
            out.put("zones-writes-survive", (double) zones.stream().filter(held -> held <= quorum.writesTolerate()).count());
        }
        return out;
    }

    private static Map<String, Double> electionTiming(Inputs in) {
        ElectionTiming timing = new ElectionTiming(
                in.number("broadcast"), in.number("shortest"), in.number("longest"), in.number("mtbf"));
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("timeout-over-broadcast", timing.timeoutOverBroadcast());
        out.put("mtbf-over-timeout", timing.failureIntervalOverTimeout());
        out.put("leaderless", timing.leaderlessMillis());
        return out;
    }

    private static Map<String, Double> phiAccrual(Inputs in) {
        PhiAccrual phi = new PhiAccrual(in.number("phi"), in.number("mean"), in.number("deviation"), in.number("pause"));
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("normal", phi.detectionNormalSeconds());
        out.put("exponential", phi.detectionExponentialSeconds());
        out.put("mistake", phi.mistake());
        out.put("between-mistakes", phi.secondsBetweenMistakes());
        return out;
    }

    private static Map<String, Double> swim(Inputs in) {
        Swim swim = new Swim(in.count("members"), in.number("period"));
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("first-detection", swim.firstDetectionSeconds());
        out.put("first-detection-limit", swim.firstDetectionLimitSeconds());
        out.put("declared", swim.firstDetectionSeconds() + in.number("suspicion"));
        out.put("dissemination", swim.disseminationSeconds(in.number("lambda")));
        out.put("unheard", swim.unheard(in.number("lambda")));
        return out;
    }

    private static Map<String, Double> retryAmplification(Inputs in) {
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("calls", (double) RetryAmplification.calls(in.numbers("attempts")));
        if (in.has("budget")) {
            out.put("with-budget", RetryAmplification.callsWithBudget(in.numbers("attempts"), in.number("budget") / 100));
        }
        return out;
    }

    private static Map<String, Double> linkWait(Inputs in) {
        int attempts = in.count("attempts");
        long pauses = LinkWait.pauses(
                attempts, nanos(in, "base"), in.count("factor"), in.has("most") ? nanos(in, "most") : Span.ENDLESS);
        LinkWait wait = new LinkWait(attempts, nanos(in, "per-try"), pauses, in.has("total") ? nanos(in, "total") : Span.ENDLESS);
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("pauses", pauses / 1e6);
        out.put("wait", wait.longest() / 1e6);
        if (in.has("left")) {
            out.put("margin", in.number("left") - wait.longest() / 1e6);
        }
        return out;
    }

    private static Map<String, Double> availability(Inputs in) {
        List<Double> down = in.numbers("parts").stream().map(percent -> (100 - percent) / 100).toList();
        Map<String, Double> out = new LinkedHashMap<>();
        down(out, "series", Availability.downInSeries(down));
        down(out, "parallel", Availability.downInParallel(down));
        if (in.has("needed")) {
            down(out, "needed", Availability.downUnless(in.count("needed"), down));
        }
        return out;
    }

    private static void down(Map<String, Double> out, String name, double share) {
        out.put(name, 100 * (1 - share));
        out.put(name + "-down", share * SECONDS_IN_YEAR);
    }

    private static Map<String, Double> fanOut(Inputs in) {
        FanOut fan = new FanOut(in.count("calls"));
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("slow", 100 * fan.slow(in.number("slow-call") / 100));
        out.put("allowed", 100 * fan.allowed(in.number("target") / 100));
        return out;
    }

    private static Map<String, Double> replicationLag(Inputs in) {
        ReplicationLag lag = new ReplicationLag(in.number("lag"), in.number("writes"));
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("at-risk", lag.writesAtRisk());
        out.put("margin", lag.marginSeconds(in.number("rpo")));
        if (in.has("applied")) {
            double seconds = lag.catchUpSeconds(in.number("applied"));
            if (Double.isFinite(seconds)) {
                out.put("catch-up", seconds);
            }
        }
        return out;
    }

    private static long nanos(Inputs in, String millis) {
        return Math.round(in.number(millis) * 1e6);
    }
}
