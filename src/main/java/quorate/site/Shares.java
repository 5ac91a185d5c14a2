package quorate.site;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import quorate.derive.reliability.Bounds;

/** Shares of time in words, rounded so that a bound stays one. */
final class Shares {

    private static final double HOURS_A_YEAR = 365.25 * 24;

    private Shares() {}

    /** {@code 99.934%}, {@code 99.90% to 99.95%}, {@code at most 99.98%}, {@code not known}. */
    static String availability(Bounds bounds) {
        if (bounds.low() <= 0 && bounds.high() >= 1) {
            return "not known";
        }
        if (bounds.low() <= 0) {
            return "at most " + percent(bounds.high(), RoundingMode.CEILING);
        }
        String low = percent(bounds.low(), RoundingMode.FLOOR);
        String high = percent(bounds.high(), RoundingMode.CEILING);
        String exact = percent(bounds.high(), RoundingMode.HALF_EVEN);
        boolean one = bounds.high() - bounds.low() < 1e-9 || exact.equals(percent(bounds.low(), RoundingMode.HALF_EVEN));
        return one ? exact : low + " to " + high;
    }

    /** As a percentage with two digits of what is missing to 100%. */
    private static String percent(double share, RoundingMode rounding) {
        BigDecimal missing = BigDecimal.valueOf(1 - share).movePointRight(2);
        int digits = missing.signum() == 0 ? 0 : Math.min(9, Math.max(0, 2 - missing.precision() + missing.scale()));
        BigDecimal percent = BigDecimal.valueOf(share).movePointRight(2).setScale(digits, rounding);
        return percent.toPlainString() + "%";
    }

    /** A share of lost time: {@code 3.3 h a year}, {@code up to 3 min a year}, {@code at least 5 h a year}, {@code not known}. */
    static String lost(Bounds bounds) {
        if (bounds.high() >= 1) {
            return bounds.low() <= 0 ? "not known" : "at least " + year(bounds.low()) + " a year";
        }
        if (bounds.high() - bounds.low() < 1e-12) {
            return bounds.high() <= 0 ? "none" : year(bounds.high()) + " a year";
        }
        return bounds.low() <= 0
                ? "up to " + year(bounds.high()) + " a year"
                : year(bounds.low()) + " to " + year(bounds.high()) + " a year";
    }

    private static String year(double share) {
        double hours = share * HOURS_A_YEAR;
        if (hours >= 48) {
            return brief(hours / 24) + " d";
        }
        if (hours >= 1) {
            return brief(hours) + " h";
        }
        return hours * 60 >= 1 ? brief(hours * 60) + " min" : hours * 3600 >= 0.1 ? brief(hours * 3600) + " s" : "less than 0.1 s";
    }

    /** Two significant digits. */
    static String brief(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).round(new MathContext(2, RoundingMode.HALF_UP));
        boolean small = rounded.signum() != 0 && rounded.abs().compareTo(new BigDecimal("0.001")) < 0;
        return small ? scientific(rounded) : rounded.stripTrailingZeros().toPlainString();
    }

    /** {@code 3.2e-5}, and plain above one thousandth. */
    private static String scientific(BigDecimal number) {
        BigDecimal digits = number.stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        return digits.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }
}
