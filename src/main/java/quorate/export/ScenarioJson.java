package quorate.export;

import static quorate.export.JsonText.JSON;
import static quorate.export.JsonText.array;
import static quorate.export.JsonText.object;
import static quorate.export.JsonText.put;
import static quorate.export.JsonText.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import quorate.derive.Scenario;
import quorate.derive.failure.DataEffect;
import quorate.derive.failure.DataImpact;
import quorate.derive.failure.Failure;
import quorate.derive.failure.JourneyImpact;
import quorate.derive.failure.StateRange;
import quorate.derive.failure.Trace;
import quorate.derive.recovery.RecoveryTime;
import quorate.model.Words;

/** Failure scenarios of the analysis. */
final class ScenarioJson {

    private ScenarioJson() {}

    /**
     * All scenarios.
     *
     * @param traced for how many results of journeys it is told how they come about; those of the first scenarios
     */
    static ArrayNode all(List<Scenario> scenarios, int traced) {
        ArrayNode all = JSON.arrayNode();
        int left = traced;
        for (Scenario scenario : scenarios) {
            all.add(scenario(scenario, left >= scenario.journeys().size()));
            left -= scenario.journeys().size();
        }
        return all;
    }

    private static JsonNode scenario(Scenario scenario, boolean traced) {
        ObjectNode node = object().put("id", scenario.failure().id());
        node.set("failure", failure(scenario.failure()));
        node.set("state", range(new StateRange(scenario.certain(), scenario.worst())));
        node.set("journeys", array(scenario.journeys(), impact -> traced ? traced(impact, scenario.trace(impact)) : journey(impact)));
        node.set("data", array(scenario.data(), ScenarioJson::data));
        node.set("recovery", recovery(scenario.recovery()));
        ObjectNode mitigation = node.putObject("mitigation");
        mitigation.set("present", texts(scenario.present()));
        mitigation.set("proposed", texts(scenario.proposed()));
        node.set("coveredBy", array(scenario.covered(), Parts::reference));
        return node;
    }

    private static ObjectNode failure(Failure failure) {
        ObjectNode node = object().put("kind", Words.written(failure.kind())).put("title", failure.title());
        node.set("subject", Parts.reference(failure.subject()));
        node.put("silent", failure.silent());
        node.set("islands", array(failure.islands(), island -> texts(new TreeSet<>(island))));
        return node;
    }

    private static JsonNode traced(JourneyImpact impact, Trace trace) {
        ObjectNode node = journey(impact);
        node.set("path", texts(trace.path()));
        node.set("why", Parts.evidence(trace.why()));
        node.set("deciding", Parts.paths(trace.deciding()));
        put(node, "holdsSeconds", trace.holds(), ScenarioJson::seconds);
        return node;
    }

    private static ObjectNode journey(JourneyImpact impact) {
        ObjectNode node = object();
        node.set("journey", Parts.reference(impact.journey()));
        put(node, "side", impact.side());
        node.set("during", range(impact.during()));
        node.set("settled", range(impact.settled()));
        return node;
    }

    private static JsonNode data(DataImpact impact) {
        ObjectNode node = object();
        node.set("domain", Parts.reference(impact.domain()));
        put(node, "side", impact.side());
        node.set("effects", array(impact.effects(), ScenarioJson::effect));
        node.set("possible", array(impact.possible(), ScenarioJson::effect));
        put(node, "loss", impact.loss());
        node.set("why", Parts.evidence(impact.why()));
        node.set("deciding", Parts.paths(impact.deciding()));
        return node;
    }

    private static JsonNode effect(DataEffect effect) {
        return JSON.textNode(effect.words());
    }

    private static ObjectNode range(StateRange range) {
        return object().put("best", range.best().word()).put("worst", range.worst().word());
    }

    private static ObjectNode recovery(RecoveryTime recovery) {
        ObjectNode node = object().put("how", recovery.how()).put("text", recovery.words());
        put(node, "bestSeconds", recovery.best(), ScenarioJson::seconds);
        put(node, "worstSeconds", recovery.worst(), ScenarioJson::seconds);
        node.set("parts", array(recovery.parts(), ScenarioJson::part));
        put(node, "dominating", recovery.dominating(), part -> JSON.textNode(part.name()));
        node.set("why", Parts.evidence(recovery.why()));
        node.set("missing", Parts.paths(recovery.missing()));
        return node;
    }

    private static JsonNode part(RecoveryTime.Part part) {
        ObjectNode node = object().put("name", part.name());
        put(node, "bestSeconds", part.best(), ScenarioJson::seconds);
        put(node, "worstSeconds", part.worst(), ScenarioJson::seconds);
        node.set("why", Parts.evidence(part.why()));
        return node;
    }

    /** As a plain decimal, whatever the size. */
    static JsonNode seconds(Duration span) {
        BigDecimal seconds = BigDecimal.valueOf(span.getSeconds()).add(BigDecimal.valueOf(span.getNano(), 9));
        BigDecimal plain = seconds.stripTrailingZeros();
        return JSON.numberNode(plain.scale() < 0 ? plain.setScale(0) : plain);
    }
}
