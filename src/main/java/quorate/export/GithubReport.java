package quorate.export;

import quorate.review.Finding;
import quorate.review.Outcome;
import quorate.review.Severity;

/**
 * Findings as workflow commands, which GitHub Actions shows beside the lines of a pull request. Accepted findings are left
 * out. A presumed finding is no error unless presumed ones count.
 */
public final class GithubReport {

    private GithubReport() {}

    /** One command a line; empty when nothing is wrong. */
    public static String of(Report report) {
        StringBuilder commands = new StringBuilder();
        for (Report.Located located : report.open()) {
            Finding finding = located.finding();
            commands.append("::").append(level(report, finding)).append(" file=");
            commands.append(property(located.project().path(located.at())));
            if (located.at().line() > 0) {
                commands.append(",line=").append(located.at().line());
                located.end().filter(end -> end.line() > located.at().line())
                        .ifPresentOrElse(
                                end -> commands.append(",endLine=").append(end.line()),
                                () -> commands.append(",col=").append(located.at().column()));
            }
            commands.append(",title=").append(property(Plain.line(finding.rule().title() + " [" + finding.rule().id() + "]")));
            commands.append("::").append(data(SarifResult.message(finding))).append('\n');
        }
        return commands.toString();
    }

    private static String level(Report report, Finding finding) {
        boolean soft = finding.outcome() instanceof Outcome.Presumed && !report.gate().presumedToo();
        Severity severity = finding.severity();
        if (severity.atLeast(Severity.HIGH) && !soft) {
            return "error";
        }
        return severity.atLeast(Severity.MEDIUM) ? "warning" : "notice";
    }

    /** As {@code escapeData} of the Actions toolkit. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** As {@code escapeProperty} of the Actions toolkit. */
    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
