package quorate.export;

import static quorate.export.JsonText.JSON;
import static quorate.export.JsonText.array;
import static quorate.export.JsonText.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quorate.catalog.RuleText;
import quorate.review.Severity;

/**
 * SARIF 2.1.0 (OASIS, March 2020), in the form that GitHub code scanning shows: one run, every rule that ran, a result for
 * each violated or presumed finding. Questions are no results.
 */
public final class Sarif {

    /** GitHub refuses a run with more. */
    static final int MOST_RESULTS = 25_000;

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private Sarif() {}

    /**
     * The report as text, ended by a line feed.
     *
     * @param toolVersion version of Quorate that made it
     * @param site address of the published site, such as {@code https://acme.example/quorate/}, under which the rules have
     *     their pages; empty when it is not published, and then no page is named, since SARIF knows absolute addresses only
     */
    public static String of(Report report, String toolVersion, String site) {
        List<RuleText> rules = List.copyOf(rules(report).values());
        List<String> ids = rules.stream().map(RuleText::id).toList();
        List<Report.Located> wrong = report.wrong();
        ObjectNode driver = object().put("name", "Quorate").put("version", toolVersion);
        if (isAddress(site)) {
            driver.put("informationUri", site);
        }
        driver.set("rules", array(rules, rule -> SarifRule.of(rule, isAddress(site) ? site : "")));
        ObjectNode run = object();
        run.set("tool", object().set("driver", driver));
        run.set("invocations", JSON.arrayNode().add(invocation(wrong.size())));
        run.put("columnKind", "unicodeCodePoints");
        List<Report.Located> shown = wrong.subList(0, Math.min(wrong.size(), MOST_RESULTS));
        SarifResult result = new SarifResult(report, ids);
        run.set("results", array(shown, result::of));
        ObjectNode log = object().put("$schema", SCHEMA).put("version", "2.1.0");
        log.set("runs", JSON.arrayNode().add(run));
        return JsonText.of(log);
    }

    /** All of them, also those that found nothing: a rule that is missing here would leave its old alerts open. */
    private static Map<String, RuleText> rules(Report report) {
        Map<String, RuleText> rules = new TreeMap<>();
        report.projects().forEach(p -> rules.putAll(p.review().input().linked().catalog().rules()));
        report.wrong().forEach(l -> rules.putIfAbsent(l.finding().rule().id(), l.finding().rule()));
        return rules;
    }

    private static ObjectNode invocation(int results) {
        ObjectNode invocation = object().put("executionSuccessful", true);
        if (results > MOST_RESULTS) {
            ObjectNode note = object().put("level", "warning");
            note.set("message", object().put("text", "The first " + MOST_RESULTS + " of " + results
                    + " results are listed, worst first; a run may hold no more."));
            ArrayNode notes = JSON.arrayNode().add(note);
            invocation.set("toolExecutionNotifications", notes);
        }
        return invocation;
    }

    private static boolean isAddress(String site) {
        return site.startsWith("https://") || site.startsWith("http://");
    }

    static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }
}
