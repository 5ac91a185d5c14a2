package quorate.export;

import static quorate.export.JsonText.array;
import static quorate.export.JsonText.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import quorate.review.Finding;
import quorate.review.Severity;

/** Findings as a GitLab Code Quality report. The format knows no suppression, so accepted findings are left out. */
public final class GitlabReport {

    private GitlabReport() {}

    /** A JSON array, ended by a line feed. */
    public static String of(Report report) {
        return JsonText.of(array(report.open(), GitlabReport::issue));
    }

    private static JsonNode issue(Report.Located located) {
        Finding finding = located.finding();
        ObjectNode issue = object().put("description", SarifResult.message(finding));
        issue.put("check_name", finding.rule().id());
        // GitLab drops an issue whose fingerprint it has seen in the file, and a file may hold several projects.
        issue.put("fingerprint", Fingerprint.of(located.project().review().project(), Fingerprint.of(finding)));
        issue.put("severity", severity(finding.severity()));
        ObjectNode location = object().put("path", Plain.line(located.project().path(located.at())));
        ObjectNode lines = object().put("begin", Math.max(1, located.at().line()));
        located.end().ifPresent(end -> lines.put("end", end.line()));
        location.set("lines", lines);
        issue.set("location", location);
        return issue;
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "blocker";
            case HIGH -> "critical";
            case MEDIUM -> "major";
            case LOW -> "minor";
            case INFO -> "info";
        };
    }
}
