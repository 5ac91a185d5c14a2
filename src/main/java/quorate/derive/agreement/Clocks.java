package quorate.derive.agreement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import quorate.derive.agreement.Figure.Tone;
import quorate.derive.agreement.Reckoning.Section;
import quorate.model.Architecture;
import quorate.model.Entity;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Keys;
import quorate.model.Kind;
import quorate.model.ValueType;
import quorate.model.Vocabulary;
import quorate.model.Words;
import quorate.model.Words.ConflictPolicy;
import quorate.model.Words.VersionScheme;

/** What orders by clocks, how far they may differ, and what that can do. */
final class Clocks {

    private final Architecture architecture;

    Clocks(Architecture architecture) {
        this.architecture = architecture;
    }

    List<Reckoning> all() {
        return Stream.of(Kind.SERVICE, Kind.STORE, Kind.CHANNEL, Kind.COORDINATION)
                .flatMap(kind -> architecture.all(kind).stream())
                .filter(one -> one.get(Keys.CLOCK).isKnown() || one.get(Keys.VERSIONS).isKnown()
                        || one.get(Keys.CONFLICTS).is(ConflictPolicy.LAST_WRITE_WINS) || one.get(Keys.LEASE).isKnown())
                .map(Clocks::clock)
                .toList();
    }

    private static Reckoning clock(Entity one) {
        Key<VersionScheme> by = one.get(Keys.CLOCK).isUnknown() && one.get(Keys.VERSIONS).isKnown() ? Keys.VERSIONS : Keys.CLOCK;
        Fact<VersionScheme> scheme = one.get(by);
        boolean wall = scheme.is(VersionScheme.WALL_CLOCK);
        boolean hybrid = scheme.is(VersionScheme.HYBRID_LOGICAL_CLOCK);
        boolean can = Vocabulary.keys(one.kind()).contains(Keys.CLOCK_SKEW);
        Fact<Duration> skew = one.get(Keys.CLOCK_SKEW);
        String e = skew.value().map(ValueType.Span::text).orElse("e");
        boolean guarded = one.get(Keys.CLOCK_GUARD).isKnown();
        boolean unguarded = one.get(Keys.CLOCK_GUARD).statedNone();
        Figures figures = new Figures();
        figures.add("Orders by", scheme.value().map(s -> Words.written(s).replace('-', ' ')).orElse("not stated"),
                scheme.isKnown() ? Tone.PLAIN : Tone.OPEN, "what versions, events or the lease are compared by", one, by);
        List<Key<?>> bound = new ArrayList<>();
        if (can) {
            bound.add(Keys.CLOCK_SKEW);
        }
        if (Vocabulary.keys(one.kind()).contains(Keys.CLOCK_GUARD)) {
            bound.add(Keys.CLOCK_GUARD);
        }
        boolean logical = scheme.isKnown() && !wall && !hybrid;
        figures.add("Clocks differ by at most", logical ? "does not matter" : e + (skew.isKnown() ? "" : ", not stated"),
                logical ? Tone.GOOD : skew.isKnown() ? Tone.PLAIN : Tone.OPEN, "e = " + e, one, bound.toArray(Key<?>[]::new));
        String effect = effect(one, e, wall, hybrid, logical);
        Tone tone = logical || hybrid || guarded ? Tone.GOOD : wall && unguarded ? Tone.BAD : Tone.OPEN;
        figures.add("What that can do", effect, tone, guarded ? "a guard bounds the error of the clock" : "nothing is known to bound the error of the clock", one,
                Stream.concat(bound.stream(), Stream.of(by, conflicts(one))).distinct().toArray(Key<?>[]::new));
        return new Reckoning(Section.CLOCKS, one, one.kind().word(), figures.all(), "", Map.of());
    }

    private static Key<?> conflicts(Entity one) {
        return one.kind() == Kind.STORE || one.kind() == Kind.CHANNEL ? Keys.CONFLICTS : Keys.CLOCK;
    }

    private static String effect(Entity one, String e, boolean wall, boolean hybrid, boolean logical) {
        if (logical) {
            return "nothing: no clock decides";
        }
        if (one.kind() == Kind.COORDINATION) {
            return "two holders for up to " + e + ", beside any pause";
        }
        if (hybrid) {
            return "causes come before effects; stamps run ahead of real time by at most " + e;
        }
        boolean lww = one.get(Keys.CONFLICTS).is(ConflictPolicy.LAST_WRITE_WINS);
        if (lww) {
            return "of two writes less than " + e + " apart the newer may be dropped";
        }
        return (wall ? "events" : "if it is a wall clock, events") + " less than " + e + " apart may be put in the wrong order";
    }
}
