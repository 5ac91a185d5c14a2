package quorate.site;

import java.util.Locale;
import quorate.derive.failure.State;
import quorate.derive.failure.StateRange;
import quorate.model.Provenance;
import quorate.review.Finding;
import quorate.review.Outcome;
import quorate.review.Severity;
import quorate.site.page.Mark;

/** The words of outcomes, severities, states and provenance with their shape and colour; the same on every page. */
final class Marks {

    static final Mark OK = new Mark("ok", "holds");
    static final Mark UNKNOWN = new Mark("unknown", "not stated");
    static final Mark ACCEPTED = new Mark("accepted", "accepted");

    private Marks() {}

    static Mark severity(Severity severity) {
        return new Mark(severity.word(), severity.word());
    }

    /** Several of one severity: {@code 3 high}. */
    static Mark count(Severity severity, long count) {
        return new Mark(severity.word(), count + " " + severity.word());
    }

    /** The severity of what is wrong, else the outcome. */
    static Mark of(Finding finding) {
        if (finding.acceptance().isPresent() && finding.isWrong()) {
            return ACCEPTED;
        }
        return finding.isWrong() ? severity(finding.severity()) : outcome(finding.outcome());
    }

    static Mark outcome(Outcome outcome) {
        return answer(outcome instanceof Outcome.Unknown ? "question" : outcome.word());
    }

    /** An answer to an item of the checklist, in the words of the published schema. */
    static Mark answer(String word) {
        String look =
                switch (word.toLowerCase(Locale.ROOT)) {
                    case "holds" -> "ok";
                    case "violated" -> "high";
                    case "presumed" -> "medium";
                    case "accepted" -> "accepted";
                    case "does not apply" -> "none";
                    default -> "unknown";
                };
        return new Mark(look, word);
    }

    static Mark state(State state) {
        return new Mark(
                switch (state) {
                    case UP -> "ok";
                    case DEGRADED -> "medium";
                    case DOWN -> "critical";
                },
                state.word());
    }

    /** A state that hangs on unknown facts looks like an unknown one, whatever its worst is. */
    static Mark state(StateRange range) {
        return range.isCertain() ? state(range.best()) : new Mark("unknown", range.words());
    }

    static Mark provenance(Provenance provenance) {
        return new Mark("p-" + provenance.word(), provenance.word());
    }

    static Mark cap(String rating) {
        return switch (rating) {
            case "CP", "AP" -> new Mark("info", rating);
            case "neither" -> new Mark("medium", rating);
            default -> new Mark("unknown", rating);
        };
    }
}
