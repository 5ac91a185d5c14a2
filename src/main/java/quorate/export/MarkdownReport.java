package quorate.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import quorate.model.Entity;
import quorate.model.Keys;
import quorate.model.Missing;
import quorate.model.PasteYaml;
import quorate.review.Alike;
import quorate.review.Finding;
import quorate.review.Outcome;
import quorate.review.Question;

/** A summary for a pull request or a job: verdict, counts, findings, the questions that matter most. */
public final class MarkdownReport {

    /** A comment holds 65,536 characters; with long messages this many rows stay below that. */
    static final int MOST_FINDINGS = 50;

    private static final int MOST_QUESTIONS = 5;
    private static final int LONGEST = 400;

    /** Subjects that are named of those that are alike. */
    private static final int NAMED = 12;

    private MarkdownReport() {}

    /** The summary as GitHub Flavored Markdown, ended by a line feed. */
    public static String of(Report report) {
        StringBuilder text = new StringBuilder("### Architecture review\n\n");
        text.append(verdict(report)).append("\n\n");
        counts(report, text);
        findings(report, text);
        changes(report, text);
        accepted(report, text);
        questions(report, text);
        return text.toString();
    }

    private static String verdict(Report report) {
        if (!report.gate().isSet()) {
            return "**No gate is set.**";
        }
        String gate = " (gate: " + report.gate().words() + ")";
        long before = report.before(report.projects());
        String known = before == 0 ? "" : " There before, and not counted: " + before + (report.showsBefore() ? "." : ", not listed here.");
        return (report.fails() ? "**Failed**: " + report.why() + gate + "." : "**Passed**" + gate + ".") + known;
    }

    private static void counts(Report report, StringBuilder text) {
        text.append("| Project | Violated | Presumed | Accepted | Questions | Holds |\n|---|--:|--:|--:|--:|--:|\n");
        for (Reviewed project : report.projects()) {
            Counts n = Counts.of(List.of(project));
            text.append("| ").append(Markdown.text(project.review().project()));
            for (long count : List.of(n.violated(), n.presumed(), n.accepted(), n.questions(), n.holds())) {
                text.append(" | ").append(count);
            }
            text.append(" |\n");
        }
    }

    private static void findings(Report report, StringBuilder text) {
        List<Report.Located> open = report.open();
        if (open.isEmpty()) {
            boolean before = report.before(report.projects()) > 0;
            text.append(before ? "\nNothing else is violated or presumed.\n" : "\nNothing is violated or presumed.\n");
            return;
        }
        text.append("\n| Severity | Finding | Rule | Where |\n|---|---|---|---|\n");
        List<Alike<Report.Located>> entries = report.alike(open);
        List<Alike<Report.Located>> shown = entries.subList(0, Math.min(entries.size(), MOST_FINDINGS));
        for (Alike<Report.Located> alike : shown) {
            Report.Located located = alike.first();
            Finding finding = located.finding();
            String others = alike.isOne() ? "" : "<br>" + Markdown.text(Plain.cut(report.subjects(alike, NAMED), LONGEST));
            String presumed = finding.outcome() instanceof Outcome.Presumed ? " (presumed)" : "";
            text.append("| ").append(finding.severity().word()).append(presumed);
            text.append(" | ").append(Markdown.text(Plain.cut(Plain.line(finding.message()), LONGEST))).append(others);
            text.append(" | ").append(Markdown.code(finding.rule().id()));
            text.append(" | ").append(Markdown.code(located.place())).append(" |\n");
        }
        int left = open.size() - shown.stream().mapToInt(Alike::size).sum();
        if (left > 0) {
            text.append("\nand ").append(left).append(" more.\n");
        }
    }

    private static void changes(Report report, StringBuilder text) {
        List<String> lines = new ArrayList<>();
        for (Report.Located located : report.open()) {
            located.project().sensitivity().clearing(located.finding()).ifPresent(c -> lines.add(
                    "- " + Markdown.code(located.finding().id()) + ": " + Markdown.text(Plain.cut(Plain.line(c.words()), LONGEST))
                            + (c.raises().isEmpty() ? "" : "; it would raise " + c.raises().size() + " more")));
        }
        if (!lines.isEmpty()) {
            text.append("\n<details><summary>Smallest changes of a single fact</summary>\n\n");
            lines.stream().limit(MOST_FINDINGS).forEach(line -> text.append(line).append('\n'));
            text.append("\n</details>\n");
        }
    }

    private static void accepted(Report report, StringBuilder text) {
        List<Report.Located> accepted =
                report.wrong().stream().filter(l -> l.finding().acceptance().isPresent()).toList();
        if (accepted.isEmpty()) {
            return;
        }
        text.append("\n<details><summary>").append(accepted.size()).append(" accepted</summary>\n\n");
        text.append("| Finding | Rule | Reason | Until |\n|---|---|---|---|\n");
        for (Report.Located located : accepted.subList(0, Math.min(accepted.size(), MOST_FINDINGS))) {
            Finding finding = located.finding();
            Entity acceptance = finding.acceptance().orElseThrow();
            text.append("| ").append(Markdown.text(Plain.cut(Plain.line(finding.message()), LONGEST)));
            text.append(" | ").append(Markdown.code(finding.rule().id()));
            text.append(" | ").append(Markdown.text(Plain.cut(Plain.line(acceptance.get(Keys.REASON).or("")), LONGEST)));
            text.append(" | ").append(acceptance.get(Keys.EXPIRES).value().map(Object::toString).orElse("")).append(" |\n");
        }
        text.append("\n</details>\n");
    }

    private static void questions(Report report, StringBuilder text) {
        List<Question> questions = new ArrayList<>();
        report.projects().forEach(p -> questions.addAll(p.review().questions()));
        questions.sort(Comparator.comparing(Question::worst)); // stable: within a severity the review's own order
        if (questions.isEmpty()) {
            return;
        }
        text.append("\n#### Questions that matter most\n");
        for (Question question : questions.subList(0, Math.min(questions.size(), MOST_QUESTIONS))) {
            text.append("\n<details><summary>").append(Markdown.text(asked(question))).append(": ");
            text.append(Markdown.text(Plain.prose(question.text()))).append("</summary>\n\n");
            text.append(Markdown.fence("yaml", yaml(question.missing()))).append("\n</details>\n");
        }
        if (questions.size() > MOST_QUESTIONS) {
            text.append("\nand ").append(questions.size() - MOST_QUESTIONS).append(" more questions.\n");
        }
    }

    private static String asked(Question question) {
        return question.about().title() + (question.owner().isEmpty() ? "" : ", " + question.owner());
    }

    /** At most three answers: the rest is on the page of the questions. */
    private static String yaml(List<Missing> missing) {
        return PasteYaml.of(missing.stream().limit(3).toList());
    }
}
