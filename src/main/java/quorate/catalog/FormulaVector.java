package quorate.catalog;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import quorate.source.Location;

/**
 * Inputs of a formula and what must come out, known from elsewhere than from the program.
 *
 * @param formula id of the formula
 * @param tolerance largest relative difference, or absolute where 0 is expected
 * @param from where the expected values come from
 */
public record FormulaVector(
        String formula, Location at, Map<String, String> given, Map<String, Double> expect, double tolerance, String from) {

    private static final double EXACT = 1e-9;

    public FormulaVector {
        given = Collections.unmodifiableMap(new TreeMap<>(given));
        expect = Collections.unmodifiableMap(new TreeMap<>(expect));
        tolerance = tolerance == 0 ? EXACT : tolerance;
    }

    /** Whether the number is the expected one, as near as is asked. */
    public boolean near(double expected, double computed) {
        return Math.abs(computed - expected) <= tolerance * (expected == 0 ? 1 : Math.abs(expected));
    }
}
