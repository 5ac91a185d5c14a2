package quorate.export;

import static quorate.export.JsonText.array;
import static quorate.export.JsonText.object;
import static quorate.export.JsonText.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import quorate.derive.load.LoadLoop;
import quorate.derive.load.LoadLoops;

/** Loops by which load may keep itself up. */
final class LoopJson {

    private LoopJson() {}

    static JsonNode all(LoadLoops loops) {
        ObjectNode node = object();
        node.set("loops", array(loops.loops(), LoopJson::loop));
        node.set("open", array(loops.open(), Parts::reference));
        node.put("omitted", loops.omitted()).put("complete", loops.complete());
        return node;
    }

    private static JsonNode loop(LoadLoop loop) {
        ObjectNode node = object().put("kind", loop.kind().word());
        node.set("at", Parts.reference(loop.at()));
        node.put("trigger", loop.trigger()).put("sustains", loop.sustains());
        node.set("gain", BudgetJson.factor(loop.gain()));
        node.put("certain", loop.certain());
        node.set("factors", Parts.evidence(loop.factors()));
        node.set("cut", texts(loop.cut()));
        node.set("cutBy", texts(loop.cutBy()));
        node.set("deciding", Parts.paths(loop.deciding()));
        return node;
    }
}
