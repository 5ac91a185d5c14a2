package quorate.export;

import static quorate.export.JsonText.array;
import static quorate.export.JsonText.object;
import static quorate.export.JsonText.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import quorate.derive.agreement.Figure;
import quorate.derive.agreement.Reckoning;

/** The arithmetic of quorums, leases, failure detectors and clocks. */
final class AgreementJson {

    private AgreementJson() {}

    static JsonNode all(List<Reckoning> all) {
        return array(all, AgreementJson::reckoning);
    }

    private static JsonNode reckoning(Reckoning one) {
        ObjectNode node = object().put("section", one.section().id());
        node.set("subject", Parts.reference(one.subject()));
        put(node, "about", one.about());
        put(node, "formula", one.formula());
        if (!one.inputs().isEmpty()) {
            ObjectNode inputs = object();
            one.inputs().forEach(inputs::put);
            node.set("inputs", inputs);
        }
        node.set("figures", array(one.figures(), AgreementJson::figure));
        return node;
    }

    private static JsonNode figure(Figure figure) {
        ObjectNode node = object().put("name", figure.name()).put("value", figure.value()).put("tone", figure.tone().word());
        node.set("why", Parts.evidence(figure.why()));
        node.set("missing", Parts.paths(figure.missing()));
        return node;
    }
}
