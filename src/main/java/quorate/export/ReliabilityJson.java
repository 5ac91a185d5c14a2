package quorate.export;

import static quorate.export.JsonText.array;
import static quorate.export.JsonText.object;
import static quorate.export.JsonText.put;
import static quorate.export.JsonText.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import quorate.derive.reliability.BasicEvent;
import quorate.derive.reliability.Bounds;
import quorate.derive.reliability.Change;
import quorate.derive.reliability.CutSet;
import quorate.derive.reliability.Importance;
import quorate.derive.reliability.Reliability;
import quorate.derive.reliability.Transient;

/** Cut sets, availability and importance of the analysis. */
final class ReliabilityJson {

    private ReliabilityJson() {}

    /** @param file of the fault tree, beside the analysis */
    static JsonNode reliability(Reliability one, String file) {
        ObjectNode node = object();
        node.set("journey", Parts.reference(one.journey()));
        one.objective().ifPresent(objective -> node.put("objective", objective));
        node.put("assumes", "independent basic events");
        node.put("exact", one.exact()).put("order", one.order());
        node.set("events", array(one.tree().events(), ReliabilityJson::event));
        node.set("certain", array(one.certain(), ReliabilityJson::cutSet));
        node.set("possible", array(one.possible(), ReliabilityJson::cutSet));
        node.set("unavailability", bounds(one.unavailability()));
        node.set("transients", array(one.transients(), ReliabilityJson::outage));
        node.set("availability", bounds(one.availability()));
        one.meets().ifPresent(meets -> node.put("meets", meets));
        node.set("importance", array(one.importance(), ReliabilityJson::importance));
        node.set("changes", array(one.changes(), ReliabilityJson::change));
        node.set("missing", Parts.paths(one.missing()));
        node.set("deciding", Parts.paths(one.deciding()));
        node.set("omitted", texts(one.omitted()));
        node.put("faultTree", file);
        return node;
    }

    static JsonNode all(List<Reliability> all) {
        List<String> files = List.copyOf(OpenPsa.names(all).values());
        return array(IntStream.range(0, all.size()).boxed().toList(), i -> reliability(all.get(i), files.get(i)));
    }

    private static JsonNode event(BasicEvent event) {
        ObjectNode node = object().put("id", event.id()).put("loss", event.loss().word());
        node.set("subject", Parts.reference(event.subject()));
        node.put("title", event.title());
        if (event.isStated()) {
            node.put("probability", event.probability().high());
        }
        return node;
    }

    private static JsonNode cutSet(CutSet set) {
        return texts(set.events().stream().map(BasicEvent::id).toList());
    }

    private static ObjectNode bounds(Bounds bounds) {
        return object().put("low", bounds.low()).put("high", bounds.high());
    }

    private static JsonNode outage(Transient outage) {
        ObjectNode node = object().put("scenario", outage.id()).put("title", outage.title()).put("certain", outage.certain());
        put(node, "betweenSeconds", outage.between(), ReliabilityJson::seconds);
        put(node, "shortestSeconds", outage.shortest(), ReliabilityJson::seconds);
        put(node, "longestSeconds", outage.longest(), ReliabilityJson::seconds);
        node.set("share", bounds(outage.share()));
        return node;
    }

    private static JsonNode seconds(Duration span) {
        return ScenarioJson.seconds(span);
    }

    private static JsonNode importance(Importance one) {
        ObjectNode node = object();
        node.set("subject", Parts.reference(one.subject()));
        node.put("events", one.events());
        if (one.order() > 0) {
            node.put("order", one.order());
        }
        node.put(one.structural() ? "structural" : "birnbaum", one.birnbaum());
        if (!Double.isNaN(one.fussellVesely())) {
            node.put("fussellVesely", one.fussellVesely());
        }
        return node;
    }

    private static JsonNode change(Change change) {
        ObjectNode node = object().put("change", change.words());
        node.set("before", measure(change.before()));
        node.set("after", measure(change.after()));
        return node;
    }

    private static JsonNode measure(Change.Measure measure) {
        ObjectNode node = object().put("singlePoints", measure.possible()).put("certainSinglePoints", measure.certain());
        node.put("links", measure.links()).put("pairs", measure.pairs());
        node.set("unavailability", bounds(measure.unavailability()));
        return node;
    }
}
