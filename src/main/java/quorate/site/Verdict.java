package quorate.site;

import java.util.ArrayList;
import java.util.List;
import quorate.review.Finding;
import quorate.review.Outcome;
import quorate.review.Severity;
import quorate.site.page.Mark;

/** What a set of findings comes to: one mark, one line, the counts. */
final class Verdict {

    private final List<Finding> findings;
    private final List<Finding> wrong;

    private Verdict(List<Finding> findings) {
        this.findings = findings;
        this.wrong = findings.stream()
                .filter(finding -> finding.isWrong() && finding.acceptance().isEmpty())
                .toList();
    }

    static Verdict of(List<Finding> findings) {
        return new Verdict(findings);
    }

    /** Violated or presumed, not accepted, worst first. */
    List<Finding> wrong() {
        return wrong;
    }

    private long questions() {
        return findings.stream().filter(f -> f.outcome() instanceof Outcome.Unknown).count();
    }

    private long held() {
        return findings.stream().filter(f -> f.outcome() instanceof Outcome.Holds).count();
    }

    private long count(Severity severity) {
        return wrong.stream().filter(f -> f.severity() == severity).count();
    }

    /** The worst severity and how often, else the questions, else that all holds. */
    Mark mark() {
        for (Severity severity : Severity.values()) {
            if (count(severity) > 0) {
                return Marks.count(severity, count(severity));
            }
        }
        if (questions() > 0) {
            return new Mark("unknown", Phrases.count(questions(), "question"));
        }
        return findings.isEmpty() ? new Mark("none", "nothing to check") : Marks.OK;
    }

    /** Orders verdicts, the worst first: by the worst severity, then by how often it occurs. */
    int order() {
        for (Severity severity : Severity.values()) {
            if (count(severity) > 0) {
                return severity.ordinal() * 1_000 + (int) (999 - Math.min(999, count(severity)));
            }
        }
        return Severity.values().length * 1_000 + (questions() > 0 ? 0 : 1);
    }

    /** One mark for each severity that occurs, then the questions. */
    List<Mark> counts() {
        List<Mark> marks = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (count(severity) > 0) {
                marks.add(Marks.count(severity, count(severity)));
            }
        }
        long accepted = findings.stream().filter(f -> f.isWrong() && f.acceptance().isPresent()).count();
        if (accepted > 0) {
            marks.add(new Mark("accepted", accepted + " accepted"));
        }
        if (held() > 0) {
            marks.add(new Mark("ok", held() + (held() == 1 ? " holds" : " hold")));
        }
        return marks;
    }

    /** One sentence: the worst consequence first, else what is open, else that all holds. */
    String line() {
        if (!wrong.isEmpty()) {
            return Phrases.sentence(wrong.get(0).message());
        }
        if (questions() > 0) {
            return "Nothing is known to be wrong; " + Phrases.count(questions(), "answer")
                    + (questions() == 1 ? " waits" : " wait") + " for facts.";
        }
        return findings.isEmpty() ? "No rule found anything to check." : "Every rule that applies holds.";
    }
}
