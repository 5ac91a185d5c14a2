package quorate.derive.call;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * By how much calls multiply while a callee fails, as an interval.
 *
 * @param least what it is at least, from 1
 * @param stated with what is not stated taken as one attempt and no budget
 * @param most what it is at most; infinite when nothing bounds it
 */
public record Factor(double least, double stated, double most) {

    public static final Factor ONE = exactly(1);
    public static final Factor NONE = exactly(0);
    public static final Factor OPEN = new Factor(1, 1, Double.POSITIVE_INFINITY);

    public static Factor exactly(double value) {
        return new Factor(value, value, value);
    }

    /** Layers above each other. */
    public Factor times(Factor other) {
        return new Factor(product(least, other.least), product(stated, other.stated), product(most, other.most));
    }

    /** Calls that come over several paths. */
    public Factor plus(Factor other) {
        return new Factor(least + other.least, stated + other.stated, most + other.most);
    }

    /** The larger one. */
    public Factor or(Factor other) {
        return new Factor(Math.max(least, other.least), Math.max(stated, other.stated), Math.max(most, other.most));
    }

    public boolean isExact() {
        return least == most;
    }

    /** {@code 1.1}, {@code 1 to 9}, {@code at least 3}, {@code endless}. */
    public String words() {
        if (isExact()) {
            return text(most);
        }
        return Double.isInfinite(most) ? "at least " + text(least) : text(least) + " to " + text(most);
    }

    private static double product(double one, double other) {
        return one == 0 || other == 0 ? 0 : one * other;
    }

    static String text(double value) {
        return Double.isInfinite(value)
                ? "endless"
                : new BigDecimal(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
