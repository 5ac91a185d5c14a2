package quorate.review;

import java.util.ArrayList;
import java.util.List;
import quorate.derive.Derived;
import quorate.link.Linked;
import quorate.source.Problem;

/**
 * The review of one project.
 *
 * @param findings every answer of every rule but "does not apply", worst first, then by id
 * @param questions ranked, the one whose answer could matter most first
 * @param selections by concern, then subject
 * @param checklist all items, in order
 * @param idle acceptances that are expired, match nothing or name no rule, each at its place
 * @param conflicts what two sources say differently, in words
 */
public record Review(
        Input input,
        List<Finding> findings,
        List<Question> questions,
        List<Selection> selections,
        List<ChecklistAnswer> checklist,
        List<Problem> idle,
        List<String> conflicts) {

    public Review {
        findings = List.copyOf(findings);
        questions = List.copyOf(questions);
        selections = List.copyOf(selections);
        checklist = List.copyOf(checklist);
        idle = List.copyOf(idle);
        conflicts = List.copyOf(conflicts);
    }

    /** Remarks on the review itself: acceptances that do nothing, conflicts of sources. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        idle.forEach(p -> notes.add(p.message() + " (" + p.at().brief() + ")." + (p.hint().isEmpty() ? "" : " " + p.hint())));
        notes.addAll(conflicts);
        return notes;
    }

    /** What the rules look at. */
    public record Input(Linked linked, Derived derived) {}

    public String project() {
        return input.linked().architecture().id();
    }

    /** Findings that are violated or presumed, worst first. */
    public List<Finding> wrong() {
        return findings.stream().filter(Finding::isWrong).toList();
    }
}
