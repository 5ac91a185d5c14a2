package quorate.formula;

import java.util.Map;

/** A formula as the catalog and the calculators know it: numbers in, numbers out, each under its name. */
@FunctionalInterface
public interface Computation {

    /** The results; one that has no value for these inputs is left out. */
    Map<String, Double> compute(Inputs in);
}
