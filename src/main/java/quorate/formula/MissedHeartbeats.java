package quorate.formula;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A failure that is noticed after a fixed number of signals in a row stayed out.
 *
 * @param interval time between two signals, in seconds, above 0
 * @param missed signals that must stay out, at least 1
 * @param delay what a signal may take on its way, or a probe until it is given up, in seconds, from 0
 * @see <a href="https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/">Kubernetes: probes</a>
 */
public record MissedHeartbeats(double interval, int missed, double delay) {

    /** Longest time from the failure until it is noticed: interval * missed + delay. */
    public double longestSeconds() {
        return interval * missed + delay;
    }

    /** Shortest: the failure comes just before a signal was due, so that one interval less is waited. */
    public double shortestSeconds() {
        return interval * (missed - 1) + delay;
    }

    /** Expected, where the member fails at any moment of an interval with equal chance: interval * (missed - 1/2) + delay. */
    public double expectedSeconds() {
        return interval * (missed - 0.5) + delay;
    }

    /** Messages in a second when each of the members sends to each other one: n (n - 1) / interval. */
    public double messages(int members) {
        return (double) members * (members - 1) / interval;
    }

    static Map<String, Double> compute(Inputs in) {
        MissedHeartbeats beats = new MissedHeartbeats(in.number("interval"), in.count("missed"), in.number("delay"));
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("longest", beats.longestSeconds());
        out.put("shortest", beats.shortestSeconds());
        if (in.has("members")) {
            out.put("messages", beats.messages(in.count("members")));
        }
        return out;
    }
}
