package quorate.model;

import java.util.List;
import java.util.Optional;

/**
 * Why something is said: a claim, where it was read, and what it follows from. The tree is built where the value is
 * computed, never afterwards.
 *
 * @param claim one short statement: {@code replicas = 3}, {@code majority = floor(3/2)+1 = 2}
 * @param origin where a stated fact was read; nothing for a derived claim
 * @param because what a derived claim follows from
 */
public record Evidence(String claim, Optional<Origin> origin, List<Evidence> because) {

    public Evidence {
        because = List.copyOf(because);
    }

    /** A claim that follows from others. */
    public static Evidence derived(String claim, List<Evidence> because) {
        return new Evidence(claim, Optional.empty(), because);
    }

    /** A claim that follows from others. */
    public static Evidence derived(String claim, Evidence... because) {
        return derived(claim, List.of(because));
    }

    /** Something seen at a place. */
    public static Evidence seen(String claim, Origin origin) {
        return new Evidence(claim, Optional.of(origin), List.of());
    }

    /** A subject's fact as it is known, with the place where it is stated or could be. */
    public static <T> Evidence of(Subject subject, Key<T> key) {
        return of(subject, key, subject.get(key));
    }

    /** A fact as it is known. */
    public static <T> Evidence of(Subject subject, Key<T> key, Fact<T> fact) {
        String value = fact.value()
                .map(v -> " = " + key.type().show(v))
                .orElse(fact.statedNone() ? " = none" : " is not stated");
        return seen(subject.title() + ": " + key.id() + value, fact.origin());
    }
}
