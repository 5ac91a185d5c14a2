package quorate.export;

import static quorate.export.JsonText.array;
import static quorate.export.JsonText.object;
import static quorate.export.JsonText.put;
import static quorate.export.JsonText.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import quorate.catalog.RuleText;
import quorate.model.Change;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Missing;
import quorate.review.Clearing;
import quorate.review.Finding;
import quorate.review.Outcome;
import quorate.review.Question;
import quorate.review.Unknown;

/** Findings and questions of the analysis. */
final class FindingJson {

    private FindingJson() {}

    static JsonNode finding(Finding finding, Optional<Clearing> clearing) {
        ObjectNode node = object().put("id", finding.id());
        node.put("fingerprint", Fingerprint.of(finding));
        node.put("rule", finding.rule().id()).put("title", finding.rule().title());
        node.put("outcome", finding.outcome().word()).put("certainty", certainty(finding.outcome()));
        node.put("severity", finding.severity().word()).put("step", finding.rule().step());
        node.set("subject", Parts.reference(finding.subject()));
        node.set("at", Parts.at(finding.subject().at()));
        put(node, "message", finding.message());
        node.set("evidence", Parts.evidence(finding.outcome().because()));
        node.set("missing", Parts.missing(missing(finding.outcome())));
        node.set("patterns", texts(finding.rule().patterns()));
        put(node, "accepted", finding.acceptance().filter(a -> finding.isWrong()), FindingJson::acceptance);
        put(node, "clearing", clearing, FindingJson::clearing);
        return node;
    }

    private static JsonNode clearing(Clearing clearing) {
        Change<?> change = clearing.change();
        ObjectNode node = object().put("path", change.path()).put("key", change.key().id());
        node.set("subject", Parts.reference(change.subject()));
        node.put("before", change.before()).put("after", change.after());
        put(node, "writtenAt", change.writtenAt(), Parts::at);
        node.put("yaml", change.yaml());
        node.set("raises", texts(clearing.raises()));
        return node;
    }

    /** How sure the answer is: an unknown one is a question, and nothing more. */
    static String certainty(Outcome outcome) {
        if (outcome instanceof Outcome.Presumed) {
            return "presumed";
        }
        return outcome instanceof Outcome.Unknown ? "question" : "certain";
    }

    static List<Missing> missing(Outcome outcome) {
        if (outcome instanceof Outcome.Presumed presumed) {
            return presumed.missing();
        }
        return outcome instanceof Outcome.Unknown unknown ? unknown.missing() : List.of();
    }

    private static JsonNode acceptance(Entity acceptance) {
        ObjectNode node = object();
        put(node, "reason", acceptance.get(Keys.REASON).value(), Parts::text);
        put(node, "owner", acceptance.get(Keys.OWNER).value(), Parts::text);
        put(node, "expires", acceptance.get(Keys.EXPIRES).value(), day -> Parts.text(day.toString()));
        node.set("at", Parts.at(acceptance.at()));
        return node;
    }

    static JsonNode unknown(Unknown unknown) {
        ObjectNode node = object().put("path", unknown.fact().path()).put("key", unknown.fact().key().id());
        node.set("subject", Parts.reference(unknown.fact().subject()));
        node.put("weight", unknown.weight());
        node.set("raises", texts(unknown.raises().stream().map(Finding::id).toList()));
        node.set("clears", texts(unknown.clears().stream().map(Finding::id).toList()));
        return node.put("results", unknown.cells()).put("figures", unknown.figures()).put("yaml", unknown.fact().yaml());
    }

    static JsonNode question(Question question) {
        ObjectNode node = object().put("id", question.id());
        node.set("rules", texts(question.rules().stream().map(RuleText::id).toList()));
        node.put("question", question.text());
        node.put("worst", question.worst().word()).put("step", question.rules().get(0).step());
        node.set("about", Parts.reference(question.about()));
        if (!question.owner().isEmpty()) {
            node.put("owner", question.owner());
        }
        node.set("subjects", array(question.subjects(), Parts::reference));
        node.set("missing", Parts.missing(question.missing()));
        return node;
    }
}
