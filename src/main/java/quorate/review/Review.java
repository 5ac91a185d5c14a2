package quorate.review;

import java.util.ArrayList;
import java.util.List;
import quorate.derive.Derived;
import quorate.link.Linked;
import quorate.model.Architecture;
import quorate.model.Deferred;
import quorate.source.Problem;

/** The review of one project. What a reader of findings does not look at is worked out when it is asked for. */
public final class Review {

    private final Input input;
    private final List<Finding> findings;
    private final List<Question> questions;
    private final Deferred<List<Selection>> selections;
    private final Deferred<List<ChecklistAnswer>> checklist;
    private final List<Problem> idle;
    private final List<String> conflicts;

    /**
     * @param findings every answer of every rule but "does not apply", worst first, then by id
     * @param questions ranked, the one whose answer could matter most first
     * @param selections by concern, then subject
     * @param checklist all items, in order
     * @param idle acceptances that are expired, match nothing or name no rule, each at its place
     * @param conflicts what two sources say differently, in words
     */
    public Review(
            Input input,
            List<Finding> findings,
            List<Question> questions,
            Deferred<List<Selection>> selections,
            Deferred<List<ChecklistAnswer>> checklist,
            List<Problem> idle,
            List<String> conflicts) {
        this.input = input;
        this.findings = List.copyOf(findings);
        this.questions = List.copyOf(questions);
        this.selections = selections;
        this.checklist = checklist;
        this.idle = List.copyOf(idle);
        this.conflicts = List.copyOf(conflicts);
    }

    public Input input() {
        return input;
    }

    /** Every answer of every rule but "does not apply", worst first, then by id. */
    public List<Finding> findings() {
        return findings;
    }

    /** Ranked, the one whose answer could matter most first. */
    public List<Question> questions() {
        return questions;
    }

    /** By concern, then subject. */
    public List<Selection> selections() {
        return selections.get();
    }

    /** All items, in order. */
    public List<ChecklistAnswer> checklist() {
        return checklist.get();
    }

    /** Acceptances that are expired, match nothing or name no rule, each at its place. */
    public List<Problem> idle() {
        return idle;
    }

    /** What two sources say differently, in words. */
    public List<String> conflicts() {
        return conflicts;
    }

    /** Results of scenarios times components of the system, beyond which no more results are traced. */
    private static final int WORK = 4_000_000;

    private static final int LEAST_TRACED = 200;

    /** Findings times components and links, beyond which no more findings are varied. */
    private static final int VARIED = 200_000;

    private static final int MOST_VARIED = 200;
    private static final int LEAST_VARIED = 10;

    /**
     * For how many results of scenarios, those of the worst first, it is said how they come about: the larger the system, the
     * longer it takes to trace one of them back.
     */
    public int traced() {
        return Math.max(LEAST_TRACED, WORK / Math.max(1, input.linked().architecture().components().size()));
    }

    /**
     * For how many findings, the worst first, it is tried whether a change of a single fact clears them: each change is held against
     * all rules for all subjects.
     */
    public int varied() {
        Architecture architecture = input.linked().architecture();
        int subjects = architecture.components().size() + architecture.links().size();
        return Math.max(LEAST_VARIED, Math.min(MOST_VARIED, VARIED / Math.max(1, subjects)));
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
