package quorate.derive.call;

import java.time.Duration;
import quorate.formula.Span;
import quorate.model.ValueType;

/**
 * An upper bound on a time, itself known only up to an interval where facts are not stated. {@link #ENDLESS} stands for no
 * bound at all; sums and products beyond 292 years count as endless.
 *
 * @param least what it is at least, in nanoseconds, from 0
 * @param most what it is at most, in nanoseconds, not below {@code least}
 */
public record Wait(long least, long most) {

    public static final long ENDLESS = Span.ENDLESS;

    public static final Wait ZERO = exactly(0);
    public static final Wait FOR_EVER = exactly(ENDLESS);
    public static final Wait UNKNOWN = new Wait(0, ENDLESS);

    public Wait {
        if (least < 0 || most < least) {
            throw new IllegalArgumentException("not an interval: " + least + " to " + most);
        }
    }

    public static Wait exactly(long nanos) {
        return new Wait(nanos, nanos);
    }

    public static Wait of(Duration span) {
        return exactly(span.toNanos());
    }

    /** One after the other. */
    public Wait then(Wait next) {
        return new Wait(Span.sum(least, next.least), Span.sum(most, next.most));
    }

    /** At the same time: the longer counts. */
    public Wait beside(Wait other) {
        return new Wait(Math.max(least, other.least), Math.max(most, other.most));
    }

    /** Whichever ends first. */
    public Wait orSooner(Wait other) {
        return new Wait(Math.min(least, other.least), Math.min(most, other.most));
    }

    /** What is left of this after the other has passed; never below zero. */
    public Wait after(Wait spent) {
        return new Wait(difference(least, spent.most), difference(most, spent.least));
    }

    /** How far this certainly or possibly outlasts the other. */
    public Wait beyond(Wait left) {
        return after(left);
    }

    /** Whether nothing ends it, and that is certain. */
    public boolean isEndless() {
        return least == ENDLESS;
    }

    /** Whether something certainly ends it. */
    public boolean isBounded() {
        return most != ENDLESS;
    }

    public boolean isExact() {
        return least == most;
    }

    public boolean isUnknown() {
        return least == 0 && most == ENDLESS;
    }

    /** {@code 1.9s}, {@code 1s to 3s}, {@code at most 3s}, {@code at least 1s}, {@code endless}, {@code unknown}. */
    public String words() {
        if (isUnknown()) {
            return "unknown";
        }
        if (isExact()) {
            return text(most);
        }
        if (most == ENDLESS) {
            return "at least " + text(least);
        }
        return least == 0 ? "at most " + text(most) : ValueType.Span.range(Duration.ofNanos(least), Duration.ofNanos(most));
    }

    /** A span as it is written, or the word for none. */
    public static String text(long nanos) {
        return nanos == ENDLESS ? "endless" : ValueType.Span.text(Duration.ofNanos(nanos));
    }

    private static long difference(long from, long spent) {
        if (from == ENDLESS) {
            return ENDLESS;
        }
        return spent >= from ? 0 : from - spent;
    }
}
