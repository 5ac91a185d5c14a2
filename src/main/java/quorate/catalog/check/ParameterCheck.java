package quorate.catalog.check;

import java.util.List;
import quorate.catalog.Catalog;
import quorate.catalog.FormulaText;
import quorate.catalog.Pattern;
import quorate.source.Spelling;

/**
 * A parameter that gives a formula names the calculator that computes it and the result that is its value; what is not
 * computed is a relation.
 */
final class ParameterCheck {

    private final Catalog catalog;
    private final Report report;

    ParameterCheck(Catalog catalog, Report report) {
        this.catalog = catalog;
        this.report = report;
    }

    void check() {
        for (Pattern pattern : catalog.patterns().values()) {
            for (int i = 0; i < pattern.parameters().size(); i++) {
                parameter(pattern, pattern.parameters().get(i), i);
            }
        }
    }

    private void parameter(Pattern pattern, Pattern.Parameter parameter, int i) {
        boolean computed = !parameter.calculator().isEmpty();
        if (!parameter.formula().isEmpty() && !computed) {
            report.error(pattern, parameter.name() + ": the formula names no calculator",
                    "Name one of catalog/formulas.yaml and its result, or write it as 'relation' if nothing is computed.",
                    "parameters", i, "formula");
        } else if (computed && parameter.formula().isEmpty()) {
            report.error(pattern, parameter.name() + ": names a calculator and gives no formula", "",
                    "parameters", i, "calculator");
        }
        if (computed) {
            result(pattern, parameter, i);
        }
        if (pattern.parameters().subList(0, i).stream().anyMatch(other -> other.name().equals(parameter.name()))) {
            report.error(pattern, "the parameter '" + parameter.name() + "' is there twice", "", "parameters", i, "name");
        }
    }

    private void result(Pattern pattern, Pattern.Parameter parameter, int i) {
        FormulaText formula = catalog.formulas().get(parameter.calculator());
        if (formula == null) {
            report.error(pattern, parameter.name() + ": no calculator '" + parameter.calculator() + "'",
                    Spelling.hint(parameter.calculator(), catalog.formulas().keySet()), "parameters", i, "calculator");
            return;
        }
        List<String> results = formula.outputs().stream().map(FormulaText.Output::name).toList();
        if (!results.contains(parameter.result())) {
            report.error(pattern, parameter.name() + ": " + formula.id() + " computes no '" + parameter.result() + "'",
                    Spelling.hint(parameter.result(), results), "parameters", i, "result");
        }
    }
}
