package quorate.export;

import static quorate.export.JsonText.array;
import static quorate.export.JsonText.object;
import static quorate.export.JsonText.put;
import static quorate.export.JsonText.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import quorate.derive.consistency.DomainPosition;
import quorate.derive.consistency.Exposure;
import quorate.derive.consistency.ReadPath;
import quorate.derive.consistency.Verdict;
import quorate.model.Evidence;
import quorate.model.Words;

/** Where the data domains stand: what their readers get, held against what they need. */
final class PositionJson {

    private PositionJson() {}

    private static JsonNode path(ReadPath path) {
        ObjectNode node = object().put("name", path.name());
        put(node, "model", path.model(), Parts::text);
        put(node, "stalenessSeconds", path.staleness(), ScenarioJson::seconds);
        node.set("why", Parts.evidence(path.why()));
        put(node, "lag", path.lag());
        node.set("verdicts", array(path.verdicts(), PositionJson::verdict));
        node.set("deciding", Parts.paths(path.deciding()));
        return node;
    }

    static JsonNode position(DomainPosition position) {
        ObjectNode node = object();
        node.set("domain", Parts.reference(position.domain()));
        put(node, "offered", position.offered(), Parts::text);
        put(node, "isolation", position.isolation(), Parts::text);
        node.set("paths", array(position.paths(), PositionJson::path));
        node.set("possible", texts(position.possible()));
        node.set("anomalies", array(position.anomalies(), PositionJson::exposure));
        put(node, "required", position.required().value(), Parts::text);
        put(node, "verdict", position.verdict(), v -> Parts.text(v.answer().word()));
        node.set("verdicts", array(position.verdicts(), PositionJson::verdict));
        put(node, "underPartition", position.underPartition(), word -> Parts.text(Words.written(word)));
        node.put("cap", position.cap());
        node.set("why", Parts.evidence(position.why()));
        node.set("missing", Parts.paths(position.missing()));
        return node;
    }

    private static JsonNode exposure(Exposure exposure) {
        ObjectNode node = object().put("id", exposure.anomaly()).put("answer", exposure.answer().word());
        node.set("ways", texts(exposure.ways()));
        node.set("unwanted", texts(exposure.unwanted()));
        boolean open = exposure.answer() != Exposure.Answer.RULED_OUT;
        if (open) {
            node.put("example", exposure.example());
        }
        node.set("why", Parts.evidence(open ? exposure.why() : claims(exposure.why())));
        node.set("deciding", Parts.paths(exposure.deciding()));
        return node;
    }

    /** What rules an anomaly out is told in one sentence a way; the facts behind it stand at the ways themselves. */
    private static Evidence claims(Evidence why) {
        return Evidence.derived(why.claim(), why.because().stream().map(one -> Evidence.derived(one.claim())).toList());
    }

    private static JsonNode verdict(Verdict verdict) {
        ObjectNode node = object().put("needs", verdict.requirement().words()).put("key", verdict.requirement().key().id());
        node.put("answer", verdict.answer().word());
        node.set("why", Parts.evidence(verdict.why()));
        node.set("deciding", Parts.paths(verdict.deciding()));
        return node;
    }
}
