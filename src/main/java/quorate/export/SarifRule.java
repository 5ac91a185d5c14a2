package quorate.export;

import static quorate.export.JsonText.JSON;
import static quorate.export.JsonText.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import quorate.catalog.Reference;
import quorate.catalog.RuleText;
import quorate.review.Severity;

/** A rule as a reportingDescriptor (SARIF 2.1.0, 3.49). */
final class SarifRule {

    /** What GitHub shows of a description. */
    private static final int LONGEST = 1024;

    private static final List<String> STEPS = List.of(
            "cap-trade-offs", "consistency-patterns", "failure-handling", "data-synchronization", "transactions",
            "operational-readiness");

    private SarifRule() {}

    /** @param site absolute address of the site, or empty */
    static JsonNode of(RuleText rule, String site) {
        ObjectNode node = object().put("id", rule.id()).put("name", name(rule.id()));
        node.set("shortDescription", text(Plain.cut(Plain.line(rule.title()), LONGEST)));
        node.set("fullDescription", text(Plain.cut(Plain.line(Plain.prose(rule.statement())), LONGEST)));
        String markdown = markdown(rule);
        node.set("help", text(Plain.prose(rule.statement()) + "\n\n" + Plain.prose(rule.fix())).put("markdown", markdown));
        if (!site.isEmpty()) {
            node.put("helpUri", site + (site.endsWith("/") ? "" : "/") + "rules/" + rule.id() + "/index.html");
        }
        Severity severity = Severity.of(rule.severity()).orElse(Severity.MEDIUM);
        node.set("defaultConfiguration", object().put("level", Sarif.level(severity)));
        ObjectNode properties = object();
        properties.set("tags", JSON.arrayNode().add("architecture").add(step(rule.step())));
        properties.put("severity", severity.word());
        node.set("properties", properties);
        return node;
    }

    private static ObjectNode text(String text) {
        return object().put("text", text);
    }

    static String step(int step) {
        return step >= 1 && step <= STEPS.size() ? STEPS.get(step - 1) : "step-" + step;
    }

    /** {@code timeout-missing} as {@code TimeoutMissing}, the form that the standard's examples have. */
    private static String name(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-")) {
            name.append(word.substring(0, Math.min(1, word.length())).toUpperCase(Locale.ROOT))
                    .append(word.substring(Math.min(1, word.length())));
        }
        return name.toString();
    }

    private static String markdown(RuleText rule) {
        StringBuilder markdown = new StringBuilder("# ").append(Plain.line(rule.title())).append("\n\n");
        markdown.append(Plain.prose(rule.statement())).append("\n\n");
        markdown.append("**What to do.** ").append(Plain.prose(rule.fix())).append('\n');
        if (!rule.fixYaml().isEmpty()) {
            markdown.append('\n').append(Markdown.fence("yaml", rule.fixYaml()));
        }
        if (!rule.quietWhen().isEmpty()) {
            markdown.append("\n**Quiet when**\n\n");
            rule.quietWhen().forEach(when -> markdown.append("- ").append(Plain.prose(when)).append('\n'));
        }
        if (!rule.body().isBlank()) {
            markdown.append('\n').append(Plain.prose(rule.body().strip())).append('\n');
        }
        if (!rule.references().isEmpty()) {
            markdown.append("\n**Sources**\n\n");
            rule.references().forEach(r -> markdown.append("- ").append(reference(r)).append('\n'));
        }
        return markdown.toString();
    }

    private static String reference(Reference reference) {
        List<String> parts = new ArrayList<>();
        if (!reference.authors().isEmpty()) {
            parts.add(Markdown.text(reference.authors()));
        }
        String title = Markdown.text(reference.title());
        parts.add(reference.address().isEmpty() ? title : "[" + title + "](<" + reference.address() + ">)");
        if (reference.year() > 0) {
            parts.add(String.valueOf(reference.year()));
        }
        return String.join(", ", parts);
    }
}
