package quorate.derive.agreement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quorate.derive.agreement.Figure.Tone;
import quorate.derive.agreement.Reckoning.Section;
import quorate.formula.MissedHeartbeats;
import quorate.formula.PhiAccrual;
import quorate.formula.Swim;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.ValueType;
import quorate.model.Vocabulary;
import quorate.model.Words;
import quorate.model.Words.Signal;

/** Failure detectors: how long a failure stays unnoticed, by the formula of the kind of detector. */
final class Detectors {

    private static final List<Key<?>> SETTINGS = List.of(
            Keys.DETECTOR_SIGNAL, Keys.DETECTOR_INTERVAL, Keys.DETECTOR_MISSES, Keys.DETECTOR_TIMEOUT, Keys.DETECTOR_PHI);

    private final Architecture architecture;

    Detectors(Architecture architecture) {
        this.architecture = architecture;
    }

    List<Reckoning> all() {
        return Stream.of(Kind.STORE, Kind.SERVICE, Kind.CHANNEL)
                .flatMap(kind -> architecture.all(kind).stream())
                .filter(one -> SETTINGS.stream().anyMatch(key -> one.get(key).isKnown()))
                .map(Detectors::detector)
                .toList();
    }

    private static Reckoning detector(Entity one) {
        Fact<Signal> signal = one.get(Keys.DETECTOR_SIGNAL);
        Figures figures = new Figures();
        Map<String, String> prefill = new LinkedHashMap<>();
        String formula = "";
        String kind = signal.value().map(s -> Words.written(s).replace('-', ' ')).orElse("not stated");
        figures.add("Looks at", kind, signal.isKnown() ? Tone.PLAIN : Tone.OPEN, "the formula depends on what it looks at", one, Keys.DETECTOR_SIGNAL);
        if (signal.is(Signal.PHI_ACCRUAL)) {
            phi(figures, one, prefill);
            formula = "phi-accrual";
        } else if (signal.is(Signal.INDIRECT_PROBE)) {
            swim(figures, one, prefill);
            formula = "swim";
        } else {
            silence(figures, one);
        }
        stated(figures, one);
        return new Reckoning(Section.DETECTORS, one, "", figures.all(), formula, prefill);
    }

    private static void phi(Figures figures, Entity one, Map<String, String> prefill) {
        Optional<Double> mean = seconds(one, Keys.DETECTOR_INTERVAL);
        Optional<Double> deviation = seconds(one, Keys.DETECTOR_DEVIATION);
        Optional<Double> pause = one.get(Keys.DETECTOR_PAUSE).statedNone() ? Optional.of(0.0) : seconds(one, Keys.DETECTOR_PAUSE);
        Optional<Integer> threshold = one.get(Keys.DETECTOR_PHI).value();
        String m = text(mean, "mean");
        String s = text(deviation, "deviation");
        String p = text(pause, "pause");
        String f = threshold.map(String::valueOf).orElse("phi");
        boolean known = mean.isPresent() && pause.isPresent() && threshold.isPresent();
        PhiAccrual phi = new PhiAccrual(threshold.orElse(1), mean.orElse(1.0), deviation.orElse(0.0), pause.orElse(0.0));
        String normal = m + " + " + p + " + " + s + " × z(1 - 10^-" + f + ")";
        String exponential = f + " × ln 10 × " + m + " + " + p;
        boolean all = known && deviation.isPresent();
        Key<?>[] inputs = {Keys.DETECTOR_INTERVAL, Keys.DETECTOR_PAUSE, Keys.DETECTOR_PHI};
        figures.add("Expected detection", known ? number(phi.detectionExponentialSeconds()) + "s for exponential intervals" : exponential,
                known ? Tone.PLAIN : Tone.OPEN, "exponential intervals: " + exponential, one, inputs);
        figures.add("Longest detection", all ? number(phi.detectionNormalSeconds()) + "s for normal intervals" : normal, all ? Tone.PLAIN : Tone.OPEN,
                "normal intervals: " + normal, one, Keys.DETECTOR_INTERVAL, Keys.DETECTOR_PAUSE, Keys.DETECTOR_PHI, Keys.DETECTOR_DEVIATION);
        mean.ifPresent(value -> prefill.put("mean", plain(value)));
        deviation.ifPresent(value -> prefill.put("deviation", plain(value)));
        pause.ifPresent(value -> prefill.put("pause", plain(value)));
        threshold.ifPresent(value -> prefill.put("phi", "" + value));
    }

