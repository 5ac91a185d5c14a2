package quorate.model;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import quorate.source.Location;

/**
 * What is known of one property of one subject. There are three answers, and the third is never read as the second:
 * a value is stated; its absence is stated ({@code none}); nothing is stated.
 *
 * @param value present exactly when a value is stated
 */
public record Fact<T>(Optional<T> value, boolean statedNone, Origin origin) {

    public Fact {
        if (value.isPresent() && statedNone) {
            throw new IllegalArgumentException("a fact cannot have a value and be none");
        }
    }

    public static <T> Fact<T> of(T value, Origin origin) {
        return new Fact<>(Optional.of(value), false, origin);
    }

    /** The owner states that there is none. */
    public static <T> Fact<T> none(Origin origin) {
        return new Fact<>(Optional.empty(), true, origin);
    }

    /** Nothing is stated. */
    public static <T> Fact<T> unknown(Location couldBeStatedAt) {
        return new Fact<>(Optional.empty(), false, Origin.unknown(couldBeStatedAt));
    }

    public boolean isKnown() {
        return value.isPresent();
    }

    public boolean isUnknown() {
        return value.isEmpty() && !statedNone;
    }

    /** Whether it is known and passes the test; false for none and for unknown. */
    public boolean is(Predicate<? super T> test) {
        return value.isPresent() && test.test(value.get());
    }

    public boolean is(T other) {
        return value.isPresent() && value.get().equals(other);
    }

    public T or(T other) {
        return value.orElse(other);
    }

    public <R> Fact<R> map(Function<? super T, ? extends R> function) {
        return new Fact<>(value.map(function), statedNone, origin);
    }
}
