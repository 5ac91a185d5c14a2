package quorate.formula;

/** Arithmetic on times in nanoseconds that may have no end: what passes 292 years counts as endless. */
public final class Span {

    public static final long ENDLESS = Long.MAX_VALUE;

    private Span() {}

    /** One time after another. */
    public static long sum(long one, long other) {
        return one >= ENDLESS - other ? ENDLESS : one + other;
    }

    /** So many times one time; nothing taken endless times, or endlessness taken no times, is nothing. */
    public static long product(long times, long span) {
        if (times == 0 || span == 0) {
            return 0;
        }
        return span >= ENDLESS / times ? ENDLESS : times * span;
    }
}
