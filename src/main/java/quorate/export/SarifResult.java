package quorate.export;

import static quorate.export.JsonText.JSON;
import static quorate.export.JsonText.array;
import static quorate.export.JsonText.object;
import static quorate.export.JsonText.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quorate.model.Entity;
import quorate.model.Evidence;
import quorate.model.Keys;
import quorate.model.Missing;
import quorate.model.Origin;
import quorate.model.Provenance;
import quorate.review.Finding;
import quorate.review.Outcome;
import quorate.source.Location;

/** A finding as a result (SARIF 2.1.0, 3.27). */
final class SarifResult {

    /** GitHub refuses more than 1,000 locations of a result and shows 100. */
    private static final int MOST_LOCATIONS = 100;

    private final Report report;
    private final List<String> rules;

    /** @param rules ids of the declared rules, in their order */
    SarifResult(Report report, List<String> rules) {
        this.report = report;
        this.rules = rules;
    }

    JsonNode of(Report.Located located) {
        Finding finding = located.finding();
        ObjectNode node = object().put("ruleId", finding.rule().id());
        node.put("ruleIndex", rules.indexOf(finding.rule().id()));
        node.put("kind", "fail").put("level", Sarif.level(finding.severity()));
        node.set("message", object().put("text", message(finding)));
        node.set("locations", JSON.arrayNode().add(location(located)));
        ArrayNode related = related(located);
        if (!related.isEmpty()) {
            node.set("relatedLocations", related);
        }
        node.set("partialFingerprints", fingerprints(located));
        if (!report.before().known().isEmpty()) {
            node.put("baselineState", report.wasThere(located.project(), finding) ? "unchanged" : "new");
        }
        put(node, "suppressions", finding.acceptance().filter(a -> finding.isWrong()), a -> JSON.arrayNode().add(suppression(located.project(), a)));
        node.set("properties", properties(located));
        return node;
    }

    /**
     * GitHub tells alerts apart by the second one, within a file and a rule; without it, it would hash the text of the line,
     * and a file may hold several projects.
     */
    private static ObjectNode fingerprints(Report.Located located) {
        String own = Fingerprint.of(located.finding());
        return object().put("quorate/v1", own)
                .put("primaryLocationLineHash", Fingerprint.of(located.project().review().project(), own) + ":1");
    }

    /** What is wrong; of a presumed finding also which statement is missing, since viewers do not show properties. */
    static String message(Finding finding) {
        if (finding.outcome() instanceof Outcome.Presumed presumed && !presumed.missing().isEmpty()) {
            List<String> paths = presumed.missing().stream().map(Missing::path).toList();
            return sentence(finding.message()) + " Presumed, since this is not stated: "
                    + Plain.line(String.join(", ", paths)) + ".";
        }
        return Plain.line(finding.message());
    }

    private static String sentence(String message) {
        String line = Plain.line(message);
        return line.endsWith(".") || line.endsWith("!") || line.endsWith("?") ? line : line + ".";
    }

    private JsonNode location(Report.Located located) {
        ObjectNode physical = physical(located.project(), located.at());
        located.end().ifPresent(end ->
                ((ObjectNode) physical.get("region")).put("endLine", end.line()).put("endColumn", end.column()));
        ObjectNode location = object().set("physicalLocation", physical);
        ObjectNode logical = object().put("name", located.finding().subject().id());
        logical.put("fullyQualifiedName", located.project().review().project() + "/"
                + located.finding().subject().kind().word() + "/" + located.finding().subject().id());
        logical.put("kind", located.finding().subject().kind().word());
        location.set("logicalLocations", JSON.arrayNode().add(logical));
        return location;
    }

    /** GitHub wants a line, so a place that is a whole file has its first. */
    private static ObjectNode physical(Reviewed project, Location at) {
        ObjectNode physical = object();
        physical.set("artifactLocation", object().put("uri", project.uri(at)));
        ObjectNode region = object().put("startLine", Math.max(1, at.line()));
        if (at.line() > 0) {
            region.put("startColumn", Math.max(1, at.column()));
        }
        physical.set("region", region);
        return physical;
    }

    /** The places of the project's files that the evidence names, each once, with what was read there. */
    private ArrayNode related(Report.Located located) {
        Map<Location, List<String>> claims = new LinkedHashMap<>();
        collect(located.finding().outcome().because(), claims);
        claims.remove(located.at());
        List<Location> places = claims.keySet().stream().limit(MOST_LOCATIONS).toList();
        return array(places, at -> {
            ObjectNode node = object().put("id", places.indexOf(at) + 1);
            node.set("physicalLocation", physical(located.project(), at));
            node.set("message", object().put("text", String.join("; ", claims.get(at))));
            return node;
        });
    }

    private static void collect(List<Evidence> because, Map<Location, List<String>> claims) {
        for (Evidence evidence : because) {
            evidence.origin()
                    .filter(SarifResult::isInProject)
                    .map(Origin::at)
                    .map(at -> claims.computeIfAbsent(at, a -> new ArrayList<>()))
                    .filter(said -> !said.contains(Plain.line(evidence.claim())))
                    .ifPresent(said -> said.add(Plain.line(evidence.claim())));
            collect(evidence.because(), claims);
        }
    }

    private static boolean isInProject(Origin origin) {
        return origin.provenance() != Provenance.DEFAULT && origin.provenance() != Provenance.UNKNOWN;
    }

    private static JsonNode suppression(Reviewed project, Entity acceptance) {
        boolean comment = acceptance.get(Keys.ACCEPTED_LINE).isKnown();
        ObjectNode node = object().put("kind", comment ? "inSource" : "external").put("status", "accepted");
        put(node, "justification", acceptance.get(Keys.REASON).value(), reason -> Parts.text(Plain.line(reason)));
        node.set("location", object().set("physicalLocation", physical(project, acceptance.at())));
        return node;
    }

    private JsonNode properties(Report.Located located) {
        Finding finding = located.finding();
        ObjectNode properties = object().put("project", located.project().review().project());
        properties.put("severity", finding.severity().word());
        properties.put("certainty", FindingJson.certainty(finding.outcome()));
        return properties.put("failsGate", report.fails(located.project(), finding));
    }
}
