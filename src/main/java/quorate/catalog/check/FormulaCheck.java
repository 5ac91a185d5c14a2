package quorate.catalog.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorate.catalog.Catalog;
import quorate.catalog.FormulaText;
import quorate.catalog.FormulaVector;
import quorate.formula.Computation;
import quorate.formula.Computations;
import quorate.formula.Inputs;
import quorate.source.Location;
import quorate.source.Problems;

/** Proves that the formulas of the catalog and the program agree: computes every vector and compares. */
final class FormulaCheck {

    private static final int LEAST_VECTORS = 3;

    private final Catalog catalog;
    private final Problems problems;

    private FormulaCheck(Catalog catalog, Problems problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    static void check(Catalog catalog, Problems problems) {
        FormulaCheck check = new FormulaCheck(catalog, problems);
        catalog.formulas().values().forEach(check::formula);
        catalog.vectors().forEach(check::vector);
        if (!catalog.formulas().isEmpty()) {
            Computations.ids().stream().filter(id -> !catalog.formulas().containsKey(id)).forEach(id -> problems.error(
                    Location.of("catalog/formulas.yaml"), "the program computes '" + id + "', which is not described", ""));
        }
    }

    private void formula(FormulaText formula) {
        if (Computations.of(formula.id()).isEmpty()) {
            problems.error(formula.at(), "the program does not compute '" + formula.id() + "'",
                    "It computes: " + String.join(", ", Computations.ids()) + ".");
        }
        formula.pages().stream().filter(page -> !exists(page)).forEach(page -> problems.error(
                formula.at(), "pages: the catalog has no '" + page + "'",
                "Write rule:<id> or consistency; a pattern names the calculator at its parameter."));
        List<FormulaVector> own = catalog.vectors().stream().filter(v -> v.formula().equals(formula.id())).toList();
        if (own.size() < LEAST_VECTORS) {
            problems.error(formula.at(), formula.id() + " has " + own.size() + " vectors", "Give at least " + LEAST_VECTORS + ".");
        }
        Set<String> expected = new HashSet<>();
        own.forEach(v -> expected.addAll(v.expect().keySet()));
        formula.outputs().stream().filter(o -> !expected.contains(o.name())).forEach(o -> problems.error(
                formula.at(), "no vector of " + formula.id() + " expects '" + o.name() + "'", ""));
    }

    private boolean exists(String page) {
        String[] parts = page.split(":", 2);
        return switch (parts[0]) {
            case "rule" -> catalog.rules().containsKey(parts[1]);
            default -> page.equals("consistency");
        };
    }

    private void vector(FormulaVector vector) {
        FormulaText formula = catalog.formulas().get(vector.formula());
        Optional<Computation> computation = Computations.of(vector.formula());
        if (formula == null || computation.isEmpty()) {
            problems.error(vector.at(), "no formula is called '" + vector.formula() + "'", "");
        } else if (fits(formula, vector)) {
            Map<String, Double> computed = computation.get().compute(new Inputs(vector.given()));
            vector.expect().forEach((name, expected) -> compare(vector, name, expected, computed.get(name)));
        }
    }

    private boolean fits(FormulaText formula, FormulaVector vector) {
        List<String> names = formula.inputs().stream().map(FormulaText.Input::name).toList();
        List<String> odd = vector.given().keySet().stream().filter(name -> !names.contains(name)).toList();
        odd.forEach(name -> problems.error(vector.at(), formula.id() + " takes no '" + name + "'", "It takes: " + String.join(", ", names) + "."));
        boolean fits = odd.isEmpty();
        for (FormulaText.Input input : formula.inputs()) {
            if (!inRange(input, new Inputs(vector.given()))) {
                problems.error(vector.at(), formula.id() + ": '" + input.name() + "' is missing or not from " + input.min()
                        + " to " + input.max(), "");
                fits = false;
            }
        }
        return fits;
    }

    private static boolean inRange(FormulaText.Input input, Inputs given) {
        try {
            List<Double> numbers = given.numbers(input.name());
            return (input.optional() || !numbers.isEmpty())
                    && (input.many() || numbers.size() <= 1)
                    && numbers.stream().allMatch(n -> n >= input.min() && n <= input.max()
                            && (!input.whole() || n == Math.rint(n)));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void compare(FormulaVector vector, String name, double expected, Double computed) {
        if (computed == null) {
            problems.error(vector.at(), vector.formula() + " gives no '" + name + "' for these inputs", "");
        } else if (!vector.near(expected, computed)) {
            problems.error(vector.at(), vector.formula() + ": " + name + " is " + computed + ", not " + expected,
                    "The value was expected from: " + vector.from() + ".");
        }
    }
}
