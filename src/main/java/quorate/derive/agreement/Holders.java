package quorate.derive.agreement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quorate.derive.agreement.Figure.Tone;
import quorate.derive.agreement.Reckoning.Section;
import quorate.formula.RenewedLease;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.ValueType;
import quorate.model.Words;
import quorate.model.Words.CoordinationPurpose;
import quorate.model.Words.FailoverMode;
import quorate.model.Words.Fencing;

/**
 * Leases, locks and leaders: when another may take over, and from when on there may be two. A pause of the holder between its
 * check and its write has no bound, so that only who is written to can refuse the second writer.
 */
final class Holders {

    private static final Set<CoordinationPurpose> EXCLUSIVE = Set.of(CoordinationPurpose.LOCK, CoordinationPurpose.LEADER_ELECTION);

    private final Architecture architecture;

    Holders(Architecture architecture) {
        this.architecture = architecture;
    }

    List<Reckoning> all() {
        List<Reckoning> all = new ArrayList<>();
        architecture.all(Kind.COORDINATION).stream()
                .filter(one -> one.get(Keys.LEASE).isKnown() || one.get(Keys.COORDINATION_PURPOSE).is(EXCLUSIVE::contains))
                .forEach(one -> all.add(lease(one)));
        Stream.of(Kind.STORE, Kind.SERVICE)
                .flatMap(kind -> architecture.all(kind).stream())
                .filter(one -> one.get(Keys.FAILOVER_MODE).is(FailoverMode.AUTOMATIC))
                .forEach(one -> all.add(leader(one)));
        return all;
    }

    private static Reckoning lease(Entity one) {
        Optional<Duration> duration = one.get(Keys.LEASE).value().filter(span -> !span.isZero());
        Optional<Duration> renewal = one.get(Keys.LEASE_RENEWAL).value().filter(span -> !span.isZero());
        Fact<Duration> skew = one.get(Keys.CLOCK_SKEW);
        String l = duration.map(ValueType.Span::text).orElse("L");
        String r = renewal.map(ValueType.Span::text).orElse("r");
        String e = skew.value().map(ValueType.Span::text).orElse("e");
        boolean timed = duration.isPresent() && skew.isKnown();
        Optional<RenewedLease> lease = duration.filter(d -> skew.isKnown()).flatMap(d ->
                renewal.map(every -> new RenewedLease(d.toNanos(), every.toNanos(), skew.value().get().toNanos())));
        Figures figures = new Figures();
        figures.add("Held without renewal", l, duration.isPresent() ? Tone.PLAIN : Tone.OPEN, "L = " + l, one, Keys.LEASE);
        Tone renewals = lease.map(a -> a.mayFail() > 0 ? Tone.GOOD : Tone.BAD).orElse(Tone.OPEN);
        figures.add("Renewals that may fail in a row", lease.map(a -> "" + a.mayFail()).orElse("ceil((" + l + " - " + e + ")/" + r + ") - 2"), renewals,
                "renewals due while it may act = ceil((" + l + " - " + e + ")/" + r + ") - 1"
                        + lease.map(a -> " = " + a.attempts() + "; all but one of them may fail").orElse("; all but one may fail"),
                one, Keys.LEASE, Keys.LEASE_RENEWAL, Keys.CLOCK_SKEW);
        String until = timed ? span(Math.max(0, duration.get().minus(skew.value().get()).toNanos())) : l + " - " + e;
        figures.add("Holder must stop after", until, timed ? Tone.PLAIN : Tone.OPEN, "last renewal + L - clock skew = " + l + " - " + e, one,
                Keys.LEASE, Keys.CLOCK_SKEW);
        fenced(figures, one, one.get(Keys.TOKEN_CHECKED_BY).value(), one.get(Keys.TOKEN_CHECKED_BY).statedNone(), Keys.TOKEN_CHECKED_BY);
        two(figures, one, l + " after the last renewal", one.get(Keys.TOKEN_CHECKED_BY),
                "the next holder begins " + l + " after the last renewal that was heard; the old one, paused between check and write, goes on",
                Keys.LEASE, Keys.TOKEN_CHECKED_BY);
        return new Reckoning(Section.LEASES, one, one.get(Keys.COORDINATION_PURPOSE).value().map(p -> Words.written(p).replace('-', ' ')).orElse(""),
                figures.all(), "", Map.of());
    }

    private static Reckoning leader(Entity one) {
        Fact<Duration> detect = one.get(Keys.FAILOVER_DETECT);
        Fact<Duration> decide = one.get(Keys.FAILOVER_DECIDE);
        String d = detect.value().map(ValueType.Span::text).orElse("d");
        String p = decide.value().map(ValueType.Span::text).orElse("p");
        boolean known = detect.isKnown() && decide.isKnown();
        String after = known ? ValueType.Span.text(detect.value().get().plus(decide.value().get())) : d + " + " + p;
        Fact<Fencing> fencing = one.get(Keys.FENCING);
        boolean weak = fencing.statedNone() || fencing.is(Fencing.NONE) || fencing.is(Fencing.SAME_NETWORK);
        Figures figures = new Figures();
        figures.add("Held without renewal", d, detect.isKnown() ? Tone.PLAIN : Tone.OPEN, "loss of the leader is noticed within " + d, one, Keys.FAILOVER_DETECT);
        figures.add("Renewals that may fail in a row", "see failure detectors", Tone.PLAIN, "the detector decides, not a lease", one, Keys.DETECTOR_SIGNAL);
        figures.add("Holder must stop after", weak ? "nothing stops it" : fencing.isUnknown() ? "not stated" : "it is fenced",
                weak ? Tone.BAD : fencing.isUnknown() ? Tone.OPEN : Tone.GOOD, "what stops the old leader", one, Keys.FENCING);
        Optional<String> by = fencing.value().filter(f -> !weak).map(f -> Words.written(f).replace('-', ' '));
        fenced(figures, one, by, weak, Keys.FENCING);
        Fact<String> guard = weak ? Fact.none(fencing.origin()) : fencing.map(f -> Words.written(f));
        two(figures, one, after + " after the loss at the latest", guard, "the next leader is promoted within " + d + " + " + p
                + " of the loss; an old one that was only cut off or paused still believes that it leads", Keys.FAILOVER_DETECT, Keys.FAILOVER_DECIDE, Keys.FENCING);
        return new Reckoning(Section.LEASES, one, "leader, promoted automatically", figures.all(), "", Map.of());
    }

    private static void fenced(Figures figures, Entity one, Optional<String> by, boolean none, Key<?> key) {
        figures.add("Old holder is refused by", by.orElse(none ? "nobody" : "not stated"), by.isPresent() ? Tone.GOOD : none ? Tone.BAD : Tone.OPEN,
                "who refuses a holder that is late", one, key);
    }

    private static void two(Figures figures, Entity one, String from, Fact<String> guard, String claim, Key<?>... inputs) {
        boolean harmless = guard.isKnown();
        figures.add("Two holders are possible", "from " + from + (harmless ? "; the late one is refused" : ""),
                harmless ? Tone.GOOD : guard.isUnknown() ? Tone.OPEN : Tone.BAD, claim, one, inputs);
    }

    private static String span(long nanos) {
        return ValueType.Span.text(Duration.ofNanos(nanos));
    }
}
