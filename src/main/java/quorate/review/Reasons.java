package quorate.review;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quorate.model.Evidence;
import quorate.model.Fact;
import quorate.model.Key;
import quorate.model.Kind;
import quorate.model.Missing;
import quorate.model.Subject;

/** Collects, while a rule looks at its facts, what speaks for its answer and what is missing for a firmer one. */
public final class Reasons {

    private final Set<Evidence> because = new LinkedHashSet<>();
    private final Map<Field, Missing> missing = new LinkedHashMap<>();

    /** What is missing, without the other facts of the subject, which take long to compare. */
    private record Field(Kind kind, String id, Key<?> key) {}

    private Reasons() {}

    public static Reasons none() {
        return new Reasons();
    }

    /** Begins with facts of one subject. */
    public static Reasons of(Subject subject, Key<?>... keys) {
        return new Reasons().saw(subject, keys);
    }

    /** Notes facts as they are known; what is not stated is left out here, see {@link #lacks}. */
    public Reasons saw(Subject subject, Key<?>... keys) {
        for (Key<?> key : keys) {
            if (!subject.get(key).isUnknown()) {
                add(Evidence.of(subject, key));
            }
        }
        return this;
    }

    /** Notes facts that are not stated and would decide; those that are stated are noted as seen. */
    public Reasons lacks(Subject subject, Key<?>... keys) {
        for (Key<?> key : keys) {
            Fact<?> fact = subject.get(key);
            add(Evidence.of(subject, key));
            if (fact.isUnknown()) {
                lack(new Missing(subject, key));
            }
        }
        return this;
    }

    /** Notes that a record inside a list lacks something; the whole list is asked for. */
    public Reasons lacksWithin(Subject subject, Key<?> list) {
        add(Evidence.of(subject, list));
        return lack(new Missing(subject, list));
    }

    public Reasons add(Evidence evidence) {
        because.add(evidence);
        return this;
    }

    public Reasons addAll(List<Evidence> evidence) {
        evidence.forEach(this::add);
        return this;
    }

    /** A claim that follows from all that was noted so far, which moves below it. */
    public Reasons conclude(String claim) {
        Evidence derived = Evidence.derived(claim, List.copyOf(because));
        because.clear();
        return add(derived);
    }

    private Reasons lack(Missing fact) {
        missing.putIfAbsent(new Field(fact.subject().kind(), fact.subject().id(), fact.key()), fact);
        return this;
    }

    public boolean isComplete() {
        return missing.isEmpty();
    }

    public Outcome holds() {
        return Outcome.holds(because.toArray(Evidence[]::new));
    }

    public Outcome violated(Severity severity, String message) {
        return Outcome.violated(severity, message, List.copyOf(because));
    }

    public Outcome presumed(Severity severity, String message) {
        return Outcome.presumed(severity, message, List.copyOf(because), List.copyOf(missing.values()));
    }

    /** A question; where everything that could be asked is stated already, there is nothing to ask. */
    public Outcome unknown() {
        return missing.isEmpty() ? Outcome.notApplicable() : Outcome.unknown(List.copyOf(missing.values()), because.toArray(Evidence[]::new));
    }
}
