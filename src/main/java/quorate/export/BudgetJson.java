package quorate.export;

import static quorate.export.JsonText.JSON;
import static quorate.export.JsonText.array;
import static quorate.export.JsonText.object;
import static quorate.export.JsonText.put;
import static quorate.export.JsonText.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import quorate.derive.budget.Budget;
import quorate.derive.call.Factor;
import quorate.derive.call.Wait;

/** Time budgets of the journeys. */
final class BudgetJson {

    private BudgetJson() {}

    /** Those of declared journeys. */
    static JsonNode budgets(List<Budget> all) {
        return array(all.stream().filter(b -> b.operation().journey().isPresent()).toList(), BudgetJson::budget);
    }

    private static JsonNode budget(Budget budget) {
        ObjectNode node = object();
        node.set("journey", Parts.reference(budget.operation().journey().get()));
        node.set("longestWait", wait(budget.longest()));
        put(node, "objectiveSeconds", budget.objective(), BudgetJson::seconds);
        node.set("calls", array(budget.steps(), BudgetJson::step));
        node.set("loops", array(budget.loops(), Parts::reference));
        node.set("load", array(budget.dependencies(), BudgetJson::load));
        node.put("slowestOfAll", BigDecimal.valueOf(budget.tail()).round(new MathContext(6)));
        node.set("deciding", Parts.paths(budget.deciding()));
        return node;
    }

    private static JsonNode step(Budget.Step step) {
        ObjectNode node = object();
        node.set("link", Parts.reference(step.call().link()));
        node.set("path", texts(step.path().toList()));
        node.put("formula", step.call().formula());
        node.set("wait", wait(step.call().total()));
        if (step.limit().isPresent()) {
            node.set("limit", Parts.reference(step.limit().get().link()));
            node.set("left", wait(step.left()));
            node.set("orphaned", wait(step.orphaned()));
        }
        put(node, "verdict", step.verdict(), v -> JSON.textNode(v.name().toLowerCase(Locale.ROOT)));
        node.set("why", Parts.evidence(step.call().why()));
        node.set("deciding", Parts.paths(step.deciding().get()));
        return node;
    }

    private static JsonNode load(Budget.Amplified at) {
        ObjectNode node = object().put("component", at.component()).put("callers", at.callers());
        node.put("calls", BigDecimal.valueOf(at.paths()));
        node.set("whileFailing", factor(at.calls()));
        return node;
    }

    static ObjectNode factor(Factor factor) {
        ObjectNode node = object().put("text", factor.words());
        bound(node, "least", factor.least());
        bound(node, "most", factor.most());
        return node;
    }

    private static void bound(ObjectNode node, String name, double value) {
        if (!Double.isInfinite(value)) {
            node.put(name, BigDecimal.valueOf(value).round(new MathContext(9)));
        }
    }

    private static ObjectNode wait(Wait wait) {
        ObjectNode node = object().put("text", wait.words());
        if (wait.least() != Wait.ENDLESS) {
            node.set("leastSeconds", seconds(Duration.ofNanos(wait.least())));
        }
        if (wait.most() != Wait.ENDLESS) {
            node.set("mostSeconds", seconds(Duration.ofNanos(wait.most())));
        }
        return node;
    }

    private static JsonNode seconds(Duration span) {
        return ScenarioJson.seconds(span);
    }
}
