package quorate.export;

import java.util.List;
import quorate.review.Finding;
import quorate.review.Outcome;
import quorate.review.Severity;
import quorate.review.Unknown;

/** Findings for people at a terminal: one line each, worst first, then a summary. */
public final class TextReport {

    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";

    private final Report report;
    private final boolean color;

    private TextReport(Report report, boolean color) {
        this.report = report;
        this.color = color;
    }

    /**
     * The report as text, ended by a line feed.
     *
     * @param color whether to use ANSI escape sequences; without, there are none, whatever the sources hold
     */
    public static String of(Report report, boolean color) {
        return new TextReport(report, color).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        List<Report.Located> open = report.open();
        for (Severity severity : Severity.values()) {
            List<Report.Located> group =
                    open.stream().filter(l -> l.finding().severity() == severity).toList();
            group.forEach(located -> text.append(line(located)).append('\n'));
            text.append(group.isEmpty() ? "" : "\n");
        }
        report.projects().forEach(project -> worthAnswering(project, text));
        for (Reviewed project : report.projects()) {
            text.append(paint(BOLD, Plain.line(project.review().project()))).append(": ");
            text.append(Counts.of(List.of(project)).words()).append('\n');
        }
        text.append(verdict()).append('\n');
        return text.toString();
    }

    private void worthAnswering(Reviewed project, StringBuilder text) {
        List<Unknown> unknowns = Unknown.ranked(project.review());
        if (!unknowns.isEmpty()) {
            text.append(paint(BOLD, "Worth answering first in " + Plain.line(project.review().project()))).append(":\n");
            unknowns.stream().limit(Unknown.FIRST).forEach(unknown ->
                    text.append("  ").append(Plain.line(unknown.fact().path())).append(": ").append(unknown.words()).append('\n'));
            text.append('\n');
        }
    }

    private String line(Report.Located located) {
        Finding finding = located.finding();
        String severity = finding.severity().word();
        String presumed = finding.outcome() instanceof Outcome.Presumed ? " (presumed)" : "";
        return paint(BOLD, place(located)) + ": "
                + paint(colorOf(finding.severity()), severity) + presumed + ": "
                + Plain.line(finding.message()) + " "
                + paint(DIM, "[" + finding.rule().id() + "]");
    }

    /** A line that began with two colons would be a command to GitHub's runner. */
    private static String place(Report.Located located) {
        String place = Plain.line(located.place());
        return place.startsWith(":") ? "./" + place : place;
    }

    private String verdict() {
        if (report.gate().isEmpty()) {
            return "No gate.";
        }
        long failing = report.failing();
        String gate = "Gate " + report.gate().get().word() + ": ";
        return failing == 0
                ? gate + paint("\u001b[32m", "passed") + "."
                : gate + paint("\u001b[31m", "failed") + ", " + failing + (failing == 1 ? " finding" : " findings")
                        + " at or above it.";
    }

    private String paint(String code, String text) {
        return color ? code + text + RESET : text;
    }

    private static String colorOf(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "\u001b[1;31m";
            case HIGH -> "\u001b[31m";
            case MEDIUM -> "\u001b[33m";
            case LOW -> "\u001b[36m";
            case INFO -> "\u001b[2m";
        };
    }
}
