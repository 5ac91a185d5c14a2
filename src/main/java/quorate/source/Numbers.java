package quorate.source;

import java.util.regex.Pattern;

/**
 * What is read as a number. Bounded: reading a million digits takes minutes, and {@code 1e999999999} as a whole number
 * takes all memory.
 */
final class Numbers {

    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]{0,18}\\.?[0-9]{1,18}([eE][-+]?[0-9]{1,2})?");

    private Numbers() {}

    static boolean isInteger(String text) {
        return INTEGER.matcher(text).matches();
    }

    static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }
}
