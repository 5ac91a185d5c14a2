package quorate.formula;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an objective leaves for failure.
 *
 * @param target share of good events that is promised, from 0 to below 1
 * @param days length of the period, above 0
 * @see <a href="https://sre.google/workbook/alerting-on-slos/">Thurgood and others 2018</a>
 */
public record ErrorBudget(double target, double days) {

    /** Minutes of complete failure that the period allows: (1 - target) * period. */
    public double minutes() {
        return (1 - target) * days * 24 * 60;
    }

    /** How many times faster than evenly over the period the budget is spent: errors / (1 - target). */
    public double burnRate(double errors) {
        return errors / (1 - target);
    }

    static Map<String, Double> compute(Inputs in) {
        ErrorBudget budget = new ErrorBudget(in.number("target") / 100, in.number("days"));
        double rate = budget.burnRate(in.number("errors") / 100);
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("budget", budget.minutes());
        out.put("burn-rate", rate);
        if (rate > 0) {
            out.put("spent-after", budget.days() / rate);
        }
        return out;
    }
}
