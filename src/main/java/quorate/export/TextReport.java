package quorate.export;

import java.util.List;
import quorate.model.Keys;
import quorate.review.Alike;
import quorate.review.Finding;
import quorate.review.Outcome;
import quorate.review.Severity;
import quorate.review.Unknown;

/** Findings for people at a terminal: one line each, two for all that are alike, worst first, then a summary. */
public final class TextReport {

    /** Subjects that are named of those that are alike. */
    private static final int NAMED = 5;

    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";

    private final Report report;
    private final Detail detail;
    private final boolean color;

    private TextReport(Report report, Detail detail, boolean color) {
        this.report = report;
        this.detail = detail;
        this.color = color;
    }

    /** How much is told. */
    public enum Detail {
        /** The findings and the verdict. */
        FINDINGS,
        /** What is worth answering first, too. */
        NORMAL,
        /** The facts on which each finding rests, and what is accepted, too. */
        REASONS
    }

    /**
     * The report as text, ended by a line feed.
     *
     * @param color whether to use ANSI escape sequences; without, there are none, whatever the sources hold
     */
    public static String of(Report report, Detail detail, boolean color) {
        return new TextReport(report, detail, color).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        List<Report.Located> open = report.open();
        for (Severity severity : Severity.values()) {
            List<Report.Located> group =
                    open.stream().filter(l -> l.finding().severity() == severity).toList();
            report.alike(group).forEach(alike -> text.append(entry(alike)));
            text.append(group.isEmpty() ? "" : "\n");
        }
        accepted(text);
        if (detail != Detail.FINDINGS) {
            report.projects().forEach(project -> worthAnswering(project, text));
        }
        for (Reviewed project : report.projects()) {
            text.append(paint(BOLD, Plain.line(project.review().project()))).append(": ");
            long before = report.before(List.of(project));
            text.append(Counts.of(List.of(project)).words());
            text.append(before == 0 ? "" : "; " + before + " of them there before").append('\n');
        }
        text.append(verdict()).append('\n');
        return text.toString();
    }

    /** Those that are alike as one, unless their reasons are told, in which they differ. */
    private String entry(Alike<Report.Located> alike) {
        if (detail == Detail.REASONS) {
            return String.join("", alike.all().stream().map(l -> line(l) + "\n" + reasons(l.finding())).toList());
        }
        String first = line(alike.first()) + "\n";
        if (alike.isOne()) {
            return first;
        }
        return first + "  " + paint(DIM, report.subjects(alike, NAMED) + " (-v shows each)") + "\n";
    }

    private String reasons(Finding finding) {
        return detail == Detail.REASONS ? EvidenceText.of(finding) : "";
    }

    private void accepted(StringBuilder text) {
        List<Report.Located> accepted = report.wrong().stream().filter(l -> l.finding().acceptance().isPresent()).toList();
        if (detail == Detail.REASONS && !accepted.isEmpty()) {
            text.append(paint(BOLD, "Accepted")).append(":\n");
            accepted.forEach(l -> text.append("  ").append(line(l)).append(" ")
                    .append(Plain.line(l.finding().acceptance().get().get(Keys.REASON).or(""))).append('\n'));
            text.append('\n');
        }
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
        if (!report.gate().isSet()) {
            return "No gate.";
        }
        String gate = "Gate " + report.gate().words() + ": ";
        return report.fails()
                ? gate + paint("\u001b[31m", "failed") + ", " + report.why() + "."
                : gate + paint("\u001b[32m", "passed") + ".";
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
