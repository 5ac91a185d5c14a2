package quorate.export;

import static quorate.export.JsonText.array;
import static quorate.export.JsonText.object;
import static quorate.export.JsonText.put;
import static quorate.export.JsonText.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import quorate.review.ChecklistAnswer;
import quorate.review.Finding;
import quorate.review.Selection;
import quorate.review.Trait;
import quorate.review.Turn;

/** The pattern selection matrix and the checklist of the analysis. */
final class SelectionJson {

    private SelectionJson() {}

    static JsonNode selection(Selection selection, List<Turn> turns) {
        ObjectNode node = object().put("concern", selection.concern().id());
        node.put("name", selection.concern().name()).put("step", selection.concern().step());
        node.put("question", selection.concern().question());
        node.set("subject", Parts.reference(selection.subject()));
        put(node, "selected", selection.selected(), ranked -> Parts.text(ranked.pattern().id()));
        put(node, "inUse", selection.inUse(), pattern -> Parts.text(pattern.id()));
        node.set("ranked", array(selection.ranked(), SelectionJson::ranked));
        node.set("flip", texts(selection.flip()));
        if (!turns.isEmpty()) {
            node.set("turns", array(turns, SelectionJson::turn));
        }
        return node;
    }

    private static JsonNode turn(Turn turn) {
        ObjectNode node = object().put("path", turn.change().path());
        node.put("before", turn.change().before()).put("after", turn.change().after());
        return node.put("pattern", turn.pattern().id());
    }

    private static JsonNode ranked(Selection.Ranked ranked) {
        ObjectNode node = object().put("pattern", ranked.pattern().id()).put("name", ranked.pattern().name());
        node.put("turnedDown", ranked.turnedDown());
        node.set("pro", array(ranked.pro(), SelectionJson::trait));
        node.set("contra", array(ranked.contra(), SelectionJson::trait));
        node.set("lacking", array(ranked.lacking(), SelectionJson::trait));
        node.set("open", array(ranked.open(), SelectionJson::trait));
        node.put("tradeOff", ranked.candidate().tradeOff());
        return node;
    }

    private static JsonNode trait(Trait trait) {
        ObjectNode node = object().put("id", trait.id());
        node.set("because", Parts.evidence(trait.because()));
        node.set("missing", Parts.paths(trait.missing()));
        return node;
    }

    static JsonNode answer(ChecklistAnswer answer) {
        ObjectNode node = object().put("id", answer.item().id()).put("step", answer.item().step());
        node.put("text", answer.item().text()).put("answer", answer.answer());
        node.set("findings", texts(answer.findings().stream().map(Finding::id).toList()));
        node.set("rules", texts(answer.rules()));
        node.set("computations", texts(answer.computations()));
        return node;
    }
}
