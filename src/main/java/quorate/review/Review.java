package quorate.review;

import java.util.List;
import quorate.derive.Derived;
import quorate.link.Linked;

/**
 * The review of one project.
 *
 * @param findings every answer of every rule but "does not apply", worst first, then by id
 * @param questions ranked, the one whose answer could matter most first
 * @param selections by concern, then subject
 * @param checklist all items, in order
 * @param notes acceptances that are expired or match nothing, and other remarks on the review itself
 */
public record Review(
        Input input,
        List<Finding> findings,
        List<Question> questions,
        List<Selection> selections,
        List<ChecklistAnswer> checklist,
        List<String> notes) {

    public Review {
        findings = List.copyOf(findings);
        questions = List.copyOf(questions);
        selections = List.copyOf(selections);
        checklist = List.copyOf(checklist);
        notes = List.copyOf(notes);
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