    private static void swim(Figures figures, Entity one, Map<String, String> prefill) {
        Optional<Double> period = seconds(one, Keys.DETECTOR_INTERVAL);
        Optional<Double> suspicion = one.get(Keys.DETECTOR_TIMEOUT).statedNone() ? Optional.of(0.0) : seconds(one, Keys.DETECTOR_TIMEOUT);
        Optional<Integer> members = one.get(Keys.REPLICAS).value().filter(n -> n >= 2);
        String t = text(period, "T");
        String n = members.map(String::valueOf).orElse("n");
        boolean known = period.isPresent() && members.isPresent();
        Swim swim = new Swim(members.orElse(2), period.orElse(1.0));
        String first = t + " / (1 - (1 - 1/(" + n + "-1))^(" + n + "-1))";
        figures.add("Expected detection", known ? number(swim.firstDetectionSeconds()) + "s to the first detection" : first,
                known ? Tone.PLAIN : Tone.OPEN, "first detection = " + first, one, Keys.DETECTOR_INTERVAL, Keys.REPLICAS);
        boolean declared = known && suspicion.isPresent();
        figures.add("Longest detection",
                declared ? number(swim.firstDetectionSeconds() + suspicion.get()) + "s until declared dead, expected" : first + " + " + text(suspicion, "suspicion"),
                declared ? Tone.PLAIN : Tone.OPEN, "declared dead = first detection + suspicion timeout", one, Keys.DETECTOR_INTERVAL, Keys.REPLICAS,
                Keys.DETECTOR_TIMEOUT);
        period.ifPresent(value -> prefill.put("period", plain(value)));
        suspicion.ifPresent(value -> prefill.put("suspicion", plain(value)));
        members.ifPresent(value -> prefill.put("members", "" + value));
    }

    /** Heartbeats that do not come, or a session that is not renewed. */
    private static void silence(Figures figures, Entity one) {
        Optional<Double> interval = seconds(one, Keys.DETECTOR_INTERVAL).filter(s -> s > 0);
        Optional<Integer> misses = one.get(Keys.DETECTOR_MISSES).value().filter(m -> m > 0);
        Optional<Double> timeout = seconds(one, Keys.DETECTOR_TIMEOUT);
        if (timeout.isPresent() && misses.isEmpty()) {
            figures.add("Expected detection", text(timeout, ""), Tone.PLAIN, "it suspects after the timeout", one, Keys.DETECTOR_TIMEOUT);
            figures.add("Longest detection", text(timeout, ""), Tone.PLAIN, "it suspects after the timeout", one, Keys.DETECTOR_TIMEOUT);
            return;
        }
        String t = text(interval, "interval");
        String m = misses.map(String::valueOf).orElse("misses");
        boolean known = interval.isPresent() && misses.isPresent();
        MissedHeartbeats beat = new MissedHeartbeats(interval.orElse(1.0), misses.orElse(1), 0);
        figures.add("Expected detection", known ? number(beat.expectedSeconds()) + "s from the failure" : "(" + m + " - 1/2) × " + t,
                known ? Tone.PLAIN : Tone.OPEN, "(misses - 1/2) × interval = (" + m + " - 1/2) × " + t + ", the failure falling anywhere in an interval", one,
                Keys.DETECTOR_INTERVAL, Keys.DETECTOR_MISSES);
        figures.add("Longest detection", known ? number(beat.longestSeconds()) + "s" : m + " × " + t, known ? Tone.PLAIN : Tone.OPEN,
                "misses × interval = " + m + " × " + t, one, Keys.DETECTOR_INTERVAL, Keys.DETECTOR_MISSES);
    }

    /** What a failover is reckoned with beside what the detector's settings give. */
    private static void stated(Figures figures, Entity one) {
        boolean asked = Vocabulary.keys(one.kind()).contains(Keys.FAILOVER_DETECT);
        Fact<Duration> stated = one.get(Keys.FAILOVER_DETECT);
        String value = !asked ? "does not apply" : stated.value().map(ValueType.Span::text).orElse("not stated");
        figures.add("Reckoned with in a failover", value, Tone.PLAIN, "the stated bound on detection", one, Keys.FAILOVER_DETECT);
    }

    private static Optional<Double> seconds(Entity one, Key<Duration> key) {
        return one.get(key).value().map(span -> span.toNanos() / 1e9);
    }

    private static String text(Optional<Double> seconds, String symbol) {
        return seconds.map(value -> plain(value) + "s").orElse(symbol);
    }

    private static String plain(double value) {
        return new BigDecimal(value).round(new MathContext(9)).stripTrailingZeros().toPlainString();
    }

    private static String number(double value) {
        return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
    }
}
